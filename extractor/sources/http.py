"""What HTTP says of a page, whether it came from a server just now or from an archive."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from email.message import Message

from extractor.document import Document, MediaType
from extractor.records import Provenance

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_META = re.compile(rb"<meta\s[^>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(name|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HEAD = 100_000
"""Bytes in which the meta elements of a page are looked for."""
_RESERVED = "tdm-reservation"
"""Set to 1, it reserves the right to text and data mining (W3C TDM Reservation Protocol)."""


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

    @property
    def content_type(self) -> str:
        """The media type without parameters, in lower case; empty if the server does not say."""
        return _content_type(self).get_content_type() if self.header("Content-Type") else ""

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


def document(exchange: Exchange, source: str) -> Document:
    """The page of `exchange`; `source` is what the record says of where it came from."""
    page = exchange.page
    provenance = Provenance(fetched_at=page.date, status=page.status, robots=robots_directives(page))
    return Document(
        page.body,
        source=source,
        url=page.url,
        media_type=MediaType.HTML if page.content_type in _HTML_TYPES else None,
        charset=_content_type(page).get_content_charset(),
        provenance=provenance,
    )


def robots_directives(page: Exchange) -> tuple[str, ...]:
    """What the page asks of machines in `X-Robots-Tag` and `<meta name="robots">`, each directive once."""
    metas = list(_metas(page.body[:_HEAD]))
    asked = [value for key, value in page.headers if key.lower() == "x-robots-tag"]
    asked += [content for name, content in metas if name == "robots"]
    reserved = [page.header(_RESERVED)] + [content for name, content in metas if name == _RESERVED]
    if any((value or "").strip() == "1" for value in reserved):
        asked.append(_RESERVED)
    return tuple(dict.fromkeys(_directives(asked)))


def _content_type(exchange: Exchange) -> Message:
    message = Message()
    message["Content-Type"] = exchange.header("Content-Type") or ""
    return message


def _directives(values: Iterable[str]) -> Iterable[str]:
    return (" ".join(part.lower().split()) for value in values for part in value.split(",") if part.strip())


def _metas(head: bytes) -> Iterable[tuple[str, str]]:
    """Name (lower case) and content of each meta element that has both."""
    for tag in _META.findall(head):
        found = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag.decode("latin-1"))}
        if "name" in found and "content" in found:
            yield found["name"].lower(), found["content"]
