"""One request and its answer."""

from dataclasses import dataclass
from datetime import UTC, datetime

from extractor.document import Document
from extractor.sources.provenance import provenance
from extractor.sources.web_archives.http_message import by_name, parse_content_type

NO_ANSWER = 0
"""Stands for the status where there was no answer."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer; the body without transfer and content encoding, the date as WARC writes it."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    date: str
    request: tuple[tuple[str, str], ...] = ()
    original: "Exchange | None" = None
    """The earlier answer which this one (304 Not Modified) says still holds."""

    @property
    def page(self) -> "Exchange":
        """The answer that holds the page."""
        return self.original or self

    @property
    def location(self) -> str | None:
        """Where a redirect leads."""
        return self.header("Location") if self.status in _REDIRECTS else None

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def now() -> str:
    """The time as WARC writes it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def unanswered(url: str) -> Exchange:
    """What is kept of an address that gave no answer."""
    return Exchange(url, NO_ANSWER, "", (), b"", now())


def page_document(exchange: Exchange, source: str) -> Document:
    """The page of `exchange`; `source` is what the record says of where it came from."""
    page = exchange.page
    headers = by_name(page.headers)
    kind = parse_content_type(headers.get("content-type", ""))
    known = provenance(page.date, page.status, headers, page.body)
    return Document(page.body, source, page.url, kind.media_type, kind.charset, known)
