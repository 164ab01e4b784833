"""Files that appear whole under their name or not at all."""

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extractor.errors import UsageError, unwritable


@contextmanager
def beside(target: Path) -> Iterator[Path]:
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
        raise unwritable(target, error) from error
    finally:
        if part:
            part.unlink(missing_ok=True)


@contextmanager
def whole_file(target: Path) -> Iterator[IO[str]]:
    """A UTF-8 stream, line ends as given, that becomes `target` when the block ends well and leaves nothing otherwise.

    Raises:
        OutputError: if the file cannot be written.

    """
    with beside(target) as part:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        publish(part, target)


def spare(inputs: Iterable[str], targets: Iterable[Path]) -> None:
    """Refuse to write to a file that is read.

    Raises:
        UsageError: if one of `targets` is an input.

    """
    places = {target.resolve() for target in targets}
    for name in inputs:
        if Path(name).resolve() in places:
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
