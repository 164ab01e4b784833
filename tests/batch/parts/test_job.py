"""A job says on every machine what its parts are and how they are read."""

from pathlib import Path

import pytest

from extractor.batch import BatchOptions
from extractor.batch.parts.job import begin_job, load_job, name_of
from extractor.errors import Reason, UsageError
from extractor.records import Failure
from extractor.sources import Input, LeftOut
from tests.batch.corpus import write_directory

OPTIONS = BatchOptions(formats=("jsonl",), excel=True, jobs=0)


def test_a_job_is_the_same_for_whoever_loads_it(tmp_path: Path) -> None:
    folder = write_directory(tmp_path / "in", 5)
    (folder / "picture.png").touch()
    job = begin_job([str(folder), "missing.txt"], tmp_path / "parts", OPTIONS, 1)
    assert load_job(tmp_path / "parts") == job
    assert job.names == [str(folder), "missing.txt"]
    kinds = {type(item) for part in job.parts for item in part}
    assert kinds == {Input, LeftOut, Failure}
    plan = job.plan(tmp_path, "all", BatchOptions())
    assert (plan.options.formats, plan.options.excel) == (("jsonl",), True)


def test_it_is_begun_once_and_with_the_same_options(tmp_path: Path) -> None:
    folder = str(write_directory(tmp_path / "in", 2))
    begin_job([folder], tmp_path / "parts", OPTIONS)
    with pytest.raises(UsageError, match="other --format"):
        begin_job([folder], tmp_path / "parts", BatchOptions(formats=("csv",), excel=True, jobs=0))


def test_a_part_is_called_by_the_first_of_its_inputs_that_is_read() -> None:
    failure = Failure(source="gone", reason=Reason.MISSING, detail="")
    assert name_of((failure, Input("a.txt"), Input("b.txt"))) == "a.txt"
    assert name_of((failure, LeftOut("c.png"))) == "gone"
