"""Parquet files from which bytes are missing, read as if they were there."""

import io
import os
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from pyarrow.parquet import FileMetaData


class WithGap(io.RawIOBase):
    """A file that so many bytes are `missing` from, with as many in front: its end lies where the footer says."""

    def __init__(self, file: IO[bytes], missing: int) -> None:
        super().__init__()
        self._file, self._missing, self._position = file, missing, 0

    def seekable(self) -> bool:
        """It can be read in any order."""
        return True

    def readable(self) -> bool:
        """It can be read."""
        return True

    def tell(self) -> int:
        """The position, as in the file that was whole."""
        return self._position

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a position of the file that was whole."""
        begin = {os.SEEK_SET: 0, os.SEEK_CUR: self._position}.get(whence)
        self._position = offset + (self._file.seek(0, os.SEEK_END) + self._missing if begin is None else begin)
        return self._position

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, those that are missing as zeros."""
        gap = max(0, self._missing - self._position)
        self._file.seek(max(0, self._position - self._missing))
        data = bytes(gap if size < 0 else min(gap, size)) + self._file.read(size if size < 0 else max(0, size - gap))
        self._position += len(data)
        return data


def end_of_groups(metadata: "FileMetaData") -> int:
    """Where the last column ends by the footer: the footer begins there, or behind indexes that follow."""
    chunks = [
        metadata.row_group(group).column(column)
        for group in range(metadata.num_row_groups)
        for column in range(metadata.num_columns)
    ]
    begins = [chunk.dictionary_page_offset or chunk.data_page_offset for chunk in chunks]
    return max((begin + chunk.total_compressed_size for begin, chunk in zip(begins, chunks, strict=True)), default=0)
