"""Keeping two runs from writing to one place."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import UsageError, unwritable


@contextmanager
def locked(directory: Path, option: str) -> Iterator[None]:
    """Hold `directory`, which is made if need be; `option` is the one that names another.

    The operating system lets go of it when the process ends, however it ends.

    Raises:
        UsageError: if another process holds it.
        OutputError: if it cannot be made.

    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        handle = os.open(directory, os.O_RDONLY)
    except OSError as error:
        raise unwritable(directory, error, option) from error
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            message = f"another run writes in {directory}; wait for it or choose another place with {option}"
            raise UsageError(message) from error
        yield
    finally:
        os.close(handle)
