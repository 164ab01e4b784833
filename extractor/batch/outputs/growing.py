"""Files that grow while a run lasts, and can be cut back to where they were at a checkpoint."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.sinks import TextFormat


class Extent(BaseModel):
    """How far a growing file has come: the shard that is being written, its bytes and its records."""

    model_config = ConfigDict(frozen=True)

    shard: int = 0
    size: int = 0
    records: int = 0


@dataclass(frozen=True, slots=True)
class OutputKind:
    """What a growing file holds: text from `head` to `tail`, in one file or in several of `shard_size` records each."""

    stem: str
    extension: str
    head: bytes = b""
    separator: bytes = b""
    tail: bytes = b""
    shard_size: int | None = None

    def file_name(self, shard: int = 0) -> str:
        """What a shard, the first if not said, is called: STEM-00000.csv, or STEM.csv if there is but one."""
        return f"{self.stem}{self.extension}" if self.shard_size is None else f"{self.stem}-{shard:05}{self.extension}"


def output_kind(stem: str, extension: str, style: TextFormat, shard_size: int | None) -> OutputKind:
    """The kind of file that holds records in a text format."""
    return OutputKind(stem, extension, style.head.encode(), style.separator.encode(), style.tail.encode(), shard_size)


class GrowingFile:
    """Appends encoded records to the files of its kind in `directory`, from `extent` on; what is behind it goes."""

    def __init__(self, directory: Path, kind: OutputKind, extent: Extent) -> None:
        self._directory = directory
        self._kind = kind
        self._shard, self._size, self._records = extent.shard, extent.size, extent.records
        if kind.shard_size is not None:
            remove_shards(directory, kind, extent.shard + 1)
        self._path().touch()
        self._stream = self._path().open("r+b")
        try:
            self._stream.truncate(extent.size)
            self._stream.seek(extent.size)
            if not extent.size:
                self._write(kind.head)
        except OSError:
            self.close()
            raise

    @property
    def extent(self) -> Extent:
        """How far it has come."""
        return Extent(shard=self._shard, size=self._size, records=self._records)

    def append(self, data: bytes, lengths: Sequence[int]) -> None:
        """Add records, each of so many bytes and with its separator before it."""
        begin = 0
        while lengths:
            if self._records == self._kind.shard_size:
                self._next_shard()
            room = len(lengths) if self._kind.shard_size is None else self._kind.shard_size - self._records
            end = begin + sum(lengths[:room])
            self._write(data[begin if self._records else begin + len(self._kind.separator) : end])
            self._records += len(lengths[:room])
            begin, lengths = end, lengths[room:]

    def sync(self) -> None:
        """Bring everything to the disk."""
        self._stream.flush()
        os.fsync(self._stream.fileno())

    def close(self) -> None:
        """Write no more. What is not synchronised by then does not count, so it is no matter whether it is written."""
        with suppress(OSError):
            self._stream.close()

    def _path(self) -> Path:
        return self._directory / self._kind.file_name(self._shard)

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._size += len(data)

    def _next_shard(self) -> None:
        self._write(self._kind.tail)
        self.sync()
        self.close()
        self._shard, self._size, self._records = self._shard + 1, 0, 0
        self._stream = self._path().open("w+b")
        self._write(self._kind.head)


def synchronised(kinds: Sequence[OutputKind], files: Sequence[GrowingFile]) -> dict[str, Extent]:
    """Bring everything to the disk; how far the file of each kind has come, by extension."""
    for file in files:
        file.sync()
    return {kind.extension: file.extent for kind, file in zip(kinds, files, strict=True)}


def remove_shards(directory: Path, kind: OutputKind, first: int) -> None:
    """Remove the shards of a kind from the `first` on, which are of an earlier run."""
    for shard in count(first):
        try:
            (directory / kind.file_name(shard)).unlink()
        except FileNotFoundError:
            return


def sealed(directory: Path, kind: OutputKind, extent: Extent) -> list[Path]:
    """The files of a kind that have come to their `extent`, complete. They can be sealed any number of times.

    A file that is gone has been moved to where it belongs.
    """
    last = directory / kind.file_name(extent.shard)
    if last.exists():
        with last.open("r+b") as stream:
            stream.truncate(extent.size)
            stream.seek(extent.size)
            stream.write(kind.tail)
    return [directory / kind.file_name(shard) for shard in range(extent.shard + 1)]
