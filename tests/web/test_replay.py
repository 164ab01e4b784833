"""An archive of our own, read as any other archive, gives what the live run gave.

In its order too: two sites are crawled side by side, and what comes before its turn waits for it in the store.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.records import Failure
from extractor.sources import Seam, SourceOptions
from extractor.sources import documents as stored
from extractor.sources.codecs import GZIP
from extractor.sources.web_archives.warc import WarcSlice
from extractor.web import Bounds, Manners, Order, documents
from tests.web.questions import question_page, read
from tests.web.servers import PATIENCE, Handler, serving

GZIP_MEMBER = b"\x1f\x8b\x08\x00"
"""How a member of a gzip file begins (RFC 1952): its mark, deflate, and no flags; two bytes alone stand in data too."""

MANNERS = Manners(contact="me@example.org", delay=0.005, timeout=PATIENCE, retries=0, allow_private=True)


def answer(request: Handler) -> None:
    """A site with a bit of everything."""
    name, _, page = request.path.partition("?page=")
    number = name.rpartition("/")[2]
    if name == "/robots.txt":
        request.send(b"User-agent: *\nDisallow: /private\n", Content_Type="text/plain")
    elif name.startswith("/old/"):
        request.send(status=301, Location=f"/q/{number}")
    elif name == "/q/wall":
        request.send(b"<title>Just a moment...</title>", status=403)
    elif name == "/q/broken":
        request.begin(Content_Length="100", Connection="close")
    elif name == "/q/style":
        request.send(b"p {}", Content_Type="text/css")
    elif name == "/q/data":
        request.send(b'{"html": "<h1>Why?</h1>"}', Content_Type="application/json")
    elif name == "/q/text":
        request.send("žena\n".encode("iso8859-2"), Content_Type="TEXT/plain; Charset=ISO-8859-2", X_Robots_Tag="noai")
    elif name == "/q/empty":
        request.send()
    elif number.isdecimal():
        answers = [(f"Answer {page or 1}.{which}.", "Ada Quill") for which in range(3)]
        links = "".join(f'<a href="{name}?page={other}">{other}</a>' for other in (1, 2, 3))
        request.send(question_page(f"Question {number}?", answers, declared=9, links=links), X_Robots_Tag="noindex")
    else:
        request.send(status=404)


@pytest.fixture
def crawled(tmp_path: Path) -> Callable[..., tuple[list[Document | Failure], Path]]:
    def crawl(**changes: object) -> tuple[list[Document | Failure], Path]:
        paths = [
            "/q/1",
            "/old/2",
            "/gone",
            "/private",
            "/q/broken",
            "/q/wall",
            "/q/style",
            "/q/data",
            "/q/text",
            "/q/empty",
            "/q/3",
            "/q/4",
        ]
        with serving(answer) as one, serving(answer) as two:
            urls = tuple(site.url + path for path in paths for site in (one, two))
            order = Order(urls=urls, store=tmp_path / "warc", manners=MANNERS, bounds=Bounds(follow_pages=True))
            live = list(documents(replace(order, **changes), read))  # type: ignore[arg-type] # fields of an order
        return live, tmp_path / "warc" / "extractor-00000.warc.gz"

    return crawl


def test_an_archive_gives_what_the_live_run_gave(
    crawled: Callable[..., tuple[list[Document | Failure], Path]],
) -> None:
    live, archive = crawled()
    assert len(live) == 24
    assert sum(len(item.next_pages) for item in live if isinstance(item, Document)) == 2 * 4 * 2
    assert list(stored([str(archive)])) == live


def test_pages_beyond_the_limit_are_missing_later_too(
    crawled: Callable[..., tuple[list[Document | Failure], Path]],
) -> None:
    live, archive = crawled(bounds=Bounds(follow_pages=True, max_pages=2))
    again = list(stored([str(archive)]))
    assert again == live
    assert all(
        "page-limit" in (item.missing_page or "") for item in again if isinstance(item, Document) and item.next_pages
    )


@pytest.mark.parametrize("step", [300, 1000, 2500, 10_000])
def test_a_question_is_not_cut_between_slices(
    crawled: Callable[..., tuple[list[Document | Failure], Path]], step: int
) -> None:
    live, archive = crawled()
    assert list(in_slices(archive, step)) == live


def in_slices(path: Path, step: int) -> Iterator[Document | Failure]:
    """What the slices of an archive yield, mended where they must be."""
    options, size, left = SourceOptions(), path.stat().st_size, 0
    for start in range(0, size, step):
        piece = WarcSlice(str(path), GZIP, start, min(start + step, size), exact=start == 0)
        *items, seam = piece.items(options)
        assert isinstance(seam, Seam)
        if again := piece.mended(seam, left):
            *items, seam = again.items(options)
            assert isinstance(seam, Seam)
        left = max(left, seam.left)
        yield from (item for item in items if isinstance(item, Document | Failure))


def test_a_question_with_a_damaged_further_page_is_given_as_far_as_it_goes(
    crawled: Callable[..., tuple[list[Document | Failure], Path]],
) -> None:
    live, archive = crawled()
    data = archive.read_bytes()
    begin = data.rindex(GZIP_MEMBER)
    archive.write_bytes(data[: begin + 40] + bytes(40) + data[begin + 80 :])
    *others, last, loss = stored([str(archive)])
    assert others == live[:-1]
    assert isinstance(last, Document)
    assert isinstance(live[-1], Document)
    assert last.next_pages == live[-1].next_pages[:1]
    assert "damaged" in (last.missing_page or "")
    assert isinstance(loss, Failure)
    assert loss.lost_bytes
