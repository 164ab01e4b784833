"""Corpora with an object a line: a bad place costs its lines."""

import gzip
import io
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.document import MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import Input, SourceOptions, documents, slices
from extractor.sources.corpora.json_lines import _unsound
from extractor.sources.streams import PlainStream
from tests.sources.corpus_files import ROWS, WANTED, lines, pages, read, reasons
from tests.sources.outcomes import TEXT, outcomes


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


def test_a_row_that_failed_is_named_by_its_line_and_its_byte(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    before = lines({"text": "a" * 700_000}, {"text": "b" * 700_000}, {"text": "c" * 3_000_000})  # over several blocks
    path.write_bytes(before + b"\n{bad\n")
    too_long, bad = [item.detail for item in read(path, max_size=1_500_000) if isinstance(item, Failure)]
    assert "(line 3, byte 1400026)" in too_long
    assert f"(line 5, byte {len(before) + 1})" in bad


class Damaged(PlainStream):
    """A stream in which bytes from one position up to another come from a damaged member."""

    def __init__(self, *damage: int) -> None:
        super().__init__(io.BytesIO())
        self._damage = damage

    def is_sound(self, begin: int, end: int) -> bool:
        """Whether the damage lies elsewhere."""
        first, last = self._damage
        return end <= first or last <= begin


@pytest.mark.parametrize(("damage", "rows"), [((1009, 1010), {508}), ((1014, 1017), {508, 516}), ((900, 1000), set())])
def test_rows_of_a_damaged_member_are_known_by_their_offsets(damage: tuple[int, int], rows: set[int]) -> None:
    assert _unsound(Damaged(*damage), 1000, b'{"a":1}\n{"b":2}\n{"c":3}\n', 500) == rows
