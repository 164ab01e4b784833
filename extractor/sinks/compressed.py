"""Compressed text: .gz, .bz2, .xz, .zst. Equal content gives equal bytes: no names, no times."""

import bz2
import gzip
import lzma
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from typing import IO, cast

from extractor.extras import require


@contextmanager
def _gzip(target: Path) -> Iterator[IO[bytes]]:
    with target.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as stream:
        yield cast("IO[bytes]", stream)


@contextmanager
def _zstandard(target: Path) -> Iterator[IO[bytes]]:
    with target.open("wb") as raw, require("zstandard", "archives").ZstdCompressor().stream_writer(raw) as stream:
        yield stream


_OPEN: Mapping[str, Callable[[Path], AbstractContextManager[IO[bytes]]]] = {
    ".gz": _gzip,
    ".bz2": partial(bz2.BZ2File, mode="wb"),
    ".xz": partial(lzma.LZMAFile, mode="wb"),
    ".zst": _zstandard,
}


def _compress(extension: str, part: Path, target: Path) -> None:
    with part.open("rb") as source, _OPEN[extension](target) as stream:
        shutil.copyfileobj(source, stream, 1 << 20)


COMPRESSIONS: Mapping[str, Callable[[Path, Path], None]] = {
    extension: partial(_compress, extension) for extension in _OPEN
}
"""By extension: how a finished file becomes a compressed one."""
