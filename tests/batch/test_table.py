"""A table of pages becomes a table of records and failures, whatever engine asks for it."""

import json

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.batch import Limits, extract_table, output_schema
from extractor.batch.table import Shape
from extractor.document import Document
from extractor.errors import UsageError
from extractor.records import QAPage
from extractor.records.identity import identified
from tests.batch.readers import read

_SHAPES: tuple[Shape, ...] = ("records", "pages")
_PAGES = pa.table(
    {
        "id": pa.array([7, 8, 9, 10], pa.int32()),
        "text": ["Why?\nSo.", "nothing", None, "How?\nThus.\nOr so."],
        "source": ["a", "b", "c", "d"],
        "metadata": [{"url": "https://a.example"}, {"url": None}, {"url": None}, {"url": None}],
    }
)
_texts = st.text().filter(str.isprintable).map("Why? {}".format)
"""Their first word is none that tells the reader of these tests to do something else."""


@settings(deadline=None)
@given(st.lists(_texts, max_size=4))
def test_records_are_those_of_the_reader(texts: list[str]) -> None:
    table = pa.table({"content": pa.array(texts, pa.string()), "source": [str(n) for n in range(len(texts))]})
    found = extract_table(table, reader=read)["record"].to_pylist()
    assert [QAPage.model_validate_json(json.dumps(record)) for record in found] == [
        page for n, text in enumerate(texts) for page in identified(read(Document(text, source=str(n))))
    ]


def test_a_row_a_record_and_the_other_columns_beside_it() -> None:
    result = extract_table(_PAGES, reader=read)
    assert result.column_names == ["id", "source", "metadata", "record", "reason", "detail"]
    assert result["id"].to_pylist() == [7, 8, 9, 10]
    assert result["reason"].to_pylist() == [None, "not-a-qa-page", "empty", None]
    first = result["record"][0].as_py()
    assert (first["source"], first["url"], first["question"]["title"]) == ("a", "https://a.example", "Why?")


def test_a_row_a_page_with_its_records_in_a_list() -> None:
    result = extract_table(_PAGES, reader=read, shape="pages", keep=["id"])
    assert result.column_names == ["id", "records", "reason", "detail"]
    assert [len(records) for records in result["records"].to_pylist()] == [1, 0, 0, 1]
    assert result["reason"].to_pylist() == [None, "not-a-qa-page", "empty", None]


def test_pages_that_kill_hang_or_eat_cost_themselves() -> None:
    texts = ["Why?\nSo.", "crash", "hang", "How?\nThus.", "eat"]
    table = pa.table({"text": texts, "source": list("abcde")})
    limits = Limits(seconds=2, memory=1 << 28)
    guarded = extract_table(table, reader=read, limits=limits)
    assert guarded["reason"].to_pylist() == [None, "crashed", "time-limit", None, "memory-limit"]
    plain = extract_table(table.take([0, 3]), reader=read)
    assert guarded.take([0, 3]).equals(plain)


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize("number", [0, 1, 4])
def test_a_batch_gives_a_batch_and_the_schema_is_known_beforehand(shape: Shape, number: int) -> None:
    table = _PAGES.slice(0, number)
    batch = pa.RecordBatch.from_pylist(table.to_pylist(), schema=_PAGES.schema)
    result = extract_table(batch, reader=read, shape=shape)
    assert isinstance(result, pa.RecordBatch)
    assert result.schema == output_schema(_PAGES.schema, shape=shape)
    assert pa.Table.from_batches([result]).equals(extract_table(table, reader=read, shape=shape))


@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ({"text_column": "body"}, "no column 'body'; there are id, text, source, metadata"),
        ({"url_column": "link"}, "no column 'link'; there are"),
        ({"keep": ["id", "lang"]}, "no column 'lang'; there are"),
    ],
)
def test_a_missing_column_is_named_with_those_there_are(wishes: dict[str, str | list[str]], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        extract_table(_PAGES, reader=read, **wishes)  # type: ignore[arg-type] # of several types


def test_a_table_without_pages_is_refused() -> None:
    with pytest.raises(UsageError, match=r"no column html or text or .*give one of id, source"):
        extract_table(_PAGES.select(["id", "source"]), reader=read)


def test_a_clash_of_names_is_refused() -> None:
    table = _PAGES.append_column("record", pa.array([1, 2, 3, 4]))
    with pytest.raises(UsageError, match="a column 'record' of its own"):
        extract_table(table, reader=read)
    assert "record" in extract_table(table, reader=read, shape="pages").column_names


@pytest.mark.parametrize("shape", _SHAPES)
@pytest.mark.parametrize("number", [0, 3])
def test_a_table_of_pages_and_nothing_else(number: int, shape: Shape) -> None:
    pages = pa.table({"text": pa.array(["Why?\nSo.", None, "nothing"][:number], pa.string())})
    result = extract_table(pages, reader=read, shape=shape)
    assert result.schema.equals(output_schema(pages.schema, shape=shape))
    assert result["reason"].to_pylist() == [None, "empty", "not-a-qa-page"][:number]


def test_a_row_without_a_source_is_called_a_row() -> None:
    result = extract_table(pa.table({"text": pa.array([None], pa.string())}), reader=read)
    assert result["detail"].to_pylist() == ["column text of the row is empty"]
