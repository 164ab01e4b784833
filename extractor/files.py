"""Files that appear whole under their name or not at all, in folders that one run writes to."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout

from extractor.errors import UsageError, unwritable


@contextmanager
def beside(target: Path, further: str = "") -> Iterator[Path]:
    """A new file in the directory of `target` for what is to become it; removed at the end if it is still there.

    Raises:
        OutputError: if it cannot be made, or if anything raises an OSError meanwhile.

    """
    part = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        part = Path(name)
        part.chmod(0o666 & ~_umask())  # mkstemp's files are for the owner alone
        yield part
    except OSError as error:
        raise unwritable(target, error, further=further) from error
    finally:
        if part:
            part.unlink(missing_ok=True)


@contextmanager
def whole_file(target: Path, further: str = "") -> Iterator[IO[str]]:
    """A UTF-8 stream, line ends as given, that becomes `target` when the block ends well and leaves nothing otherwise.

    Raises:
        OutputError: if the file cannot be written.

    """
    with beside(target, further) as part:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        publish(part, target)


def spare(inputs: Iterable[str], targets: Iterable[Path]) -> None:
    """Refuse to write to a file that is read.

    Raises:
        UsageError: if one of `targets` is an input.

    """
    places = {os.path.realpath(target) for target in targets}  # a link to itself is no error here
    for name in inputs:
        if os.path.realpath(name) in places:
            raise UsageError(f"{name} would be overwritten by its records; choose another place for them with -o")


def publish(part: Path, target: Path, finish: Callable[[Path, Path], None] | None = None) -> None:
    """Make `part`, or what `finish` makes of it, appear as `target`.

    Raises:
        OutputError: if it cannot be written.

    """
    if finish:
        with beside(target) as finished:
            finish(part, finished)
            publish(finished, target)
    else:
        part.replace(target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def locked(directory: Path, option: str) -> Iterator[None]:
    """Hold `directory`, which is made if need be; `option` is the one that names another.

    The operating system lets go of it when the process ends, however it ends.

    Raises:
        UsageError: if another process holds it.
        OutputError: if it cannot be made.

    """
    lock = FileLock(directory / ".lock", blocking=False)
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout as error:
        message = f"another run writes in {directory}; wait for it or choose another place with {option}"
        raise UsageError(message) from error
    except OSError as error:
        raise unwritable(directory, error, option) from error
    try:
        yield
    finally:
        lock.release()
