"""Asking servers, by mock: what statuses, headers and bodies lead to."""

import email.utils
import gzip
import threading
import time
import zlib
from collections.abc import Iterator

import pytest
import requests
import responses

from extractor.document import MediaType
from extractor.encodings import decode_document
from extractor.errors import FetchFailed, Reason, UsageError
from extractor.web.exchange import Exchange, page_document
from extractor.web.faults import refusal
from extractor.web.fetch import Fetcher
from extractor.web.manners import Manners
from tests.web.clock import Clock

PAGE = "https://a.example/question/1"
QUICK = Manners(delay=0.01, timeout=2.0, retries=2, max_pause=1.0)


@pytest.fixture
def web() -> Iterator[responses.RequestsMock]:
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        yield mock


@pytest.fixture
def open_web(web: responses.RequestsMock) -> responses.RequestsMock:
    """The web, with sites that have no robots.txt."""
    for site in ("https://a.example", "http://a.example", "https://b.example"):
        web.get(f"{site}/robots.txt", status=404)
    return web


def fetch(
    url: str = PAGE, manners: Manners = QUICK, stop: threading.Event | None = None, **validators: str
) -> tuple[Exchange, ...]:
    fetcher = Fetcher(manners, stop or threading.Event(), lambda _: None)
    return fetcher.get(url, lambda _: {name.replace("_", "-"): value for name, value in validators.items()})


def failure(url: str = PAGE, manners: Manners = QUICK) -> FetchFailed:
    with pytest.raises(FetchFailed) as caught:
        fetch(url, manners)
    return caught.value


def asked(web: responses.RequestsMock) -> list[str]:
    return [str(call.request.url) for call in web.calls if "robots.txt" not in str(call.request.url)]


def test_a_page(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, body="<html>größer", content_type="text/html; charset=utf-8", headers={"ETag": '"1"'})
    (answer,) = fetch()
    assert (answer.url, answer.status, answer.reason) == (PAGE, 200, "OK")
    assert answer.body == "<html>größer".encode()
    assert answer.header("etag") == '"1"'
    assert refusal(answer) is None


def test_the_tool_says_who_it_is(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE)
    fetch(manners=Manners(contact="+https://me.example/bot", delay=0.0))
    for call in open_web.calls:
        assert call.request.headers["User-Agent"].startswith("extractor/")
        assert "https://me.example/bot" in call.request.headers["User-Agent"]
        assert "Cookie" not in call.request.headers


@pytest.mark.parametrize("contact", ["me@exämple.org", "me\r\nX-Evil: 1"])
def test_a_contact_that_cannot_stand_in_a_header_is_refused(contact: str) -> None:
    with pytest.raises(UsageError, match="ASCII"):
        fetch(manners=Manners(contact=contact))


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (400, "http-400"),
        (403, "http-403"),
        (404, "http-404"),
        (410, "http-410"),
        (418, "http-status"),
        (304, "http-status"),
    ],
)
def test_statuses_that_are_no_page(open_web: responses.RequestsMock, status: int, reason: str) -> None:
    open_web.get(PAGE, status=status)
    (answer,) = fetch()
    refused = refusal(answer)
    assert refused is not None
    assert refused.reason == reason
    assert str(status) in refused.detail
    assert asked(open_web) == [PAGE]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(open_web: responses.RequestsMock, status: int) -> None:
    open_web.get(PAGE, status=status)
    open_web.get(PAGE, status=status)
    open_web.get(PAGE, body="here")
    assert fetch()[-1].body == b"here"
    assert len(asked(open_web)) == 3


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_stays_busy_is_left(open_web: responses.RequestsMock, status: int) -> None:
    open_web.get(PAGE, status=status)
    refused = refusal(fetch()[-1])
    assert refused is not None
    assert refused.reason == f"http-{status}"
    assert len(asked(open_web)) == 3


@pytest.mark.parametrize("error", [requests.ConnectionError("reset"), requests.exceptions.ChunkedEncodingError("cut")])
def test_a_broken_line_is_tried_again(open_web: responses.RequestsMock, error: Exception) -> None:
    open_web.get(PAGE, body=error)
    open_web.get(PAGE, body="here")
    assert fetch()[-1].body == b"here"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (requests.exceptions.SSLError("untrusted"), Reason.TLS_FAILED),
        (requests.exceptions.ContentDecodingError("not gzip"), Reason.UNREADABLE),
        (requests.exceptions.InvalidURL("label too long"), Reason.BAD_URL),
        (requests.exceptions.InvalidHeader("two lengths"), Reason.CONNECTION_FAILED),
        (requests.exceptions.ReadTimeout("slow"), Reason.TIMEOUT),
    ],
)
def test_what_goes_wrong_has_a_reason(open_web: responses.RequestsMock, error: Exception, reason: Reason) -> None:
    open_web.get(PAGE, body=error)
    assert failure().reason is reason


def test_a_line_that_stays_broken_is_told_without_the_words_of_the_library(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, body=requests.ConnectionError("<HTTPSConnection object at 0x7f>"))
    failed = failure()
    assert failed.reason is Reason.CONNECTION_FAILED
    assert "0x" not in failed.detail
    assert len(asked(open_web)) == 3


def test_retry_after_in_seconds_is_obeyed(open_web: responses.RequestsMock, clock: Clock) -> None:
    open_web.get(PAGE, status=429, headers={"Retry-After": "100"})
    open_web.get(PAGE, body="here")
    assert fetch(manners=Manners(delay=0.01, max_pause=500), stop=clock.event)[-1].status == 200
    assert round(max(clock.waits)) == 100


def test_retry_after_as_a_date_is_obeyed(open_web: responses.RequestsMock, clock: Clock) -> None:
    open_web.get(PAGE, status=503, headers={"Retry-After": email.utils.formatdate(time.time() + 1000, usegmt=True)})
    open_web.get(PAGE, body="here")
    assert fetch(manners=Manners(delay=0.01, max_pause=5000), stop=clock.event)[-1].status == 200
    assert 100 < max(clock.waits) <= 1001


def test_a_retry_after_that_is_no_time_is_passed_over(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=503, headers={"Retry-After": "in a while"})
    open_web.get(PAGE, body="here")
    assert fetch()[-1].status == 200


def test_a_host_that_wants_to_be_left_alone_for_long_is_left_alone(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=429, headers={"Retry-After": "3600"})
    fetcher = Fetcher(QUICK, threading.Event(), lambda _: None)
    for url in (PAGE, PAGE + "2"):
        with pytest.raises(FetchFailed) as caught:
            fetcher.get(url)
        assert caught.value.reason is Reason.HOST_BUSY
    assert asked(open_web) == [PAGE]


def test_redirects_are_followed_one_by_one(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=301, headers={"Location": "/question/moved?a=1"})
    open_web.get("https://a.example/question/moved?a=1", status=302, headers={"Location": "//b.example/q#x"})
    open_web.get("https://b.example/q", body="here")
    hops = fetch()
    assert [hop.url for hop in hops] == [PAGE, "https://a.example/question/moved?a=1", "https://b.example/q"]
    assert "https://b.example/robots.txt" in [call.request.url for call in open_web.calls]


def test_a_redirect_loop_is_left(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=302, headers={"Location": PAGE + "/"})
    open_web.get(PAGE + "/", status=302, headers={"Location": PAGE})
    assert failure().reason is Reason.TOO_MANY_REDIRECTS
    assert len(asked(open_web)) == 2


def test_an_endless_chain_of_redirects_is_left(open_web: responses.RequestsMock) -> None:
    for number in range(10):
        open_web.get(f"https://a.example/{number}", status=302, headers={"Location": f"/{number + 1}"})
    assert failure("https://a.example/0").reason is Reason.TOO_MANY_REDIRECTS
    assert len(asked(open_web)) == 6


@pytest.mark.parametrize("target", ["ftp://a.example/q", "file:///etc/passwd", "http://[::1", "javascript:alert(1)"])
def test_a_redirect_out_of_the_web_is_refused(open_web: responses.RequestsMock, target: str) -> None:
    open_web.get(PAGE, status=302, headers={"Location": target})
    assert failure().reason is Reason.BAD_URL


def test_a_redirect_to_a_page_that_robots_forbid_is_not_followed(web: responses.RequestsMock) -> None:
    web.get("https://a.example/robots.txt", status=404)
    web.get("https://b.example/robots.txt", body="User-agent: *\nDisallow: /")
    web.get(PAGE, status=302, headers={"Location": "https://b.example/q"})
    assert failure().reason is Reason.ROBOTS_DISALLOWED
    assert asked(web) == [PAGE]


def test_robots_are_followed_through_redirects(web: responses.RequestsMock) -> None:
    web.get("https://a.example/robots.txt", status=301, headers={"Location": "https://b.example/robots.txt"})
    web.get("https://b.example/robots.txt", body="User-agent: *\nDisallow: /")
    assert failure().reason is Reason.ROBOTS_DISALLOWED
    assert asked(web) == []


def test_only_the_beginning_of_a_huge_robots_file_is_read(web: responses.RequestsMock) -> None:
    filling = b"#" * 79 + b"\n"
    web.get("https://a.example/robots.txt", body=filling * 7000 + b"User-agent: *\nDisallow: /\n")
    web.get(PAGE, body="here")
    assert fetch()[-1].body == b"here"


@pytest.mark.parametrize(("coding", "packed"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_packed_bodies_are_unpacked(open_web: responses.RequestsMock, coding: str, packed: object) -> None:
    open_web.get(PAGE, body=packed("grün".encode()), headers={"Content-Encoding": coding})  # type: ignore[operator]
    assert fetch()[-1].body == "grün".encode()


def test_a_body_that_does_not_fit_its_coding_is_refused(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, body=b"plain", headers={"Content-Encoding": "gzip"})
    assert failure().reason is Reason.UNREADABLE


def test_a_body_is_counted_as_it_is_when_unpacked(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, body=gzip.compress(b"a" * 100_000), headers={"Content-Encoding": "gzip"})
    failed = failure(manners=Manners(delay=0.01, max_size=50_000))
    assert failed.reason is Reason.TOO_LARGE
    assert "50,000" in failed.detail


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ("text/html; charset=ISO-8859-2", "žena".encode("iso8859-2")),
        ("text/html", "žena".encode()),
        ("text/html; charset=nonsense", "žena".encode()),
        ("text/html", "\ufeffžena".encode("utf-16-le")),
    ],
)
def test_what_the_header_says_of_the_charset_reaches_the_reader(
    open_web: responses.RequestsMock, header: str, body: bytes
) -> None:
    open_web.get(PAGE, body=body, content_type=header)
    page = page_document(fetch()[-1], PAGE)
    assert page.media_type is MediaType.HTML
    assert decode_document(page).text == "žena"


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4"])
def test_pictures_and_the_like_are_not_downloaded(open_web: responses.RequestsMock, kind: str) -> None:
    open_web.get(PAGE, body=b"x", content_type=kind)
    assert failure().reason is Reason.OTHER_MEDIA_TYPE


def test_validators_make_a_request_conditional(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=304, match=[responses.matchers.header_matcher({"If-None-Match": '"1"'})])
    assert fetch(If_None_Match='"1"')[-1].status == 304


def test_credentials_go_to_their_site_alone(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=302, headers={"Location": "https://b.example/q"})
    open_web.get("https://b.example/q", body="here")
    fetcher = Fetcher(QUICK, threading.Event(), lambda _: None)
    fetcher.sign_in(PAGE, ("me", "secret"))
    fetcher.get(PAGE)
    told = {str(call.request.url): "Authorization" in call.request.headers for call in open_web.calls}
    assert told[PAGE]
    assert not told["https://b.example/q"]


def test_nothing_is_taken_from_the_environment(
    open_web: responses.RequestsMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    open_web.get(PAGE, body="here")
    fetch()
    assert all(not call.request.req_kwargs["proxies"] for call in open_web.calls)  # type: ignore[attr-defined]


def test_cookies_are_not_kept(open_web: responses.RequestsMock) -> None:
    open_web.get(PAGE, status=302, headers={"Location": "/q", "Set-Cookie": "id=1; Path=/"})
    open_web.get("https://a.example/q", body="here")
    fetch()
    assert all("Cookie" not in call.request.headers for call in open_web.calls)
