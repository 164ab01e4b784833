"""Archives of a few pages, and what comes out of them."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import zstandard

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import SourceOptions, documents

Compress = Callable[[bytes], bytes]
COMPRESSIONS: dict[str, Compress] = {
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


def read(path: Path, **options: int) -> list[Document | Failure]:
    return list(documents([str(path)], SourceOptions(**options)))  # type: ignore[arg-type]


def contents(path: Path) -> dict[str, bytes | str | Reason]:
    """What comes out of `path`: content or reason, by the part of the source behind the path."""
    prefix = str(path)
    return {
        (item.source or "").removeprefix(prefix): item.content if isinstance(item, Document) else item.reason
        for item in read(path)
    }


def zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return buffer.getvalue()


MEMBERS = {"a/1.txt": b"Why?" * 500, "a/2.html": b"<p>Because." * 300, "a/logo.png": b"\x89PNG", "3.txt": b"Well."}
PAGES = {"#" + name: content for name, content in MEMBERS.items() if not name.endswith(".png")}
