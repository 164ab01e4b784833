"""What files are: by their names, by their first bytes where these tell, and which of them are wanted."""

import os
import re
from collections.abc import Mapping
from enum import Enum, auto
from fnmatch import fnmatchcase

from extractor.document import MediaType
from extractor.sources.codecs import CODECS, codec_by_head, codec_by_name
from extractor.sources.slices import SourceOptions

PAGE_TYPES: Mapping[str, MediaType | None] = {
    ".txt": MediaType.TEXT,
    ".text": MediaType.TEXT,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
    ".mhtml": None,
    ".mht": None,
}
"""What the end of a page's name says of its content; None where the page is wrapped in something else."""

LINES = (".jsonl", ".ndjson")
CONTAINERS = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".warc", ".wet", ".arc", ".wacz", ".parquet", *LINES)
_COMPRESSED = tuple(codec.extension for codec in CODECS)


def printable(path: str) -> str:
    """The path as text that can be written as UTF-8, whatever bytes the file system holds."""
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")


def kind_by_name(name: str) -> str:
    """The extension that tells what a file is, in lower case, behind that of a compression.

    >>> kind_by_name("pages/1.HTML.gz"), kind_by_name("crawl.warc.gz"), kind_by_name("page")
    ('.html', '.warc', '')
    """
    stem, extension = os.path.splitext(name)
    extension = extension.lower()
    return os.path.splitext(stem)[1].lower() if extension in _COMPRESSED else extension


def is_page_address(text: str) -> bool:
    """Whether an input is the address of a web page: not a file, and not a corpus that lies on a server.

    >>> [is_page_address(text) for text in ("https://example.com/q", "pages/q.txt", "https://example.com/q.parquet")]
    [True, False, False]
    """
    scheme, _, rest = text.partition("://")
    path = re.split("[?#]", rest.partition("/")[2], maxsplit=1)[0]
    return scheme.lower() in ("http", "https") and kind_by_name(path) not in CONTAINERS


def without_compression(name: str) -> str:
    """The name without the extension of a compression, if it has one.

    >>> without_compression("page.txt.GZ"), without_compression("page.txt")
    ('page.txt', 'page.txt')
    """
    stem, extension = os.path.splitext(name)
    return stem if extension.lower() in _COMPRESSED else name


def is_wanted(name: str, options: SourceOptions) -> bool:
    """Whether a file of a directory or a member of an archive is to be read, by its name (relative, with slashes)."""
    if any(_matches(name, pattern) for pattern in options.exclude):
        return False
    if options.include:
        return any(_matches(name, pattern) for pattern in options.include)
    kind = kind_by_name(name)
    return kind in PAGE_TYPES or kind in CONTAINERS


def _matches(name: str, pattern: str) -> bool:
    return fnmatchcase(name, pattern) or fnmatchcase(name.rpartition("/")[2], pattern)


POINTER = b"version https://git-lfs.github.com/spec/"
"""How the files begin that git-lfs leaves in the place of others."""

HEAD = 512
"""As many of the first bytes are looked at."""

_OBJECT = re.compile(rb'\s*(?:\[\s*)?\{\s*"')


class FileKind(Enum):
    """What there is to read."""

    PAGE = auto()
    COMPRESSED = auto()
    ZIP = auto()
    TAR = auto()
    WARC = auto()
    ARC = auto()
    LINES = auto()
    PARQUET = auto()


def kind_of(head: bytes, name: str) -> FileKind:
    """What begins with `head` and is called `name`.

    >>> kind_of(b"WARC/1.0", "crawl.warc.gz"), kind_of(b"Why?", "page")
    (<FileKind.WARC: 5>, <FileKind.PAGE: 1>)
    """
    return _by_content(head) or _by_name(head, name)


_BY_NAME = {
    ".tar": FileKind.TAR,
    ".parquet": FileKind.PARQUET,
    ".arc": FileKind.ARC,
    ".zip": FileKind.ZIP,
    ".wacz": FileKind.ZIP,
}
_NEVER_UNDONE = (".zst", ".xz", ".bz2")
"""Compressions that no web server undoes on the way, as they do with .gz."""


def _by_content(head: bytes) -> FileKind | None:
    if head.startswith(b"WARC/"):
        return FileKind.WARC
    if head.startswith(b"filedesc://"):
        return FileKind.ARC
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return FileKind.ZIP
    if head[257:262] == b"ustar":
        return FileKind.TAR
    if head.startswith(b"PAR1"):
        return FileKind.PARQUET
    return FileKind.COMPRESSED if codec_by_head(head) else None


def _by_name(head: bytes, name: str) -> FileKind:
    kind = kind_by_name(name)
    if kind in (".warc", ".wet"):  # its beginning is damaged
        return FileKind.COMPRESSED if codec_by_name(name) else FileKind.WARC
    if kind in _BY_NAME:
        return _BY_NAME[kind]
    if name.lower().endswith(_NEVER_UNDONE):
        return FileKind.COMPRESSED  # and damaged
    if kind in LINES or (kind not in PAGE_TYPES and _OBJECT.match(head)):
        return FileKind.LINES
    return FileKind.PAGE
