"""What makes a result is its identity; what is a result is no input."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, Dedup, run
from extractor.batch.plan import Plan, differing
from extractor.errors import UsageError
from extractor.sources import Input
from tests.batch import readers
from tests.batch.corpus import write_directory

OPTIONS = BatchOptions(formats=("jsonl",), jobs=0, reader=readers.read)


@pytest.mark.parametrize(
    "other",
    [{"formats": ("csv",)}, {"dedup": Dedup.FIRST}, {"shard_size": 5}, {"excel": True}, {"reader": readers.unsure}],
)
def test_other_options_are_another_run(tmp_path: Path, other: dict[str, object]) -> None:
    changed = replace(OPTIONS, **other)  # type: ignore[arg-type] # of several types
    assert Plan(("in",), tmp_path, "all", OPTIONS).identity() != Plan(("in",), tmp_path, "all", changed).identity()


def test_how_fast_it_is_read_makes_no_difference(tmp_path: Path) -> None:
    fast = replace(OPTIONS, jobs=8, checkpoint_seconds=9.0, resume=True)
    assert Plan(("in",), tmp_path, "all", OPTIONS).identity() == Plan(("in",), tmp_path, "all", fast).identity()


def test_results_in_the_folder_that_is_read_are_no_inputs(tmp_path: Path) -> None:
    write_directory(tmp_path, 4)
    run([str(tmp_path)], tmp_path, "all", OPTIONS)
    (tmp_path / "others.jsonl").write_text('{"text": "Why?"}')
    found = Plan((str(tmp_path),), tmp_path, "all", OPTIONS).found()
    assert sorted(Path(item.path).name for item in found if isinstance(item, Input)) == [
        "00000.txt",
        "00001.txt",
        "00002.txt",
        "00003.txt",
        "others.jsonl",
    ]


def test_a_result_does_not_take_the_place_of_an_input(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="would be overwritten"):
        Plan((str(tmp_path / "all.jsonl"),), tmp_path, "all", OPTIONS).check()


@pytest.mark.parametrize("formats", [(), ("csv", "csv")])
def test_formats_are_given_once_and_at_least_one(tmp_path: Path, formats: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="once, and at least one"):
        Plan(("in",), tmp_path, "all", replace(OPTIONS, formats=formats)).formats()


def test_an_identity_can_be_written_whatever_its_files_are_called(tmp_path: Path) -> None:
    named = replace(OPTIONS, files_from="\udcfe", skip_known=(tmp_path / "\udcff",))
    assert json.dumps(Plan(("\udcff",), tmp_path, "all", named).identity(), ensure_ascii=False).encode()


def test_what_differs_is_called_as_the_user_calls_it(tmp_path: Path) -> None:
    kept, other = (Plan((name,), tmp_path, "all", OPTIONS).identity() for name in "ab")
    changed = replace(OPTIONS, shard_size=5, reader=readers.unsure)
    assert differing(kept, dict(kept)) is None
    assert differing(kept, Plan(("a",), tmp_path, "all", changed).identity()) == "--shard-size, --spans or --layout"
    assert (differing(kept, other), differing(kept, other, besides=("inputs",))) == ("inputs", None)
