"""JSON over several lines, and arrays of objects."""

import json
from pathlib import Path

import pytest

from extractor.sources import documents
from tests.sources.outcomes import outcomes


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


def test_rows_are_numbered_from_0_and_so_is_what_is_none(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    path.write_text('[\n {"text": "one"},\n {"text" "two"},\n {"text": "three"},\n {"text": null}\n]')
    assert [item.source for item in documents([str(path)])] == [f"{path}#{number}" for number in range(4)]


def test_a_damaged_row_of_an_array_costs_itself(tmp_path: Path) -> None:
    path = tmp_path / "rows.json"
    rows = [json.dumps({"text": f"{n} " * 200}, indent=1) for n in range(4)]
    path.write_text("[\n" + ",\n".join([rows[0], rows[1].replace('"text":', '"text"'), *rows[2:]]) + "\n]")
    assert [outcome[:2] for outcome in outcomes(path)] == ["0 ", "ba", "2 ", "3 "]
