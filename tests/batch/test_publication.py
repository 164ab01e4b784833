"""All files of a run take their places, or none."""

from itertools import count
from pathlib import Path

import pytest

from extractor.batch import run
from tests.batch.corpus import write_directory
from tests.batch.test_faults import CHOSEN, attempt, files


def test_a_file_that_cannot_take_its_place_leaves_all_of_an_earlier_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of each rename that publishes the second run: the files of the first are there as they were."""
    run([str(write_directory(tmp_path / "one", 5))], tmp_path / "out", "pages", CHOSEN)
    earlier = files(tmp_path / "out")
    inputs = [str(write_directory(tmp_path / "two", 9))]
    taken = Path.replace
    for at in count(1):
        calls = iter(count(1))

        def fail_once(path: Path, place: Path, at: int = at, calls: "count[int]" = calls) -> Path:
            if ".pages.run" in str(path) + str(place) and "state" not in str(place) and next(calls) == at:
                raise OSError(28, "No space left on device")
            return taken(path, place)

        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", fail_once)
            manifest = attempt(inputs, tmp_path / "out")
        if manifest:
            break
        assert files(tmp_path / "out") == earlier, at
    assert at > 8
    assert files(tmp_path / "out").keys() == earlier.keys()
