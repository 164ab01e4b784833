"""Every member, row, record and file ends in a page, a failure or a count."""

import gzip
import io
import json
import os
import tarfile
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure, WarningCode
from extractor.sources import LeftOut, SourceOptions, documents, find

TEXT = "Is my knee meant to click?"


def outcomes(path: Path, **options: object) -> list[str]:
    """Pages by their text, failures by their reason."""
    found = documents([str(path)], SourceOptions(**options))  # type: ignore[arg-type]
    return [_text(item) if isinstance(item, Document) else item.reason.value for item in found]


def _text(item: Document) -> str:
    return item.content if isinstance(item.content, str) else item.content.decode()


def codes(path: Path) -> list[list[WarningCode]]:
    return [[one.code for one in item.warnings] for item in documents([str(path)]) if isinstance(item, Document)]


def warc_record(block: bytes, *headers: str, kind: str = "response", end: bytes = b"\r\n") -> bytes:
    lines = ["WARC/1.0", f"WARC-Type: {kind}", "WARC-Target-URI: https://a.example/1", *headers]
    head = end.join([*(line.encode() for line in lines), b"Content-Length: %d" % len(block)])
    return head + 2 * end + block + 2 * end


def http(body: bytes, status: str = "HTTP/1.1 200 OK", *headers: str) -> bytes:
    return "\r\n".join([status, "Content-Type: text/html", *headers, "", ""]).encode() + body


@pytest.mark.parametrize(
    ("block", "outcome"),
    [
        (http(b"<p>So", "HTTP 200 Document follows"), "<p>So"),
        (http(b"<p>So", "HTTP/2 200"), "<p>So"),
        (b"<!DOCTYPE html><p>So", "<!DOCTYPE html><p>So"),
        (b"\x00\x01 no protocol at all", "damaged"),
        (http(b"-5\r\nabc", "HTTP/1.1 200 OK", "Transfer-Encoding: chunked"), "-5\r\nabc"),
        (http(b"\x01\x02\x03", "HTTP/1.1 200 OK", "Content-Encoding: compress"), "undecodable"),
        (http(b"<p>So", "HTTP/1.1 200 OK", "Content-Encoding: utf-8"), "<p>So"),
    ],
)
def test_every_response_is_a_page_or_a_failure(tmp_path: Path, block: bytes, outcome: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(block) + warc_record(http(b"<p>Next")))
    assert outcomes(path) == [outcome, "<p>Next"]


def test_records_of_other_types_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(b"x", kind="respinse") + warc_record(b"x", kind="continuation"))
    assert outcomes(path) == ["other-media-type", "truncated"]


def test_a_warc_may_end_its_lines_with_line_feeds_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(warc_record(http(b"<p>%d" % n), end=b"\n") for n in range(3)))
    assert outcomes(path) == ["<p>0", "<p>1", "<p>2"]


def test_a_length_of_thousands_of_digits_costs_its_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    sound = [warc_record(http(b"<p>%d" % n)) for n in range(3)]
    sound[1] = sound[1].replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5000)
    path.write_bytes(b"".join(sound))
    assert outcomes(path) == ["<p>0", "damaged", "<p>2"]


@pytest.mark.parametrize("headers", [("WARC-Truncated: length",), ("WARC-Segment-Number: 1",)])
def test_a_page_that_the_archive_calls_cut_has_a_warning(tmp_path: Path, headers: tuple[str, ...]) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(http(b"<p>So"), *headers))
    assert codes(path) == [[WarningCode.TRUNCATED_PAGE]]


@pytest.mark.parametrize("cut", [4, 30])
def test_a_body_whose_coding_breaks_off_has_a_warning(tmp_path: Path, cut: int) -> None:
    body = gzip.compress(b"<p>Why?" + os.urandom(300).hex().encode(), mtime=0)[:-cut]
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(http(body, "HTTP/1.1 200 OK", "Content-Encoding: gzip")))
    assert codes(path) == [[WarningCode.TRUNCATED_PAGE]]


def test_a_record_that_is_not_what_its_digest_says_has_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    digest = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    path.write_bytes(warc_record(http(b"<p>So"), digest))
    assert codes(path) == [[WarningCode.DAMAGED_SOURCE]]


def arc(pages: list[bytes], *, compressed: bool) -> bytes:
    info = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    parts = [b"filedesc://a.arc 0.0.0.0 20030101000000 text/plain %d\n%s\n" % (len(info), info)]
    for number, content in enumerate(pages):
        block = http(content)
        line = b"http://a.example/%d 192.0.2.1 20030101000000 text/html %d\n" % (number, len(block))
        parts.append(line + block + b"\n")
    return b"".join(gzip.compress(part, mtime=0) if compressed else part for part in parts)


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz"])
def test_arc_archives_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    whole = arc([b"<p>Why?", b"<p>So."], compressed=name.endswith("gz"))
    path.write_bytes(whole)
    assert outcomes(path) == ["<p>Why?", "<p>So."]
    found = [item for item in documents([str(path)]) if isinstance(item, Document)]
    assert [(item.url, item.source) for item in found][1] == ("http://a.example/1", f"{path}#2")
    path.write_bytes(whole[:-10])
    assert outcomes(path)[0] == "<p>Why?"
    assert outcomes(path)[-1] == "truncated"
    assert codes(path)[1:] in ([], [[WarningCode.DAMAGED_SOURCE]])


def tar(names: list[str]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            info.size = len(name)
            archive.addfile(info, io.BytesIO(name.encode()))
    return stream.getvalue()


@pytest.mark.parametrize("size", [1024, 1024 + 300, 1024 + 512 + 100])
def test_a_tar_that_breaks_off_anywhere_is_said_to(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.tar"
    path.write_bytes(tar(["1.txt", "2.txt", "3.txt"])[:size])
    assert outcomes(path)[0] == "1.txt"
    assert outcomes(path)[-1] == "truncated"


def test_a_tar_member_that_claims_a_terabyte_ends(tmp_path: Path) -> None:
    info = tarfile.TarInfo("2.txt")
    info.size = 1 << 40
    path = tmp_path / "a.tar"
    path.write_bytes(tar(["1.txt"])[:1024] + info.tobuf() + b"little")
    assert outcomes(path) == ["1.txt", "truncated", "truncated"]


def zipped(members: list[tuple[str, str]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(*members[0])
    return stream.getvalue()


def test_members_of_one_name_are_all_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped([("1.txt", "one"), ("2.txt", "two")]))
    assert outcomes(path) == ["one", "two", "one"]


def test_a_name_that_is_damaged_in_the_directory_is_not_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    whole = zipped([("1.txt", "one"), ("2.txt", "two")])
    at = whole.rindex(b"2.txt")
    path.write_bytes(whole[:at] + b"2.txu" + whole[at + 5 :])
    assert outcomes(path) == ["one", "damaged", "one", "two"]


@pytest.mark.parametrize(
    "text",
    [
        '[\n  {"text": "one"},\n  {"text": "two"}\n]\n',
        '{\n  "text": "one"\n}\n{\n  "text": "two"\n}\n',
        '{"text": "one"},\n{"text": "two"},\n',
        '[{"text": "one"},\n{"text": "two"}]',
    ],
)
def test_json_over_several_lines_is_read(tmp_path: Path, text: str) -> None:
    for name in ("rows.json", "rows.jsonl"):
        (tmp_path / name).write_text(text)
        assert outcomes(tmp_path / name) == ["one", "two"]


def test_a_damaged_row_of_an_array_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    rows = [json.dumps({"text": f"{n} " * 200}, indent=1) for n in range(4)]
    path.write_text("[\n" + ",\n".join([rows[0], rows[1].replace('"text":', '"text"'), *rows[2:]]) + "\n]")
    assert [outcome[:2] for outcome in outcomes(path)] == ["0 ", "ba", "2 ", "3 "]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_rows_in_utf_16_are_one_failure_that_says_so(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes('{"text": "one"}\n{"text": "two"}\n'.encode(encoding))
    (failure,) = documents([str(path)])
    assert isinstance(failure, Failure)
    assert (failure.reason, "UTF-16" in failure.detail) == (Reason.UNDECODABLE, True)


def test_an_empty_column_does_not_hide_a_full_one(tmp_path: Path) -> None:
    rows = [
        {"html": "", "text": TEXT},
        {"html": None, "text": TEXT},
        {"html": None, "text": None},
        {"html": "<p>", "text": ""},
    ]
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, rows)))
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "rows.parquet")
    for name in ("rows.jsonl", "rows.parquet"):
        assert outcomes(tmp_path / name) == [TEXT, TEXT, "empty", "<p>"]


def test_of_two_columns_of_one_name_the_first_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    pq.write_table(pa.table([pa.array(["one"]), pa.array(["two"])], names=["text", "text"]), path)
    assert outcomes(path) == ["one"]


def test_a_column_of_text_that_is_none_is_repaired_and_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    latin = pa.array(["naïve".encode("cp1252"), b"plain"], pa.binary())
    text = pa.StringArray.from_buffers(2, latin.buffers()[1], latin.buffers()[2])
    pq.write_table(pa.table({"text": text}), path)
    assert codes(path) == [[WarningCode.REPAIRED_ENCODING], []]


def test_a_table_that_expands_beyond_all_measure_is_left(tmp_path: Path) -> None:
    path = tmp_path / "rows.parquet"
    rows = pa.DictionaryArray.from_arrays(pa.array([0] * 60, pa.int32()), pa.array(["x" * 2_000_000]))
    pq.write_table(pa.table({"text": rows}), path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 10_000
    assert outcomes(path)[-1] == "expands-too-much"
    assert len(outcomes(path)) <= 33


def test_what_is_left_out_by_its_name_is_counted(tmp_path: Path) -> None:
    for name in ("page.HTM", "saved.mhtml", "logo.png", ".hidden.txt", "notes.TXT"):
        (tmp_path / name).write_text("x")
    found = list(find([str(tmp_path)], SourceOptions()))
    assert [Path(item.source).name for item in found if isinstance(item, LeftOut)] == [".hidden.txt", "logo.png"]
    assert len(found) == 5


@pytest.mark.parametrize("name", ["rows.parquet", "rows.jsonl.zst", "pages.zip", "pages.tar.xz"])
def test_junk_with_the_name_of_an_archive_is_a_failure(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<html>404 not found, whatever the name says</html>" * 20)
    assert set(outcomes(tmp_path / name)) <= {"damaged", "truncated"}


@pytest.mark.parametrize(
    "junk", [b"\x1f\x8b\x08\x00", b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff", b"WARC/1.0\r\n", b"WARC/1.0\r\na:\r\n"]
)
def test_false_beginnings_end_soon(tmp_path: Path, junk: bytes) -> None:
    page = warc_record(http(b"<p>So"))
    is_gzip = junk.startswith(b"\x1f")
    path = tmp_path / ("a.warc.gz" if is_gzip else "a.warc")
    path.write_bytes((gzip.compress(page) if is_gzip else page) + junk * 50_000)
    found = outcomes(path)
    assert found[0] == "<p>So"
    assert 1 < len(found) < 2500
    assert set(found[1:]) <= {"damaged", "truncated"}
