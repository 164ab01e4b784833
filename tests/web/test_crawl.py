"""Whole runs against real servers: what is asked, what is given, what is kept."""

import threading
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import OutputError, Reason, UsageError
from extractor.records import Failure, QAPage
from extractor.web import Bounds, Manners, Order, crawl, documents
from extractor.web.exchange import Exchange
from tests.web.crawling import ORDER, QUICK, answering, good, numbered, paged, reasons, run
from tests.web.questions import question_page, read
from tests.web.servers import PATIENCE, Handler, serving


def test_each_address_gives_a_page_or_a_reason_in_the_order_asked() -> None:
    pages = numbered(3) | {"/robots.txt": b"User-agent: *\nDisallow: /private\n", "/empty": b""}
    with serving(answering(pages)) as site:
        paths = ["/q/2", "/gone", "/q/0", "/private", "/q/2#again", "/q/1", "/empty"]
        items = run(
            replace(ORDER, urls=(*(site.url + path for path in paths), "nonsense", "ftp://me:secret@a.example/"))
        )
    assert reasons(items) == ["", "http-404", "", "robots-disallowed", "", "", "bad-url", "bad-url"]
    assert [item.source for item in items][:3] == [site.url + path for path in ("/q/2", "/gone", "/q/0")]
    assert items[-1].source == "ftp://a.example/"
    assert "/private" not in site.paths()
    assert Counter(site.paths()).most_common(1)[0][1] == 1


def test_a_page_knows_where_it_came_from() -> None:
    page = question_page("Why?", []).replace(b"<title>", b'<meta content="noai, NoIndex" name="robots"><title>')

    def answer(request: Handler) -> None:
        if request.path == "/old":
            request.send(status=301, Location="/q")
        elif request.path == "/q":
            request.send(page, X_Robots_Tag="noindex, noarchive", Tdm_Reservation="1")
        else:
            request.send(status=404)

    with serving(answer) as site:
        (found,) = good(run(replace(ORDER, urls=(f"{site.url}/old",))))
    assert (found.source, found.url, found.charset) == (f"{site.url}/old", f"{site.url}/q", "utf-8")
    assert found.provenance is not None
    assert found.provenance.status == 200
    assert found.provenance.robots == ("noindex", "noarchive", "noai", "tdm-reservation")
    age = datetime.now(UTC) - datetime.fromisoformat(found.provenance.fetched_at)
    assert timedelta(seconds=-1) <= age < timedelta(minutes=1)


def test_a_wall_is_reported_and_a_page_with_a_login_form_is_not() -> None:
    login = b'<form><input type="password"></form>'
    pages = numbered(0) | {
        "/wall": lambda request: request.send(b"<title>Just a moment...</title>", status=403),
        "/login": login,
        "/q": question_page("Why?", [("So.", "Ada Quill")]) + login,
    }
    with serving(answering(pages)) as site:
        items = run(replace(ORDER, urls=(f"{site.url}/wall", f"{site.url}/login", f"{site.url}/q")))
    assert reasons(items) == ["blocked", "blocked", ""]


def test_hosts_are_asked_side_by_side_and_each_with_its_gap(tmp_path: Path) -> None:
    both = threading.Barrier(2, timeout=PATIENCE)

    def meeting(request: Handler) -> None:
        """Answer when the other host is asked too."""
        both.wait()
        request.send(b"here")

    pages = numbered(4) | {"/q/1": meeting}
    manners = replace(QUICK, delay=0.2)
    with serving(answering(pages)) as one, serving(answering(pages)) as two:
        urls = [f"{site.url}/q/{number}" for number in range(4) for site in (one, two)]
        items = good(run(replace(ORDER, urls=tuple(urls), manners=manners, store=tmp_path)))
    assert [item.source for item in items] == urls
    assert min(one.gaps() + two.gaps()) >= 0.195


def test_a_host_is_never_asked_twice_at_once_even_through_redirects() -> None:
    busy, most = threading.Lock(), []

    def shared(request: Handler) -> None:
        most.append(busy.acquire(blocking=False))
        time.sleep(0.02)
        busy.release()  # who has got the answer may ask again at once
        request.send(b"here")

    with serving(shared) as target:
        hop = answering(
            {f"/{n}": lambda request: request.send(status=302, Location=target.url + request.path) for n in "ab"}
        )
        with serving(hop) as one, serving(hop) as two:
            run(replace(ORDER, urls=(f"{one.url}/a", f"{two.url}/b", f"{target.url}/c")))
    assert len(most) == 4
    assert all(most)


def test_a_slow_host_does_not_hold_the_others_up_and_order_is_kept() -> None:
    others_done = threading.Event()
    were_done: list[bool] = []

    def slow(request: Handler) -> None:
        were_done.append(others_done.wait(PATIENCE / 2))
        request.send(status=404)

    def last(request: Handler) -> None:
        others_done.set()
        request.send(b"here")

    with serving(slow) as one, serving(answering(numbered(3) | {"/q/3": last})) as two:
        items = run(replace(ORDER, urls=(f"{one.url}/x", *(f"{two.url}/q/{number}" for number in range(4)))))
    assert reasons(items) == ["http-404", "", "", "", ""]
    assert were_done == [True, True], "it is asked for its rules and the page"


def test_a_defect_that_one_page_brings_to_light_does_not_take_the_others_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def faulty(answer: Exchange) -> None:
        if answer.url.endswith("/q/1"):
            raise ZeroDivisionError

    monkeypatch.setattr(crawl, "declared_wall", faulty)
    with serving(answering(numbered(3))) as site:
        items = run(replace(ORDER, urls=tuple(f"{site.url}/q/{number}" for number in range(3))))
    assert reasons(items) == ["", "internal-error", ""]


def test_a_page_that_the_reader_stumbles_over_is_given_on() -> None:
    def stumbling(_: Document) -> list[QAPage]:
        raise ZeroDivisionError

    with serving(answering({"/q": b'<input type="password">'})) as site:
        (item,) = documents(replace(ORDER, urls=(f"{site.url}/q",)), stumbling)
    assert isinstance(item, Failure)
    assert item.reason is Reason.BLOCKED


def test_a_store_that_fills_up_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with serving(answering(numbered(3))) as site:
        running = documents(replace(ORDER, urls=(f"{site.url}/q/0",), store=tmp_path), read)
        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(OutputError, match="No space left on device; make room"):
            list(running)


def test_many_pages_are_not_asked_for_without_a_contact() -> None:
    nameless = replace(QUICK, contact=None)
    few = tuple(f"http://127.0.0.1:9/{number}" for number in range(5))
    assert documents(replace(ORDER, urls=few, manners=nameless), read)
    for order in (Order(urls=(*few, "http://127.0.0.1:9/6")), Order(sitemaps=few[:1]), Order(lists=few[:1], match="q")):
        with pytest.raises(UsageError, match="--contact"):
            documents(replace(order, manners=nameless), read)


def test_orders_that_make_no_sense() -> None:
    for order, told in (
        (Order(lists=("http://a.example/",)), "--match"),
        (Order(urls=("http://a.example/",), bounds=Bounds(offline=True)), "--warc"),
        (Order(urls=("http://a.example/",), match="("), "regular expression"),
    ):
        with pytest.raises(UsageError, match=told):
            documents(order, read)


def test_a_second_run_asks_only_for_what_has_changed(tmp_path: Path) -> None:
    version = {"/q/0": "1", "/q/1": "1"}

    def answer(request: Handler) -> None:
        if request.path not in version:
            request.send(status=404)
        elif request.headers["If-None-Match"] == version[request.path]:
            request.send(status=304, ETag=version[request.path])
        else:
            body = question_page(f"{request.path} in version {version[request.path]}", [])
            request.send(body, ETag=version[request.path])

    with serving(answer) as site:
        order = replace(ORDER, urls=(f"{site.url}/q/0", f"{site.url}/q/1"), store=tmp_path)
        first = good(run(order))
        version["/q/1"] = "2"
        second = good(run(order))
        third = good(run(order))
    assert second[0] == first[0]
    assert b"version 2" in bytes(second[1].content)  # type: ignore[arg-type] # bytes from the web
    assert third == second
    assert run(replace(order, bounds=Bounds(offline=True))) == second


def test_offline_uses_the_store_alone(tmp_path: Path) -> None:
    with serving(answering(numbered(3) | paged(3, 2, 6))) as site:
        urls = [f"{site.url}{path}" for path in ("/q/7", "/q/0", "/gone", "/q/1")]
        order = replace(ORDER, urls=tuple(urls), store=tmp_path, bounds=Bounds(follow_pages=True))
        live = run(order)
        asked = len(site.seen)
        offline = replace(order, bounds=Bounds(follow_pages=True, offline=True), manners=Manners())
        assert run(offline) == live
        assert reasons(run(replace(offline, urls=(*urls, f"{site.url}/q/2")))) == ["", "", "http-404", "", "not-stored"]
        assert len(site.seen) == asked


def test_two_runs_do_not_write_to_one_store(tmp_path: Path) -> None:
    with serving(answering(numbered(2))) as site:
        order = replace(ORDER, urls=(f"{site.url}/q/0", f"{site.url}/q/1"), store=tmp_path)
        first = documents(order, read)
        begun = next(first)
        with pytest.raises(UsageError, match=r"another run writes in .* --warc"):
            run(order)
        came = [replace(item, provenance=None) for item in good([begun, *first])]
        assert came == [replace(item, provenance=None) for item in good(run(order))], "but for when it was fetched"


def test_a_run_that_was_broken_off_goes_on_where_it_was(tmp_path: Path) -> None:
    is_broken_off = threading.Event()
    served: Counter[str] = Counter()

    def answer(request: Handler) -> None:
        if request.path == "/q/8" and not is_broken_off.is_set():  # no further than here before
            request.send(status=503, Retry_After="60")
            return
        served[request.path] += 1
        answering(numbered(12))(request)

    with serving(answer) as site:
        order = replace(ORDER, urls=tuple(f"{site.url}/q/{number}" for number in range(12)), store=tmp_path)
        broken = documents(order, read)
        for _ in range(5):
            next(broken)
        broken.close()  # type: ignore[attr-defined] # a generator
        assert 5 < served.total() < 10
        is_broken_off.set()
        whole = good(run(replace(order, resume=True)))
    assert [item.source for item in whole] == list(order.urls)
    assert served == {"/robots.txt": 2} | {f"/q/{number}": 1 for number in range(12)}
    assert run(replace(order, bounds=Bounds(offline=True))) == whole
