"""Records of one page: found in the index of a run, and left out of its files if so wished.

A record is a duplicate if another that is better (fuller, or came first) has the same address or the same text. Records
that are not chosen are no duplicates, and of none: they are kept apart.
"""

import sqlite3
import struct
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path

from extractor.batch.options import Dedup
from extractor.batch.outputs.growing import GrowingFile, OutputKind
from extractor.batch.outputs.index import read_index

_AT_ONCE = 1024
_NUMBER = struct.Struct("<Q")
_QUERY = """
SELECT number FROM (
    SELECT
        number,
        address,
        row_number() OVER (PARTITION BY address ORDER BY fullness DESC, number) AS of_address,
        row_number() OVER (PARTITION BY text ORDER BY fullness DESC, number) AS of_text
    FROM records
) WHERE (address IS NOT NULL AND of_address > 1) OR of_text > 1 ORDER BY number
"""


def find_duplicates(index: Path, formats: int, dedup: Dedup, target: Path) -> int:
    """Write the numbers of the duplicates to `target`, rising; how many there are.

    The records are sorted in a file beside it, not in memory.
    """
    work = target.with_suffix(".sqlite")
    work.unlink(missing_ok=True)
    found = 0
    with closing(sqlite3.connect(work, isolation_level=None)) as database, target.open("wb") as stream:
        database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN")
        database.execute("CREATE TABLE records (number INTEGER PRIMARY KEY, address BLOB, text BLOB, fullness INTEGER)")
        database.executemany("INSERT INTO records VALUES (?, ?, ?, ?)", _rows(index, formats, dedup))
        for (number,) in database.execute(_QUERY):
            stream.write(_NUMBER.pack(number))
            found += 1
    work.unlink()
    return found


def _rows(index: Path, formats: int, dedup: Dedup) -> Iterator[tuple[int, bytes | None, bytes, int]]:
    for number, entry in enumerate(read_index(index, formats)):
        fullness = entry.fullness if dedup is Dedup.KEEP_BEST else 0
        if entry.is_chosen:
            yield number, entry.address or None, entry.text, fullness


def kept_lengths(index: Path, formats: int, duplicates: Path) -> Iterator[tuple[Sequence[int], bool]]:
    """For every record how long it is in each format, and whether it is kept."""
    dropped = _numbers(duplicates)
    next_dropped = next(dropped, None)
    for number, entry in enumerate(read_index(index, formats)):
        yield entry.lengths, number != next_dropped
        if number == next_dropped:
            next_dropped = next(dropped, None)


def _numbers(path: Path) -> Iterator[int]:
    with path.open("rb") as stream:
        while data := stream.read(_NUMBER.size):
            yield from _NUMBER.unpack(data)


def copy_kept(source: Path, lengths: Iterator[tuple[int, bool]], kind: OutputKind, target: GrowingFile) -> None:
    """Append the records of `source`, one file of this kind, that are kept: each of so many bytes, or not."""
    with source.open("rb") as stream:
        stream.seek(len(kind.head))
        missing = kind.separator  # which the first record in a file lacks
        while some := list(islice(lengths, _AT_ONCE)):
            data = missing + stream.read(sum(length for length, _ in some) - len(missing))
            missing = b""
            target.append(*_kept(data, some))


def _kept(data: bytes, records: list[tuple[int, bool]]) -> tuple[bytes, list[int]]:
    pieces, begin = [], 0
    for length, is_kept in records:
        if is_kept:
            pieces.append(data[begin : begin + length])
        begin += length
    return b"".join(pieces), [length for length, is_kept in records if is_kept]
