"""Files by name: local paths, `-` for standard input, and the addresses that fsspec knows (s3://, gs://, https://)."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from extractor.errors import MissingExtra
from extractor.extras import require

STDIN = "-"


def is_remote(path: str) -> bool:
    """Whether `path` is an address and not a local path.

    >>> is_remote("s3://bucket/key"), is_remote("C:/pages")
    (True, False)
    """
    return "://" in path


def store_of(address: str) -> tuple[Any, str]:
    """The store of an address, as fsspec knows it, and the place in it.

    Raises:
        MissingExtra: if fsspec is not installed, or what it needs for this kind of store.
        Exception: whatever else it raises, such as a ValueError for a kind that it does not know.

    """
    try:
        store, place = require("fsspec", "remote").core.url_to_fs(address)
    except ImportError as error:
        raise MissingExtra(f"{error}, by pip") from error
    return store, place


@contextmanager
def open_binary(path: str) -> Iterator[IO[bytes]]:
    """The bytes of the file.

    Raises:
        OSError: if it cannot be opened.
        MissingExtra: if it is remote and what its store needs is not installed.

    """
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        yield sys.stdin.buffer
    elif is_remote(path):
        store, place = store_of(path)
        with store.open(place, "rb") as remote:
            yield cast("IO[bytes]", remote)
    else:
        with open(path, "rb") as local:
            yield local
