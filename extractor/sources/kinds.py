"""What a stream of bytes holds: by its first bytes, where they do not say by its name."""

import re
from enum import Enum, auto

from extractor.sources.codecs import codec_by_name, codec_of
from extractor.sources.names import LINES, PAGE_TYPES, kind_by_name

HEAD = 512
"""As many of the first bytes are looked at."""

_OBJECT = re.compile(rb'\s*\{\s*"')


class Kind(Enum):
    """What there is to read."""

    PAGE = auto()
    COMPRESSED = auto()
    ZIP = auto()
    TAR = auto()
    WARC = auto()
    LINES = auto()
    PARQUET = auto()


def kind_of(head: bytes, name: str) -> Kind:
    """What begins with `head` and is called `name`.

    >>> kind_of(b"WARC/1.0", "crawl.warc.gz"), kind_of(b"Why?", "page")
    (<Kind.WARC: 5>, <Kind.PAGE: 1>)
    """
    return _by_content(head) or _by_name(head, name)


def _by_content(head: bytes) -> Kind | None:
    if head.startswith(b"WARC/"):
        return Kind.WARC
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Kind.ZIP
    if head[257:262] == b"ustar":
        return Kind.TAR
    if head.startswith(b"PAR1"):
        return Kind.PARQUET
    return Kind.COMPRESSED if codec_of(head) else None


def _by_name(head: bytes, name: str) -> Kind:
    kind = kind_by_name(name)
    if kind in (".warc", ".wet"):  # its beginning is damaged
        return Kind.COMPRESSED if codec_by_name(name) else Kind.WARC
    if kind == ".tar":
        return Kind.TAR
    if kind in LINES or (kind not in PAGE_TYPES and _OBJECT.match(head)):
        return Kind.LINES
    return Kind.PAGE
