"""Pages from the web: asked for politely, kept in WARC archives, given as documents in the order of their addresses.

    for item in documents(Order(urls=("https://example.com/question/1",)), read):
        ...

This is the only part of the package that uses the network. It asks as robots.txt allows, one request at a time to a
host, only addresses of the public internet; it never pretends to be a browser or a person.
"""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from extractor.document import Document
from extractor.errors import UsageError
from extractor.files import locked
from extractor.records import Failure
from extractor.sources.slices import Fetched
from extractor.web.crawl import Bounds, Crawl, IsKnown, Read
from extractor.web.discover import Search, in_sitemap, on_lists
from extractor.web.fetch import Fetcher
from extractor.web.manners import Manners
from extractor.web.store import Store, Use
from extractor.web.urls import file_stem, listed, without_credentials

__all__ = ["Bounds", "Manners", "Order", "Read", "WebFeed", "documents", "file_stem", "listed"]

_FEW = 5
"""Addresses that may be read without saying who asks."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to read: pages by address, and those whose address matches `match` in sitemaps and on pages that list them.

    The answers are kept in `store`, or without one only while the run lasts. With `resume` the last run there goes on.
    """

    urls: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    match: str = ""
    store: Path | None = None
    resume: bool = False
    bounds: Bounds = field(default_factory=Bounds)
    manners: Manners = field(default_factory=Manners)


@dataclass(frozen=True, slots=True)
class WebFeed:
    """The pages of an order, as a batch takes them."""

    order: Order
    read: Read

    def __post_init__(self) -> None:
        """Refuse an order that makes no sense.

        Raises:
            UsageError: if it is one.

        """
        _check(self.order)

    @property
    def asks(self) -> tuple[str, ...]:
        """The addresses to begin with, without credentials, and what is taken from there."""
        order = self.order
        addresses = map(without_credentials, (*order.urls, *order.sitemaps, *order.lists))
        pages = "all pages" if order.bounds.follow_pages else "first pages"
        return (*addresses, order.match, pages, str(order.bounds.max_pages))

    def fetched(self, is_known: IsKnown) -> Iterator[Fetched]:
        """What comes of them, in order, without those that are known.

        Raises:
            OutputError: if the store cannot be written.

        """
        return (Fetched(item.source or "", item) for item in documents(self.order, self.read, is_known))


def documents(order: Order, read: Read, is_known: IsKnown = lambda _: False) -> Iterator[Document | Failure]:
    """The pages of `order`, each as a document or as the reason why it cannot be had, without those that are known.

    Raises:
        UsageError: if the order makes no sense, or asks for many pages without a contact; before anything is asked.
        OutputError: while it is iterated, if the store cannot be written.

    """
    _check(order)
    return _run(order, read, is_known)


def _check(order: Order) -> None:
    if order.lists and not order.match:
        raise UsageError("say with --match which links of the list lead to questions, such as --match '/question/'")
    if order.bounds.offline and order.store is None:
        raise UsageError("--offline reads pages that were kept; name their folder with --warc")
    many = len(order.urls) > _FEW or order.sitemaps or order.lists
    if many and not (order.manners.contact or order.bounds.offline):
        raise UsageError("many pages are asked for: give sites a way to reach you with --contact you@example.org")
    try:
        re.compile(order.match)
    except re.error as error:
        raise UsageError(f"--match {order.match!r} is no regular expression: {error}") from error


def _run(order: Order, read: Read, is_known: IsKnown) -> Iterator[Document | Failure]:
    stop = Event()
    with _folder(order) as folder:
        store = Store(folder, _about(order.manners), _use(order))
        with closing(Fetcher(order.manners, stop, store.note)) as fetcher:
            crawl = Crawl(fetcher, store, read, order.bounds, stop)
            urls = list(order.urls)
            for found in _search(order, crawl):
                if isinstance(found, Failure):
                    yield found
                else:
                    urls.append(found)
            yield from crawl.documents(urls, is_known)


def _search(order: Order, crawl: Crawl) -> Iterator[str | Failure]:
    search = Search(re.compile(order.match), order.bounds.max_pages)
    for starts, find in ((order.sitemaps, in_sitemap), (order.lists, on_lists)):
        for start, failure in map(crawl.checked, starts):
            yield from [failure] if failure else find(start, crawl.helper, search)


@contextmanager
def _folder(order: Order) -> Iterator[Path]:
    if order.store and order.bounds.offline:
        yield order.store
    elif order.store:
        with locked(order.store, "--warc"):
            yield order.store
    else:
        with TemporaryDirectory(prefix="extractor-") as folder:
            yield Path(folder)


def _use(order: Order) -> Use:
    if order.bounds.offline:
        return Use.ALL
    return Use.LAST_RUN if order.resume else Use.NONE


def _about(manners: Manners) -> dict[str, str]:
    return {
        "software": manners.user_agent.partition(" ")[0],
        "operator": manners.contact or "",
        "http-header-user-agent": manners.user_agent,
        "robots": "obey",
    }
