"""What a web server, and the head of its page, say of the page beyond its text."""

import re
from collections.abc import Iterable, Iterator, Mapping

from extractor.records import Provenance

_META = re.compile(rb"<meta\s[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\b(name|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_HEAD = 100_000
"""Bytes in which the meta elements of a page are looked for."""
_SECONDS = len("2026-01-01T00:00:00Z")
_RESERVED = "tdm-reservation"
"""Set to 1, it reserves the right to text and data mining (W3C TDM Reservation Protocol)."""


def provenance(date: str, status: int, headers: Mapping[str, str], body: bytes) -> Provenance:
    """Of an answer from the web: `date` as WARC writes it, `headers` by lower-case name, `body` decoded."""
    seconds = date if len(date) <= _SECONDS else f"{date[: _SECONDS - 1]}Z"
    return Provenance(
        fetched_at=seconds, status=status, robots=tuple(dict.fromkeys(_directives(headers, body[:_HEAD])))
    )


def _directives(headers: Mapping[str, str], head: bytes) -> Iterator[str]:
    """What the page asks of machines in `X-Robots-Tag` and `<meta name="robots">`: "noindex", "noai"."""
    lower = head.lower()
    metas = list(_metas(head)) if b"robots" in lower or _RESERVED.encode() in lower else []
    yield from _words(headers.get("x-robots-tag", ""))
    for name, content in metas:
        if name == "robots":
            yield from _words(content)
    reserved = [headers.get(_RESERVED, ""), *(content for name, content in metas if name == _RESERVED)]
    if any(value.strip() == "1" for value in reserved):
        yield _RESERVED


def _words(value: str) -> Iterator[str]:
    return (" ".join(part.lower().split()) for part in value.split(",") if part.strip())


def _metas(head: bytes) -> Iterable[tuple[str, str]]:
    """Name (lower case) and content of each meta element that has both."""
    for tag in _META.findall(head):
        found = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(tag.decode("latin-1"))}
        if "name" in found and "content" in found:
            yield found["name"].lower(), found["content"]
