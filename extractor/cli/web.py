"""The options of `extract` that concern the web, and what they ask for."""

from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypedDict

import click
from cloup import option, option_group

from extractor.cli.console import STANDARD, Folder, NumberRange
from extractor.errors import UsageError
from extractor.extras import require

if TYPE_CHECKING:
    from extractor.reading import Reader
    from extractor.web import Order, WebFeed

_NEEDED = ("protego", "pyrate_limiter", "warcio")


class WebChosen(TypedDict):
    """The options that concern the web, by name."""

    urls: IO[str] | None
    sitemap: tuple[str, ...]
    list: tuple[str, ...]
    match: str
    follow_pages: bool
    max_pages: int
    contact: str | None
    delay: float
    timeout: float
    hosts: int
    warc: Path | None
    offline: bool
    allow_private: bool


_SECONDS = NumberRange(0, 3600)
_LONGER = NumberRange(0.1, 3600)

web_options = option_group(
    "The web",
    option("--urls", type=click.File(encoding="utf-8"), metavar="FILE", help="Read the addresses in FILE, one a line."),
    option("--sitemap", multiple=True, metavar="URL", help="Read the pages that a sitemap names."),
    option("--list", multiple=True, metavar="URL", help="Read the pages that this page, and those after it, link to."),
    option(
        "--match", default="", metavar="REGEX", help="What an address must hold to be taken from a sitemap or list."
    ),
    option("--follow-pages", is_flag=True, help="Read all pages of a question into its record."),
    option(
        "--max-pages",
        default=1000,
        show_default=True,
        type=click.IntRange(1),
        metavar="N",
        help="Most pages of one question, list or sitemap.",
    ),
    option("--contact", metavar="TEXT", help="A mail or web address under which sites can reach you."),
    option(
        "--delay",
        default=1.0,
        show_default=True,
        type=_SECONDS,
        metavar="SECONDS",
        help="Seconds between requests to a host.",
    ),
    option(
        "--timeout", default=30.0, show_default=True, type=_LONGER, metavar="SECONDS", help="Seconds for an answer."
    ),
    option(
        "--hosts",
        default=8,
        show_default=True,
        type=click.IntRange(1, 64),
        metavar="N",
        help="Hosts asked at the same time.",
    ),
    option(
        "--warc",
        type=Folder(path_type=Path),
        metavar="DIR",
        help="Keep all answers in DIR; - keeps none.  [default for several pages: warc in the output]",
    ),
    option("--offline", is_flag=True, help="Ask nobody; read what was kept."),
    option("--allow-private", is_flag=True, help="Also ask addresses of this machine and of private networks."),
)


def web_order(chosen: WebChosen, inputs: Sequence[str], *, output: str, max_size: int, resume: bool) -> "Order | None":
    """What the addresses among `inputs` and the options ask of the web; None if they ask nothing of it.

    Raises:
        UsageError: if they make no sense.
        MissingExtra: if what it takes to ask is not installed.

    """
    from extractor.sources import is_page_address

    urls = [*filter(is_page_address, inputs)]
    if not (urls or chosen["urls"] or chosen["sitemap"] or chosen["list"]):
        return None
    for package in _NEEDED:
        require(package, "web")
    from extractor.web import Bounds, Manners, Order, listed

    urls += listed(chosen["urls"] or ())
    manners = Manners(
        contact=chosen["contact"],
        delay=chosen["delay"],
        timeout=chosen["timeout"],
        max_size=max_size,
        allow_private=chosen["allow_private"],
    )
    bounds = Bounds(chosen["follow_pages"], chosen["max_pages"], chosen["hosts"], chosen["offline"])
    store = _store(chosen["warc"], output, is_single=len(urls) == 1 and not chosen["urls"])
    return Order(tuple(urls), chosen["sitemap"], chosen["list"], chosen["match"], store, resume, bounds, manners)


def web_name(chosen: WebChosen, inputs: Sequence[str]) -> str | None:
    """What the files of the results are called if all of them come from one address or list of addresses."""
    if chosen["sitemap"] or chosen["list"] or len(inputs) + bool(chosen["urls"]) != 1:
        return None
    if chosen["urls"]:
        return Path(chosen["urls"].name).stem
    from extractor.sources import is_page_address

    if not is_page_address(inputs[0]):
        return None
    from extractor.web import file_stem

    return file_stem(inputs[0])


def is_single(order: "Order") -> bool:
    """Whether it asks for one page."""
    return len(order.urls) == 1 and not (order.sitemaps or order.lists)


def web_feeds(order: "Order | None", reader: "Reader") -> "tuple[WebFeed, ...]":
    """The order as an input of a batch, if there is one; `reader` tells which pages belong together.

    Raises:
        UsageError: if it makes no sense.

    """
    if order is None:
        return ()
    from extractor.web import WebFeed

    return (WebFeed(order, reader),)


def _store(given: Path | None, output: str, *, is_single: bool) -> Path | None:
    if given is not None:
        return None if str(given) == STANDARD else given
    if is_single or output == STANDARD:
        return None
    if "://" in output:
        raise UsageError(f"pages from the web are kept in a folder here, not in {output}: name it with --warc")
    return Path(output, "warc")
