"""Files that appear whole under their name or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extractor.errors import OutputError


@contextmanager
def whole_file(path: Path) -> Iterator[IO[str]]:
    """A UTF-8 stream, line ends as given, that becomes `path` when the block ends well and leaves nothing otherwise.

    Raises:
        OutputError: if the file cannot be written.

    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        _publish(Path(beside), path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        Path(beside).unlink(missing_ok=True)


def _publish(beside: Path, path: Path) -> None:
    beside.chmod(0o666 & ~_umask())  # mkstemp's files are for the owner alone
    beside.replace(path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot write {path}: {error.strerror or error}; make room or choose another place with -o")
