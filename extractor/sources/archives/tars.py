"""Members of tar archives, one after the other, and what lies between them that is none."""

import io
import posixpath
import re
import tarfile
from collections.abc import Container, Iterator
from typing import IO, cast

from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.names import printable
from extractor.sources.slices import failure
from extractor.sources.streams import Stream

_MAGIC, _MAGIC_AT = re.compile(rb"ustar[\0 ]"), 257
"""What stands in a header, and where (POSIX.1-2001, ustar)."""
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
        self._position = 0  # bytes given, without those that are to be given a second time
        self._tried = 0  # headers that begin before are not gone to again
        self._in_vain = 0
        self._given = b""  # the last of it
        self._again = b""  # what is to be given a second time

    def read(self, size: int = -1, /) -> bytes:
        """The next `size` bytes, fewer at the end."""
        data = self._again[:size]
        self._again = self._again[size:]
        if not data:
            data = self._stream.read(len(self._stream.peek(size)))
        self._in_vain = 0 if data else self._in_vain + 1
        if self._in_vain > _ASKED_IN_VAIN:
            raise tarfile.ReadError("unexpected end of data")
        self._given = (self._given + data)[-2 * tarfile.BLOCKSIZE :]
        self._position += len(data)
        return data

    def realign(self) -> None:
        """Go to the header that begins in the last two blocks, if one does: bytes before it are missing.

        To no header twice, nor to one before it: what makes no sense the first time would be looked at for ever.
        """
        known = self._given + self._stream.peek(tarfile.BLOCKSIZE)
        before = self._position - len(self._given)
        for found in _MAGIC.finditer(known):
            begin = found.start() - _MAGIC_AT
            if max(0, self._tried - before) <= begin < len(self._given) and _is_header(known[begin:]):
                self._again = self._given[begin:] + self._again
                self._given, self._position = self._given[:begin], before + begin
                self._tried = self._position + 1
                return


def _is_header(block: bytes) -> bool:
    try:
        tarfile.TarInfo.frombuf(block[: tarfile.BLOCKSIZE], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def no_file(member: tarfile.TarInfo, names: Container[str], source: str) -> Failure:
    """What becomes of a member without content of its own: a second name of one of the `names`, or no page at all."""
    place = f"{source}#{printable(member.name)}"
    if not (member.issym() or member.islnk()):
        return failure(place, Reason.UNREADABLE, f"{place} is a device, a pipe or of a kind that is not known")
    target = _target_of(member)
    if target in names:
        return failure(place, Reason.READ_BEFORE, f"{place} is another name of {printable(target)} in it; read once")
    return failure(place, Reason.MISSING, f"{place} is a link to {printable(target)}, which is not in the archive")


def _target_of(link: tarfile.TarInfo) -> str:
    """The name of the member that a link leads to: a symbolic one counts from where it stands."""
    if link.islnk():
        return link.linkname
    return posixpath.normpath(posixpath.join(posixpath.dirname(link.name), link.linkname))


class TarMembers:
    """The members of the archive in a stream; when all are taken, `bad_blocks` and `is_cut` say what was wrong."""

    def __init__(self, stream: Stream) -> None:
        self._file = AsFile(stream)
        self.bad_blocks = 0
        """Blocks of 512 bytes where a header should be that are none."""
        self.is_cut = False
        """Whether the blocks of zeros are missing that end an archive, or a part of a header."""

    def __iter__(self) -> Iterator[tuple[tarfile.TarInfo, IO[bytes] | None]]:
        """Each member with its content, None if it is no file.

        Raises:
            tarfile.TarError: if it breaks off.

        """
        with tarfile.open(
            fileobj=cast("IO[bytes]", self._file),
            mode="r|",
            bufsize=tarfile.BLOCKSIZE,  # so that nothing is read ahead when a header is looked for
            tarinfo=self._watched(),
            ignore_zeros=True,
        ) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined] # it would keep them all
                yield member, archive.extractfile(member) if member.isfile() else None

    def faults(self, source: str) -> Iterator[Failure]:
        """What was wrong with the archive at `source`, when all its members are taken."""
        if self.bad_blocks:
            size = self.bad_blocks * tarfile.BLOCKSIZE
            detail = f"{source} is damaged: {size:,} bytes between its members are lost; fetch it again if they matter"
            yield Failure(source=source, reason=Reason.DAMAGED, detail=detail, lost_bytes=size)
        if self.is_cut:
            detail = f"{source} breaks off: the end of the archive is missing, and what stood before it; fetch it again"
            yield failure(source, Reason.TRUNCATED, detail)

    def _watched(self) -> type[tarfile.TarInfo]:
        """Members whose reading sees what `tarfile` passes over in silence."""
        found = self

        class Watched(tarfile.TarInfo):
            ended = False

            @classmethod
            def fromtarfile(cls, archive: tarfile.TarFile) -> "Watched":
                try:
                    member = super().fromtarfile(archive)
                except (tarfile.HeaderError, *_NONSENSE) as error:
                    Watched.ended = found._fault(error, ended=Watched.ended)
                    if type(error).__name__ in _PASSED_OVER:
                        raise
                    raise tarfile.InvalidHeaderError(str(error)) from error  # type: ignore[attr-defined]
                Watched.ended = False
                return member

        return Watched

    def _fault(self, error: Exception, *, ended: bool) -> bool:
        """Note what is no header; whether the archive has come to its end. The errors' names are not all public."""
        name = type(error).__name__
        if name == "EOFHeaderError":
            return True
        if name in _PASSED_OVER:
            self.is_cut = not ended
        else:
            self.bad_blocks += 1
            self._file.realign()
        return ended


_NONSENSE = (ValueError, TypeError, IndexError, KeyError, RecursionError)
"""What `tarfile` lets through where the records of an extended header (pax) are not what they should be."""
_PASSED_OVER = ("EOFHeaderError", "EmptyHeaderError", "TruncatedHeaderError")
"""What ends an archive; after any other `tarfile` shall go on."""
