"""The workspace of a run: one run at a time, gone on with by the same run only."""

from pathlib import Path

import pytest

from extractor.batch.outputs.growing import Extent
from extractor.batch.tasks.intake import Bookmark
from extractor.batch.workspace import Checkpoint, load_checkpoint, open_workspace, passing_workspace
from extractor.errors import UsageError

DONE = Checkpoint(
    identity={"formats": ["csv"]},
    mark=Bookmark(3, 2, "digest", 7),
    files={".csv": Extent(shard=1, size=20, records=3)},
    tally=[(["records"], 3), (["failure", "empty"], 1)],
)


def test_a_checkpoint_is_found_again(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w", DONE.identity, resume=False) as workspace:
        assert workspace.checkpoint == Checkpoint(identity=DONE.identity)
        workspace.save(DONE)
    with open_workspace(tmp_path / "w", DONE.identity, resume=True) as workspace:
        assert workspace.checkpoint == DONE
        assert workspace.checkpoint.counted()["failure", "empty"] == 1
        workspace.remove()
    assert not (tmp_path / "w").exists()


def test_an_unfinished_run_is_neither_begun_anew_nor_gone_on_with_by_another(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "w", DONE.identity, resume=False) as workspace:
        workspace.save(DONE)
    with (
        pytest.raises(UsageError, match="go on with --resume"),
        open_workspace(tmp_path / "w", DONE.identity, resume=False),
    ):
        pass
    with (
        pytest.raises(UsageError, match="had other --format"),
        open_workspace(tmp_path / "w", {"formats": []}, resume=True),
    ):
        pass


def test_two_runs_do_not_share_it(tmp_path: Path) -> None:
    with (
        open_workspace(tmp_path / "w", {}, resume=False),
        pytest.raises(UsageError, match="another run writes in"),
        open_workspace(tmp_path / "w", {}, resume=False),
    ):
        pass


def test_a_state_that_makes_no_sense_is_refused(tmp_path: Path) -> None:
    assert load_checkpoint(tmp_path) is None
    (tmp_path / "state.json").write_text("{}")
    with pytest.raises(UsageError):
        load_checkpoint(tmp_path)


def test_a_passing_workspace_leaves_nothing(tmp_path: Path) -> None:
    with passing_workspace(tmp_path / "out", "page", {}) as workspace:
        (workspace.directory / "half").touch()
    assert list((tmp_path / "out").iterdir()) == []
