"""How far a run is, is said before its first page, and whenever more have been read."""

from itertools import pairwise
from pathlib import Path

import pytest

from extractor.batch import BatchOptions, Progress, run
from tests.batch import readers
from tests.batch.corpus import write_directory


def test_progress_is_said_from_the_beginning_to_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.tasks.intake._SLICES_PER_TASK", 10)
    folder = write_directory(tmp_path / "in", 35)
    said: list[Progress] = []
    manifest = run([str(folder)], tmp_path / "out", "all", BatchOptions(jobs=0, reader=readers.read), said.append)
    assert [progress.counts.documents for progress in said] == [0, 10, 20, 30, 35]
    assert all(before.done < after.done for before, after in pairwise(said))
    assert said[-1].done == sum(path.stat().st_size for path in folder.rglob("*.txt"))
    assert said[-1].counts.records == manifest.counts.records


def test_the_first_checkpoint_is_made_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("extractor.batch.tasks.intake._SLICES_PER_TASK", 10)
    state = tmp_path / "out" / ".all.run" / "state.json"
    seen: list[bool] = []
    options = BatchOptions(jobs=0, reader=readers.read, checkpoint_seconds=3600)
    run(
        [str(write_directory(tmp_path / "in", 30))],
        tmp_path / "out",
        "all",
        options,
        lambda _: seen.append(state.exists()),
    )
    assert seen == [False, False, True, True]
