"""An index of the records of a run: by what to know duplicates, which of them is fuller, where each one's text ends.

Entries have a fixed size, so that the file can be cut at any of them and read without holding it.
"""

import struct
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from extractor.records import QAPage

_KEY = 16
_ENTRIES_AT_ONCE = 4096


class Entry(NamedTuple):
    """What is noted of a record: keys of its address (empty if unknown) and of its text, fullness, bytes by format."""

    address: bytes
    text: bytes
    fullness: int
    lengths: tuple[int, ...]
    """0 in the formats that the record is not written in."""

    @property
    def is_chosen(self) -> bool:
        """Whether it is written in the formats that were asked for, and not kept apart."""
        return self.lengths[0] > 0


def entry_of(page: QAPage, number: int, filled: int, lengths: Sequence[int]) -> Entry:
    """The entry of a record, the `number`th of its page, with so many `filled` fields and such encoded lengths.

    The fuller of two records has more fields with a value, then the longer text.
    """
    texts = (page.question.title, page.question.body, *(text for a in page.answers for text in (a.headline, a.body)))
    letters = "".join(filter(None, texts)).encode().translate(None, b" \t\r\n")
    address = _key(f"{_address(page.url)}#{number}".encode()) if page.url else b""
    return Entry(address, _key(letters), (filled << 32) + len(letters), tuple(lengths))


def pack(entries: Sequence[Entry], formats: int) -> bytes:
    """The entries as they stand in the file; each has the lengths of so many `formats`."""
    shape = _shape(formats)
    return b"".join(shape.pack(one.address, one.text, one.fullness, *one.lengths) for one in entries)


def unpack(data: bytes, formats: int) -> Iterator[Entry]:
    """The entries in `data`."""
    for address, text, fullness, *lengths in _shape(formats).iter_unpack(data):
        yield Entry(address.rstrip(b"\0"), text, fullness, tuple(lengths))


def read_index(path: Path, formats: int) -> Iterator[Entry]:
    """The entries in a file, in order."""
    with path.open("rb") as stream:
        while data := stream.read(_shape(formats).size * _ENTRIES_AT_ONCE):
            yield from unpack(data, formats)


def _shape(formats: int) -> struct.Struct:
    return struct.Struct(f"<{_KEY}s{_KEY}sQ{formats}I")


def _key(data: bytes) -> bytes:
    return blake2b(data, digest_size=_KEY).digest()


def _address(url: str) -> str:
    """The address without what does not tell pages apart: scheme, fragment, case of the host, slash at the end.

    >>> _address("http://Site.example/question/1/#answers") == _address("https://site.example/question/1")
    True
    """
    rest = url.rpartition("://")[2].partition("#")[0]
    host, slash, path = rest.partition("/")
    return (host.lower() + slash + path).rstrip("/")
