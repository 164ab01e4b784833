"""Members of tar archives, one after the other, and what lies between them that is none."""

import io
import tarfile
from collections.abc import Iterator
from typing import IO, cast

from extractor.sources.streams import Stream

_ASKED_IN_VAIN = 8
"""As often a reader may ask for more behind the end, before it is told that it waits for what does not come."""


class AsFile(io.RawIOBase):
    """A stream for those who want a file to read once. Before a broken place it gives what there is.

    Raises, from `read`:
        tarfile.ReadError: if it is asked again and again behind the end, as for a member larger than the archive.

    """

    def __init__(self, stream: Stream) -> None:
        super().__init__()
        self._stream = stream
        self._in_vain = 0

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, fewer at the end."""
        data = self._stream.read(len(self._stream.peek(size)))
        self._in_vain = 0 if data else self._in_vain + 1
        if self._in_vain > _ASKED_IN_VAIN:
            raise tarfile.ReadError("unexpected end of data")
        return data


class TarMembers:
    """The members of the archive in a stream; when all are taken, `bad_blocks` and `is_cut` say what was wrong."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self.bad_blocks = 0
        """Blocks of 512 bytes where a header should be that are none."""
        self.is_cut = False
        """Whether the blocks of zeros are missing that end an archive, or a part of a header."""

    def __iter__(self) -> Iterator[tuple[tarfile.TarInfo, IO[bytes] | None]]:
        """Each member with its content, None if it is no file.

        Raises:
            tarfile.TarError: if it breaks off.

        """
        file = cast("IO[bytes]", AsFile(self._stream))
        with tarfile.open(fileobj=file, mode="r|", tarinfo=self._watched(), ignore_zeros=True) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined] # it would keep them all
                yield member, archive.extractfile(member) if member.isfile() else None

    def _watched(self) -> type[tarfile.TarInfo]:
        """Members whose reading counts what `tarfile` passes over in silence; its errors' names are not all public."""
        found = self

        class Watched(tarfile.TarInfo):
            ended = False

            @classmethod
            def fromtarfile(cls, archive: tarfile.TarFile) -> "Watched":
                try:
                    member = super().fromtarfile(archive)
                except tarfile.HeaderError as error:
                    match type(error).__name__:
                        case "EOFHeaderError":
                            Watched.ended = True
                        case "EmptyHeaderError" | "TruncatedHeaderError":
                            found.is_cut = not Watched.ended
                        case "SubsequentHeaderError":  # after which `tarfile` would stop
                            found.bad_blocks += 1
                            raise tarfile.InvalidHeaderError(str(error)) from error  # type: ignore[attr-defined]
                        case _:
                            found.bad_blocks += 1
                    raise
                Watched.ended = False
                return member

        return Watched
