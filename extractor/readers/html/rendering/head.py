"""What the head of a page says of it: its title, its address, its `meta` elements."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from extractor.document import absolute, host_of

_NAMES = ("property", "name", "itemprop")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page; `meta` holds the first `content` of each `name` or `property`, in lower case."""

    title: str | None = None
    url: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    """Where the first `link` of each kind leads, as it stands there: "canonical", "prev", "next"."""

    @property
    def titles(self) -> list[str]:
        """All wordings of the page's title that the head gives."""
        given = (self.title, self.meta.get("og:title"), self.meta.get("twitter:title"))
        return [title for title in given if title]


def read_head(root: etree._Element, address: str | None) -> Head:
    """Read the head; relative addresses start from `address`, where the page came from."""
    head = root.find("head")
    root = root if head is None else head
    meta = _meta(root)
    links = _links(root)
    own = links.get("canonical") or meta.get("og:url")
    url = _join(address or "", own) if own else address
    title = next(root.iter("title"), None)
    words = (title.text or "").split() if title is not None else []
    return Head(" ".join(words) or None, url or address, meta, links)


def _join(base: str, url: str) -> str:
    joined = absolute(base, url)
    return joined if joined and host_of(joined) else base


def _links(root: etree._Element) -> dict[str, str]:
    links: dict[str, str] = {}
    for link in root.iter("link"):
        if address := link.get("href"):
            for name in (link.get("rel") or "").lower().split():
                links.setdefault(name, address)
    return links


def _meta(root: etree._Element) -> dict[str, str]:
    meta: dict[str, str] = {}
    for element in root.iter("meta"):
        content = element.get("content")
        if content:
            for name in _NAMES:
                if key := element.get(name):
                    meta.setdefault(key.lower(), content)
    return meta
