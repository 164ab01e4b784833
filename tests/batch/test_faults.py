"""An error of the disk at any call ends in a failure of that input, or in an error from which the run goes on."""

import gc
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from extractor.batch import Manifest, run
from extractor.errors import NothingFound, OutputError
from tests.batch.corpus import write_directory
from tests.batch.faults import failing
from tests.batch.runner import options
from tests.long import LONG

STEP = 1 if LONG else 19
"""Of the calls every so manyth fails."""
CHOSEN = replace(options(resume=True), formats=("json", "csv", "jsonl.gz"), shard_size=None)


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir()) if path.is_file()}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_every_fault_of_the_disk_is_said_and_mended_by_resuming(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = [str(write_directory(tmp_path / "in", 50))]
    run(inputs, tmp_path / "whole", "pages", CHOSEN)
    expected = files(tmp_path / "whole")
    stopped = unread = 0
    for at in count(1, STEP):
        place = tmp_path / str(at)
        with failing(at, monkeypatch) as faults:
            manifest = attempt(inputs, place)
        if not faults.failed:
            break
        if manifest is None:
            stopped += 1
            run(inputs, place, "pages", CHOSEN)
            assert files(place) == expected, faults.failed
        else:
            unread += manifest.counts.failed
            assert (manifest.counts.records, manifest.counts.failed) in ((49, 1), (50, 0)), faults.failed
        assert not (place / ".pages.run").exists()
    assert stopped > 3
    assert unread > 3
    gc.collect()  # a stream of gzip whose first write failed says, from Python 3.13 on, that it cannot be closed


def attempt(inputs: list[str], place: Path) -> Manifest | None:
    """The manifest, None if the run says that it could not write."""
    try:
        return run(inputs, place, "pages", CHOSEN)
    except OutputError as error:
        assert "--resume" in str(error)  # noqa: PT017 - that it is raised is one of two right outcomes
        return None


def test_a_run_that_reads_nothing_leaves_earlier_results(tmp_path: Path) -> None:
    folder = write_directory(tmp_path / "in", 5)
    run([str(folder)], tmp_path / "out", "pages", CHOSEN)
    earlier = files(tmp_path / "out")
    for path in folder.rglob("*.txt"):
        path.write_bytes(b"\0\1\2" * 99)
    for inputs in ([str(folder)], [str(tmp_path / "inn")]):
        with pytest.raises(NothingFound):
            run(inputs, tmp_path / "out", "pages", CHOSEN)
        assert files(tmp_path / "out") == earlier
