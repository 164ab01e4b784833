"""What earlier runs have read is left out; what has changed since, or could not be had, is not."""

import os
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, run
from extractor.batch.known import known_inputs
from extractor.errors import Reason, UsageError
from extractor.records import Failure
from extractor.sources import SourceOptions, find
from tests.batch import readers
from tests.batch.corpus import write_directory


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_directory(tmp_path / "in", 3)
    run([str(folder)], tmp_path / "out", "all", BatchOptions(formats=("jsonl",), jobs=0, reader=readers.read))
    return folder


def test_files_are_known_by_name_size_and_time(folder: Path) -> None:
    known = known_inputs([folder.parent / "out" / "all.run.json"])
    assert list(known.without(find([str(folder)], SourceOptions()))) == []
    changed = folder / "0" / "00000.txt"
    os.utime(changed, ns=(1, 1))
    (folder / "0" / "new.txt").write_text("Why?")
    rest = [item.path for item in known.without(find([str(folder)], SourceOptions())) if not isinstance(item, Failure)]  # type: ignore[union-attr] # nothing is left out
    assert rest == [str(changed), str(folder / "0" / "new.txt")]


def test_a_page_of_the_web_that_could_not_be_had_is_worth_another_try(tmp_path: Path) -> None:
    sources = [f"https://site.example/{number}" for number in range(3)]
    (tmp_path / "all.run.json").touch()
    lines = [f'{{"path": "{source}", "size": null, "modified": null}}\n' for source in sources]
    (tmp_path / "all.inputs.jsonl").write_text("".join(lines))
    failures = [
        Failure(source=source, reason=reason, detail="so")
        for source, reason in zip(sources, (Reason.TIMEOUT, Reason.NOT_A_QA_PAGE), strict=False)
    ]
    (tmp_path / "all.errors.jsonl").write_text("".join(failure.model_dump_json() + "\n" for failure in failures))
    known = known_inputs([tmp_path / "all.run.json"])
    assert [known.has_page(source) for source in sources] == [False, True, True]


def test_what_is_no_manifest_or_has_no_lists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no manifest"):
        known_inputs([tmp_path / "all.json"])
    with pytest.raises(UsageError, match="must lie beside the manifest"):
        known_inputs([tmp_path / "all.run.json"])
