"""The options of `extract` that concern the web, and what they ask for."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlsplit

import click

from extractor.cli.console import STANDARD
from extractor.extras import require

if TYPE_CHECKING:
    from extractor.document import Document
    from extractor.records import Failure
    from extractor.web import Order, WebFeed

_META = "extractor.web"
_NEEDED = ("protego", "pyrate_limiter", "warcio")
F = TypeVar("F", bound=Callable[..., object])


def _remember(context: click.Context, parameter: click.Parameter, value: object) -> None:
    context.meta.setdefault(_META, {})[parameter.name] = value


def _option(name: str, note: str, **settings: Any) -> Callable[[F], F]:  # noqa: ANN401 - whatever click takes
    """An option whose value does not go to the command: `web_order` finds it."""
    return click.option(name, expose_value=False, callback=_remember, help=note, **settings)


_OPTIONS = (
    _option("--urls", "Read the addresses in FILE, one a line.", type=click.File(encoding="utf-8"), metavar="FILE"),
    _option("--sitemap", "Read the pages that a sitemap names.", multiple=True, metavar="URL"),
    _option("--list", "Read the pages that this page, and those after it, link to.", multiple=True, metavar="URL"),
    _option("--match", "What an address must hold to be taken from a sitemap or list.", default="", metavar="REGEX"),
    _option("--follow-pages", "Read all pages of a question into its record.", is_flag=True),
    _option(
        "--max-pages",
        "Most pages of one question, list or sitemap.",
        default=1000,
        show_default=True,
        type=click.IntRange(1),
    ),
    _option("--contact", "A mail or web address under which sites can reach you.", metavar="TEXT"),
    _option(
        "--delay", "Seconds between requests to a host.", default=1.0, show_default=True, type=click.FloatRange(0, 3600)
    ),
    _option("--timeout", "Seconds for an answer.", default=30.0, show_default=True, type=click.FloatRange(0.1, 3600)),
    _option("--hosts", "Hosts asked at the same time.", default=8, show_default=True, type=click.IntRange(1, 64)),
    _option(
        "--warc",
        "Keep all answers in DIR; - keeps none.  [default for several pages: warc in the output]",
        metavar="DIR",
    ),
    _option("--offline", "Ask nobody; read what was kept.", is_flag=True),
    _option("--allow-private", "Also ask addresses of this machine and of private networks.", is_flag=True),
)


def web_options(command: F) -> F:
    """Give `command` the options that concern the web."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def is_page_address(text: str) -> bool:
    """Whether an input is the address of a web page: not a file, and not a corpus that lies on a server.

    >>> [is_page_address(text) for text in ("https://example.com/q", "pages/q.txt", "https://example.com/q.parquet")]
    [True, False, False]
    """
    if not text.lower().startswith(("http://", "https://")):
        return False
    from extractor.sources.names import CONTAINERS, kind_by_name

    return kind_by_name(urlsplit(text).path) not in CONTAINERS


def web_order(
    context: click.Context, inputs: Sequence[str], output: str, max_size: int, *, resume: bool
) -> "Order | None":
    """What the addresses among `inputs` and the options ask of the web; None if they ask nothing of it.

    Raises:
        UsageError: if they make no sense.
        MissingExtra: if what it takes to ask is not installed.

    """
    given = context.meta[_META]
    urls = [*filter(is_page_address, inputs)]
    if not (urls or given["urls"] or given["sitemap"] or given["list"]):
        return None
    for package in _NEEDED:
        require(package, "web")
    from extractor.web import Bounds, Manners, Order, listed

    urls += listed(given["urls"] or ())
    manners = Manners(
        contact=given["contact"],
        delay=given["delay"],
        timeout=given["timeout"],
        max_size=max_size,
        allow_private=given["allow_private"],
    )
    bounds = Bounds(given["follow_pages"], given["max_pages"], given["hosts"], given["offline"])
    store = _store(given["warc"], output, is_single=len(urls) == 1 and not given["urls"])
    return Order(tuple(urls), given["sitemap"], given["list"], given["match"], store, resume, bounds, manners)


def web_name(context: click.Context, inputs: Sequence[str]) -> str | None:
    """What the files of the results are called if all of them come from one address or list of addresses."""
    given = context.meta[_META]
    if given["sitemap"] or given["list"] or len(inputs) + bool(given["urls"]) != 1:
        return None
    if given["urls"]:
        return Path(given["urls"].name).stem
    if not is_page_address(inputs[0]):
        return None
    from extractor.web import file_stem

    return file_stem(inputs[0])


def is_single(order: "Order") -> bool:
    """Whether it asks for one page."""
    return len(order.urls) == 1 and not (order.sitemaps or order.lists)


def web_feeds(order: "Order | None") -> "tuple[WebFeed, ...]":
    """The order as an input of a batch, if there is one.

    Raises:
        UsageError: if it makes no sense.

    """
    if order is None:
        return ()
    from extractor.reading import read
    from extractor.web import WebFeed

    return (WebFeed(order, read),)


def fetched(order: "Order | None") -> "Iterator[Document | Failure]":
    """The pages of an order; none without one.

    Raises:
        UsageError: if it makes no sense; at once, before anything is asked.
        OutputError: while it is iterated, if the store cannot be written.

    """
    if order is None:
        return iter(())
    from extractor.reading import read
    from extractor.web import documents

    return documents(order, read)


def _store(given: str | None, output: str, *, is_single: bool) -> Path | None:
    if given is not None:
        return None if given == STANDARD else Path(given)
    return None if is_single or output == STANDARD else Path(output, "warc")
