"""Files by name: local paths, `-` for standard input, and the addresses that fsspec knows (s3://, gs://, https://)."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from extractor.extras import require

STDIN = "-"


def is_remote(path: str) -> bool:
    """Whether `path` is an address and not a local path.

    >>> is_remote("s3://bucket/key"), is_remote("C:/pages")
    (True, False)
    """
    return "://" in path


@contextmanager
def open_binary(path: str) -> Iterator[IO[bytes]]:
    """The bytes of the file.

    Raises:
        OSError: if it cannot be opened.
        MissingExtra: if it is remote and fsspec is not installed.

    """
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "it is closed")
        yield sys.stdin.buffer
    elif is_remote(path):
        with require("fsspec", "remote").open(path, "rb") as remote:
            yield cast("IO[bytes]", remote)
    else:
        with open(path, "rb") as local:
            yield local
