"""From every format the same is read back: whole records where they were written, rows where they were made flat."""

from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run
from extractor.errors import UsageError
from extractor.records import QAPage
from extractor.records.rows import rows
from extractor.runs.outputs import claims_in, records_in, spelled
from tests.paths import FIXTURES

WHOLE = {"json": "json", "jsonl": "jsonl", "jsonl.zst": "jsonl.zst", "parquet": "parquet", "sqlite": "sqlite"}
FLAT = {"csv": "csv", "csv.gz": "csv.gz", "parquet-flat": "flat.parquet"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run")
    inputs = [str(FIXTURES / "avvo"), str(FIXTURES / "realself" / "a")]
    run(inputs, folder / "out", "all", BatchOptions(formats=(*WHOLE, *FLAT), jobs=0))
    return folder / "out"


def content(record: QAPage) -> object:
    """What the database keeps too: it has no column for the places of warnings."""
    return record.model_dump(exclude={"warnings": {"__all__": {"line", "span"}}, "spans": True})


@pytest.mark.parametrize("name", WHOLE)
def test_whole_records_are_the_same_in_every_format(out: Path, name: str) -> None:
    expected = list(records_in(out / "all.jsonl"))
    found = list(records_in(out / f"all.{WHOLE[name]}"))
    assert len(expected) > 7
    assert list(map(content, found)) == list(map(content, expected))
    assert found == expected or name == "sqlite"


@pytest.mark.parametrize("name", [*WHOLE, *FLAT])
def test_every_format_says_the_same_of_each_record(out: Path, name: str) -> None:
    expected = [
        (record.source, record.id, tuple({key: spelled(cell) for key, cell in row.items()} for row in rows(record)))
        for record in records_in(out / "all.json")
    ]
    path = out / f"all.{(WHOLE | FLAT)[name]}"
    assert [(claim.source, claim.id, claim.rows) for claim in claims_in(path)] == expected


@pytest.mark.parametrize("name", ["all.json", "all.csv", "all.parquet", "all.sqlite", "all.txt"])
def test_what_is_no_output_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b'[{"some": "thing"}]')
    with pytest.raises(UsageError):
        list(claims_in(tmp_path / name))
