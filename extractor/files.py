"""Files that appear whole under their name or not at all, in folders that one run writes to."""

import errno
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout

from extractor.errors import OutputError, UsageError

_REMEDIES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "make room there"),
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR), "move away the file that stands where a folder is to be"),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), "allow more open files (ulimit -n)"),
}
"""What can be done about what the system says; where it says anything else the place itself is in question."""


@contextmanager
def writing(place: Path, option: str = "-o", further: str = "") -> Iterator[None]:
    """Say of whatever cannot be written meanwhile that it is `place`; `option` names another.

    `further` is what else can be done then.

    Raises:
        OutputError: in the place of an OSError.

    """
    try:
        yield
    except OSError as error:
        why = error.strerror or error
        remedy = _REMEDIES.get(error.errno or 0, "check that you may write there") + further
        raise OutputError(f"cannot write {place}: {why}; {remedy}, or choose another place with {option}") from error


@contextmanager
def beside(target: Path, option: str = "-o", further: str = "") -> Iterator[Path]:
    """A new file in the directory of `target` for what is to become it; removed at the end if it is still there.

    Raises:
        OutputError: if it cannot be made, or if anything raises an OSError meanwhile.

    """
    with writing(target, option, further):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        os.close(handle)
        part = Path(name)
        try:
            part.chmod(0o666 & ~_umask())  # mkstemp's files are for the owner alone
            yield part
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def whole_file(target: Path, option: str = "-o", further: str = "") -> Iterator[IO[str]]:
    """A UTF-8 stream, line ends as given, that becomes `target` when the block ends well and leaves nothing otherwise.

    Raises:
        OutputError: if the file cannot be written.

    """
    with beside(target, option, further) as part:
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
    with writing(directory, option):
        directory.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire()
        except Timeout as error:  # which is an OSError
            message = f"another run writes in {directory}; wait for it or choose another place with {option}"
            raise UsageError(message) from error
    try:
        yield
    finally:
        lock.release()
