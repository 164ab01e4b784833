"""The directory of an unfinished run: what grows in it, and the checkpoint from which it goes on at any moment."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from extractor.batch.account.tally import Tally
from extractor.batch.outputs.growing import Extent
from extractor.batch.plan import differing
from extractor.batch.tasks.intake import Bookmark
from extractor.errors import UsageError
from extractor.files import locked, whole_file

GO_ON = " and go on with --resume"
"""What can be done besides where a run could not write."""


class Checkpoint(BaseModel):
    """What a run has done: `identity` is what makes its result, by which another run is told from it."""

    model_config = ConfigDict(frozen=True)

    identity: dict[str, JsonValue]
    mark: Bookmark = Bookmark()
    files: dict[str, Extent] = {}
    tally: list[tuple[list[str], int]] = []
    is_read: bool = False
    begins: int | None = None
    """Of a part that begins within an archive: the seam, as far as it was known, at which it began."""

    def counted(self) -> Tally:
        """The tally."""
        return Tally({tuple(key): number for key, number in self.tally})


class Workspace:
    """The directory and the checkpoint in it."""

    def __init__(self, directory: Path, checkpoint: Checkpoint) -> None:
        self.directory = directory
        self.checkpoint = checkpoint

    def save(self, checkpoint: Checkpoint) -> None:
        """Make `checkpoint` the one to go on from; what it speaks of must be on the disk."""
        with whole_file(_state_file(self.directory), further=GO_ON) as stream:
            stream.write(checkpoint.model_dump_json())
            stream.flush()
            os.fsync(stream.fileno())
        self.checkpoint = checkpoint

    def remove(self) -> None:
        """The run is over. The checkpoint goes first: nobody goes on from what is left if this is stopped."""
        _state_file(self.directory).unlink()
        shutil.rmtree(self.directory)


@contextmanager
def open_workspace(directory: Path, identity: dict[str, JsonValue], *, resume: bool) -> Iterator[Workspace]:
    """The workspace of a run, locked against others.

    Raises:
        UsageError: if there is an unfinished run and none was to be resumed, if it was another, or if it still lasts.
        OutputError: if the directory cannot be made.

    """
    with locked(directory, "-o"):
        found = load_checkpoint(directory)
        _check(found, identity, directory, resume=resume)
        yield Workspace(directory, found or Checkpoint(identity=identity))


@contextmanager
def passing_workspace(directory: Path, name: str, identity: dict[str, JsonValue]) -> Iterator[Workspace]:
    """A workspace in `directory` that is gone at the end, however that comes: there is no going on from it.

    Raises:
        OSError: if it cannot be made.

    """
    directory.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{name}.", dir=directory, ignore_cleanup_errors=True) as made:
        yield Workspace(Path(made), Checkpoint(identity=identity))


def _state_file(directory: Path) -> Path:
    return directory / "state.json"


def load_checkpoint(directory: Path) -> Checkpoint | None:
    """The checkpoint in a workspace, None if there is none.

    Raises:
        UsageError: if it cannot be understood.

    """
    path = _state_file(directory)
    if not path.exists():
        return None
    try:
        return Checkpoint.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise UsageError(f"{path} is of another version or damaged; remove {path.parent} to begin anew") from error


def _check(found: Checkpoint | None, identity: dict[str, JsonValue], directory: Path, *, resume: bool) -> None:
    if found and not resume:
        raise UsageError(f"{directory} holds an unfinished run; go on with --resume, or remove it to begin anew")
    if found and (changed := differing(found.identity, identity)):
        raise UsageError(f"the unfinished run had other {changed}; begin anew by removing {directory}")
