"""What the names of files say: which are pages, archives, corpora, and which of them are wanted."""

import os
from fnmatch import fnmatchcase

from extractor.document import MediaType
from extractor.sources.codecs import CODECS
from extractor.sources.slices import SourceOptions

PAGE_TYPES = {
    ".txt": MediaType.TEXT,
    ".text": MediaType.TEXT,
    ".html": MediaType.HTML,
    ".htm": MediaType.HTML,
    ".xhtml": MediaType.HTML,
}
"""What the end of a page's name says of its content."""

LINES = (".jsonl", ".ndjson")
CONTAINERS = (".zip", ".tar", ".tgz", ".tbz2", ".txz", ".warc", ".wet", ".wacz", ".parquet", *LINES)
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
