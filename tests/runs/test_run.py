"""A run is found by its manifest, and by any of its outputs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run
from extractor.errors import UsageError
from extractor.records.choice import Choice
from extractor.runs import open_run
from extractor.runs.run import run_of
from tests.batch import readers
from tests.batch.corpus import write_directory


def test_the_records_of_a_run_are_those_of_its_outputs_and_those_kept_apart(tmp_path: Path) -> None:
    folder = write_directory(tmp_path / "in", 5)
    (folder / "0" / "00002.txt").write_text("Why doubt?\nSo.")
    options = BatchOptions(formats=("csv", "jsonl"), jobs=0, reader=readers.read, choice=Choice(only_flagged=True))
    run([str(folder)], tmp_path / "out", "all", options)
    found = open_run(tmp_path / "out" / "all.run.json")
    sources = [Path(record.source or "").name for record in found.records()]
    assert sources[0] == "00002.txt"
    assert sorted(sources) == [f"{number:05}.txt" for number in range(5)]
    assert found.beside(".report.html") == tmp_path / "out" / "all.report.html"


def test_an_output_belongs_to_the_run_that_names_it(tmp_path: Path) -> None:
    folder = str(write_directory(tmp_path / "in", 2))
    for name in ("all", "all-2"):
        run([folder], tmp_path / "out", name, BatchOptions(formats=("csv",), jobs=0, reader=readers.read))
    own = run_of(tmp_path / "out" / "all-2.csv")
    assert own
    assert own.name == "all-2"
    assert run_of(tmp_path / "out" / "all.errors.jsonl") is None or own.name == "all-2"
    (tmp_path / "else.csv").touch()
    assert run_of(tmp_path / "else.csv") is None


def test_what_is_no_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no manifest"):
        open_run(tmp_path / "all.json")


def test_a_run_that_wrote_no_whole_records_says_so(tmp_path: Path) -> None:
    folder = str(write_directory(tmp_path / "in", 2))
    run([folder], tmp_path / "out", "all", BatchOptions(formats=("csv",), jobs=0, reader=readers.read))
    with pytest.raises(UsageError):
        list(open_run(tmp_path / "out" / "all.run.json").records())


def test_a_run_may_be_called_like_a_format(tmp_path: Path) -> None:
    folder = str(write_directory(tmp_path / "in", 2))
    options = BatchOptions(formats=("csv", "jsonl"), jobs=0, reader=readers.read)
    run([folder], tmp_path / "out", "pages.json", options)
    assert len(list(open_run(tmp_path / "out").records())) == 2


@pytest.mark.parametrize(("damage", "message"), [(Path.unlink, "must lie beside the manifest"), (None, "line 1 of")])
def test_a_list_of_failures_that_cannot_be_read_is_named(
    tmp_path: Path, damage: Callable[[Path], None] | None, message: str
) -> None:
    folder = str(write_directory(tmp_path / "in", 1))
    run([folder], tmp_path / "out", "all", BatchOptions(formats=("csv",), jobs=0, reader=readers.read))
    errors = tmp_path / "out" / "all.errors.jsonl"
    damage(errors) if damage else errors.write_text("{}\n")
    with pytest.raises(UsageError, match=message):
        list(open_run(tmp_path / "out").failures())
