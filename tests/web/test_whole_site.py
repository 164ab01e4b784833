"""A site of 500 pages that fails now and then: every question read once, none lost, the server never pressed."""

import socket
import struct
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from extractor.document import Document
from extractor.records.joining import joined
from extractor.web import Bounds, Manners, Order, documents
from tests.web.questions import question_page, read
from tests.web.servers import PATIENCE, Handler, serving

QUESTIONS, LONG, PAGES_OF_LONG = 300, 100, 3
PAGES = QUESTIONS + LONG * (PAGES_OF_LONG - 1)
DELAY = 0.004


@dataclass
class FlakySite:
    """Questions 0 to 99 have three pages, the others one; every twentieth page fails when it is first asked for."""

    served: Counter[str] = field(default_factory=Counter)
    failed: set[str] = field(default_factory=set)
    asked: Counter[str] = field(default_factory=Counter)
    pages: int = 0

    def answer(self, request: Handler) -> None:
        """What the site answers, which may be a fault."""
        self.asked[request.path] += 1
        if request.path == "/robots.txt":
            request.send(b"User-agent: *\nDisallow: /account\n", Content_Type="text/plain")
        elif request.path.startswith("/sitemap"):
            self._sitemap(request)
        elif self.asked[request.path] == 1 and self._is_twentieth():
            self.failed.add(request.path)
            self._fail(request)
        else:
            self.served[request.path] += 1
            request.send(self._page(request.path))

    def _is_twentieth(self) -> bool:
        self.pages += 1
        return self.pages % 20 == 0

    def _fail(self, request: Handler) -> None:
        kind = len(self.failed) % 5
        if kind == 0:
            request.send(status=503)
        elif kind == 1:
            request.send(status=429, Retry_After="0")
        elif kind == 2:
            request.send(status=500)
        elif kind == 3:
            request.begin(Content_Length="5000", Connection="close")
            request.wfile.write(b"<h1>Half a")
        else:
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            request.connection.close()
            request.close_connection = True

    def _sitemap(self, request: Handler) -> None:
        base = f"http://{request.headers['Host']}"
        if request.path == "/sitemap.xml":
            places = [f"{base}/sitemap-{part}.xml" for part in range(3)]
            kind, item = "sitemapindex", "sitemap"
        else:
            part = int(request.path[len("/sitemap-")])
            places = [f"{base}/question/{number}" for number in range(part, QUESTIONS, 3)] + [f"{base}/account"]
            kind, item = "urlset", "url"
        body = "".join(f"<{item}><loc>{place}</loc></{item}>" for place in places)
        request.send(f"<{kind}>{body}</{kind}>".encode(), Content_Type="application/xml")

    def _page(self, path: str) -> bytes:
        name, _, page = path.partition("?page=")
        number, page_number = int(name.rpartition("/")[2]), int(page or 1)
        count = PAGES_OF_LONG if number < LONG else 1
        answers = [(f"Answer {page_number}.{which} to {number}.", "Ada Quill") for which in range(2)]
        links = "".join(f'<a href="{name}?page={other}">{other}</a>' for other in range(1, count + 1))
        return question_page(f"Question {number}?", answers, declared=2 * count, links=links)


def test_every_question_is_read_once_and_the_server_is_not_pressed(tmp_path: Path) -> None:
    flaky = FlakySite()
    manners = Manners("me@example.org", delay=DELAY, timeout=PATIENCE, retries=4, allow_private=True)
    with serving(flaky.answer) as site:
        bounds = Bounds(follow_pages=True)
        order = Order(
            sitemaps=(f"{site.url}/sitemap.xml",), match="/question/", store=tmp_path, bounds=bounds, manners=manners
        )
        items = list(documents(order, read))
        gaps = site.gaps()

    found = [item for item in items if isinstance(item, Document)]
    assert len(found) == len(items) == QUESTIONS
    expected = [f"{site.url}/question/{number}" for part in range(3) for number in range(part, QUESTIONS, 3)]
    assert [item.source for item in found] == expected

    for item in found:
        record = joined([read(page)[0] for page in (item, *item.next_pages)], item.missing_page)
        assert len(record.answers) == record.declared_answer_count
        assert record.warnings == ()

    assert len(flaky.served) == PAGES
    assert set(flaky.served.values()) == {1}
    assert len(flaky.failed) >= PAGES * 0.05 - 1
    assert all(flaky.asked[path] == 2 for path in flaky.failed)
    assert "/account" not in flaky.asked
    assert min(gaps) >= DELAY - 0.001  # the clock of the turns counts milliseconds
    assert list(documents(Order(urls=tuple(expected), store=tmp_path, bounds=Bounds(offline=True)), read)) == found
