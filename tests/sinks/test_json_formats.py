"""JSON read back gives the same records."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.records import QAPage, Span
from extractor.sinks import to_json
from tests.sinks.texts import PAGE, written
from tests.strategies import pages


@given(st.lists(pages, max_size=3))
def test_json_read_back_gives_the_same_records(records: list[QAPage]) -> None:
    assert [QAPage.model_validate_json(json.dumps(item)) for item in json.loads(written("json", records))] == records


@given(st.lists(pages, max_size=3))
def test_json_lines_read_back_give_the_same_records(records: list[QAPage]) -> None:
    lines = written("jsonl", records).split("\n")
    assert [QAPage.model_validate_json(line) for line in lines[:-1]] == records
    assert lines[-1] == ""


def test_spans_are_written_only_when_kept() -> None:
    assert "spans" not in to_json(PAGE)
    assert '"spans":{"/url":[[0,3]]}' in to_json(PAGE.model_copy(update={"spans": {"/url": ((0, 3),)}}))


@pytest.mark.parametrize("spans", [None, {}])
def test_columns_are_written_only_when_there_are_some(spans: dict[str, tuple[Span, ...]] | None) -> None:
    record = PAGE.model_copy(update={"spans": spans})
    assert "columns" not in to_json(record)
    assert '"columns":{"a":1}' in to_json(record.model_copy(update={"columns": {"a": 1}}))
