"""The store: every answer of a run in WARC archives in one folder, in the order of the inputs.

    extractor-00000.warc.gz   one archive a run; what the run gives is read from it, live as well as later
    incoming/                 answers that came before their turn, appended to the archive when it comes

Appending in turn keeps the order of the inputs whatever the order of arrival, so that reading the archive gives the
records of the live run in its order. A run that was killed finds in `incoming` what had come and was not yet its turn.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock

from extractor.errors import FetchFailed, Reason, UsageError
from extractor.files import writing
from extractor.sources.web_archives.crawl_fields import Role
from extractor.web.exchange import Exchange
from extractor.web.warc import Kept, encode, exchange_in, members, warcinfo

_NAME = "extractor-{:05d}.warc.gz"
_ALL = "extractor-*.warc.gz"


class Use(Enum):
    """Which stored answers stand for a new request."""

    NONE = auto()
    """A new run: at most, a stored answer makes a request conditional."""
    LAST_RUN = auto()
    """The last run goes on: what it has is not asked again."""
    ALL = auto()
    """Offline: nothing is asked, and nothing written."""


@dataclass(frozen=True, slots=True)
class _Place:
    archive: Path
    begin: int
    end: int

    def read(self) -> Kept:
        with self.archive.open("rb") as stream:
            stream.seek(self.begin)
            member = stream.read(self.end - self.begin)
        with suppress(zlib.error):
            if kept := exchange_in(zlib.decompress(member, wbits=31)):
                return kept
        raise UsageError(f"{self.archive} was changed while it was read; start again")


class Store:
    """Answers, by the input they answer; safe in threads. `about` describes the run in a new archive."""

    def __init__(self, folder: Path, about: Mapping[str, str], use: Use) -> None:
        """Open the store in `folder`.

        Raises:
            UsageError: if an archive is damaged.
            OutputError: if nothing can be written there.

        """
        self._incoming = folder / "incoming"
        self._use = use
        self._lock = Lock()
        self._answers: dict[str, list[_Place]] = {}
        self._captures: dict[tuple[str, str], _Place] = {}
        self._validators: dict[str, tuple[str, dict[str, str]]] = {}
        archives = sorted(folder.glob(_ALL))
        for archive in archives:
            if use is Use.LAST_RUN:
                self._answers.clear()
            self._index(archive)
        new = folder / _NAME.format(len(archives))
        self._archive = archives[-1] if archives else new
        if use is Use.NONE:
            self._leave_behind()
            self._archive = new
        if use is not Use.ALL and not self._archive.exists():
            self._append(warcinfo(self._archive.name, about))

    def has(self, source: str) -> bool:
        """Whether an answer to `source` need not be asked for."""
        return source in self._answers or self._waiting(source).exists()

    def keep(self, source: str, bundle: Sequence[Kept]) -> None:
        """Keep what answers `source` until its turn comes.

        Raises:
            OutputError: if it cannot be written.

        """
        path = self._waiting(source)
        beside = path.with_suffix(".part")
        with writing(path, "--warc"):
            self._incoming.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(encode(bundle))
            beside.replace(path)

    def take(self, source: str) -> list[Kept]:
        """What answers `source`, redirects left out: its turn has come, and from now on it stands in the archive.

        Raises:
            FetchFailed: with `Reason.NOT_STORED`, if the store does not hold it (any more).
            OutputError: if it cannot be written.

        """
        path = self._waiting(source)
        if source in self._answers:
            path.unlink(missing_ok=True)
            return [self._complete(place.read()) for place in self._answers[source]]
        if not path.exists():
            raise FetchFailed(Reason.NOT_STORED, "the store does not hold this page; run without --offline")
        data = path.read_bytes()
        if self._use is not Use.ALL:
            self._append(data)
            path.unlink()
        return [self._complete(kept) for kept in _answers_in(data)]

    def note(self, exchange: Exchange) -> None:
        """Keep an exchange that answers no input."""
        self._append(encode([Kept(exchange)]))

    def validators(self, url: str) -> Mapping[str, str]:
        """The headers that ask for `url` only if it has changed since it was stored."""
        return self._validators[url][1] if url in self._validators else {}

    def original(self, url: str) -> Exchange | None:
        """The latest stored answer that held the page at `url`."""
        if url not in self._validators:
            return None
        return self._captures[url, self._validators[url][0]].read().exchange

    def _complete(self, kept: Kept) -> Kept:
        """`kept` with the whole answer that it refers to."""
        named = kept.exchange.original
        if named is None:
            return kept
        place = self._captures.get((named.url, named.date))
        if place is None:
            raise FetchFailed(Reason.NOT_STORED, f"the store does not hold the answer of {named.date} any more")
        return replace(kept, exchange=replace(kept.exchange, original=place.read().exchange))

    def _waiting(self, source: str) -> Path:
        return self._incoming / f"{sha256(source.encode()).hexdigest()[:32]}.warc.gz"

    def _append(self, data: bytes) -> None:
        with writing(self._archive, "--warc"):
            self._archive.parent.mkdir(parents=True, exist_ok=True)
            with self._lock, self._archive.open("ab") as stream:
                stream.write(data)

    def _leave_behind(self) -> None:
        """Put what an earlier run left waiting into its archive."""
        for path in sorted(self._incoming.glob("*.warc.gz")):
            if not any(kept.fields.source in self._answers for kept in _answers_in(path.read_bytes())):
                self._append(path.read_bytes())
            path.unlink()
        self._answers.clear()

    def _index(self, archive: Path) -> None:
        end = 0
        try:
            with archive.open("rb") as stream:
                for begin, end, member in members(stream):
                    if kept := exchange_in(member):
                        self._enter(kept, _Place(archive, begin, end))
        except zlib.error as error:
            raise UsageError(
                f"{archive} is damaged behind byte {end:,}; move it to another folder, "
                "where its sound pages can still be read by giving its name"
            ) from error
        if self._use is not Use.ALL and end < archive.stat().st_size:  # a record that was being written
            with archive.open("ab") as stream:
                stream.truncate(end)

    def _enter(self, kept: Kept, place: _Place) -> None:
        answer = kept.exchange
        if kept.fields.source:
            earlier = self._answers.get(kept.fields.source, []) if kept.fields.role is Role.NEXT_PAGE else []
            self._answers[kept.fields.source] = [*earlier, place]
        if answer.original is None and answer.status == 200 and not kept.fields.failure:  # noqa: PLR2004 - "OK"
            self._captures[answer.url, answer.date] = place
            self._validators[answer.url] = (answer.date, _conditions(answer))


def _answers_in(data: bytes) -> Iterator[Kept]:
    return (kept for _, _, member in members(BytesIO(data)) if (kept := exchange_in(member)) and kept.fields.source)


def _conditions(answer: Exchange) -> dict[str, str]:
    told = {"If-None-Match": answer.header("ETag"), "If-Modified-Since": answer.header("Last-Modified")}
    return {name: value for name, value in told.items() if value}
