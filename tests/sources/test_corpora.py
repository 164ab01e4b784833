import gzip
import json
from pathlib import Path

import duckdb
import fsspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import Input, SourceOptions, documents, slices

ROWS = [{"url": f"https://site.example/{n}", "text": f"Why {n}?\n", "other": n} for n in range(5)]


def read(path: Path | str, **options: str | int) -> list[Document | Failure]:
    return list(documents([str(path)], SourceOptions(**options)))  # type: ignore[arg-type]


def pages(path: Path | str, **options: str | int) -> list[tuple[bytes | str, str | None]]:
    return [(item.content, item.url) for item in read(path, **options) if isinstance(item, Document)]


def reasons(path: Path) -> list[Reason]:
    return [item.reason for item in read(path) if isinstance(item, Failure)]


WANTED = [(row["text"], row["url"]) for row in ROWS]


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.ndjson", "corpus"])
def test_json_lines(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(lines(*ROWS))
    assert pages(path) == WANTED
    assert [item.source for item in read(path)][:2] == [f"{path}#0", f"{path}#{len(lines(ROWS[0]))}"]


def test_compressed_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress(lines(*ROWS)))
    assert pages(path) == WANTED


def test_the_last_line_needs_no_end(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b"\n" + lines(*ROWS)[:-1])
    assert pages(path) == WANTED


def test_a_bad_row_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    rows = [b'{"text": "a"}', b'{"text": ', b"[1]", b'{"text": 7}', b'{"title": "b"}', b"[" * 100_000, b'{"text": "c"}']
    path.write_bytes(b"\n".join(rows))
    assert [page for page, _ in pages(path)] == ["a", "c"]
    assert reasons(path) == [Reason.BAD_ROW, Reason.BAD_ROW, Reason.BAD_ROW, Reason.NO_COLUMN, Reason.BAD_ROW]


@pytest.mark.parametrize("end", ["\n", ",\n "])
def test_two_rows_that_ran_together_are_not_taken_for_one(tmp_path: Path, end: str) -> None:
    path = tmp_path / "corpus.jsonl"
    rows = ['{"text": "a", "url": "https:Why?", "url": "u"}', '{"text": "b", "id": 1, "id": 1}', '{"text": "c"}']
    path.write_text(end.join(rows) if end == "\n" else "[\n " + end.join(rows) + "]")
    assert [page for page, _ in pages(path)] == ["b", "c"]
    assert reasons(path) == [Reason.BAD_ROW]


def test_a_row_above_the_limit_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(lines({"text": "a"}, {"text": "b" * 3_000_000}, {"text": "c"}))
    assert [page for page, _ in pages(path, max_size=1_500_000)] == ["a", "c"]
    assert len(pages(path)) == 3


def test_half_a_character_is_left_for_the_reader_to_replace(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(b'{"text": "a\\ud800b \\ud83d\\ude00", "url": "https://a.example/\\ud800"}')
    assert pages(path) == [("a\ud800b \U0001f600", "https://a.example/\ufffd")]


def test_large_corpora_are_cut_into_blocks(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(lines(*({"text": f"{n} " * 2000} for n in range(1000))))
    blocks = list(slices(Input(str(path)), SourceOptions()))
    assert len(blocks) > 5
    assert max(block.size for block in blocks) <= 1 << 20
    assert [page for page, _ in pages(path)] == [f"{n} " * 2000 for n in range(1000)]


def test_damage_in_a_compressed_corpus_costs_the_member(tmp_path: Path) -> None:
    members = [gzip.compress(lines(*({"text": f"{n} {m}"} for m in range(50)))) for n in range(4)]
    members[1] = members[1][:60] + bytes(20) + members[1][80:]
    path = tmp_path / "corpus.jsonl.gz"
    path.write_bytes(b"".join(members))
    found = [page for page, _ in pages(path)]
    assert [page for page in found if not str(page).startswith("1")] == [
        f"{n} {m}" for n in (0, 2, 3) for m in range(50)
    ]
    assert Reason.DAMAGED in reasons(path)


def test_columns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(lines({"html": "<p>", "text": "t", "page": {"main": "m"}, "id": "u", "metadata": {"url": "v"}}))
    assert pages(path) == [("<p>", "v")]
    assert [getattr(item, "media_type", None) for item in read(path)] == [MediaType.HTML]
    assert pages(path, text_column="page.main", url_column="id") == [("m", "u")]


@pytest.mark.parametrize("by", ["pyarrow", "duckdb"])
def test_parquet(tmp_path: Path, by: str) -> None:
    path = tmp_path / "corpus.parquet"
    table = pa.Table.from_pylist(ROWS)
    if by == "pyarrow":
        pq.write_table(table, path, row_group_size=2)
    else:
        duckdb.from_arrow(table).write_parquet(str(path))
    assert pages(path) == WANTED
    assert [item.source for item in read(path)] == [f"{path}#{n}" for n in range(5)]


def test_parquet_columns_may_be_nested_or_bytes(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    pq.write_table(pa.Table.from_pylist([{"html": b"<p>", "metadata": {"url": "u", "n": 1}}, {"html": None}]), path)
    assert pages(path) == [(b"<p>", "u")]
    assert reasons(path) == [Reason.EMPTY]


def test_parquet_without_a_page_column(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    pq.write_table(pa.Table.from_pylist([{"title": "x"}, {"title": "y"}]), path)
    assert reasons(path) == [Reason.NO_COLUMN]
    assert "--text-column" in getattr(read(path)[0], "detail", "")


def test_a_damaged_row_group_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "corpus.parquet"
    rows = [{"text": f"{n} " + "x" * 500 + str(n**9)} for n in range(30)]
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=10, write_page_checksum=True)
    data = bytearray(path.read_bytes())
    group = pq.ParquetFile(path).metadata.row_group(1).column(0)
    middle = group.dictionary_page_offset + 60
    data[middle : middle + 8] = bytes(8)
    path.write_bytes(data)
    assert [page for page, _ in pages(path)] == [row["text"] for row in rows[:10] + rows[20:]]
    assert reasons(path) == [Reason.DAMAGED]
    path.write_bytes(data[:-5])
    assert reasons(path) == [Reason.DAMAGED]


def test_addresses_are_read_through_fsspec(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    memory.pipe("/corpus/a.jsonl", lines(*ROWS[:2]))
    memory.pipe("/corpus/deep/b.txt", b"Why?")
    memory.pipe("/corpus/logo.png", b"x")
    try:
        assert pages("memory://corpus") == [*WANTED[:2], (b"Why?", None)]
        assert pages("memory://corpus/*.jsonl") == WANTED[:2]
        assert pages("memory://corpus/a.jsonl") == WANTED[:2]
        assert [getattr(item, "reason", None) for item in read("memory://gone/a.txt")] == [Reason.MISSING]
    finally:
        memory.rm("/corpus", recursive=True)
    assert [getattr(item, "reason", None) for item in read(f"nonsense://{tmp_path}")] == [Reason.UNREADABLE]
