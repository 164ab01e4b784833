import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import FetchFailed, Reason
from extractor.web import robots
from extractor.web.exchange import Exchange
from extractor.web.robots import Robots

PAGE = "https://a.example/question/1"


def answering(status: int = 200, body: bytes = b"") -> Robots:
    return Robots(lambda url: Exchange(url, status, "", (), body, "2026-01-01T00:00:00Z"))


def failing(reason: Reason) -> Robots:
    def ask(_: str) -> Exchange:
        raise FetchFailed(reason, "no luck")

    return Robots(ask)


def refusal(rules: Robots, url: str = PAGE) -> Reason | None:
    try:
        rules.check(url)
    except FetchFailed as failed:
        return failed.reason
    return None


def test_what_the_site_forbids_is_not_read() -> None:
    rules = answering(body=b"User-agent: *\nDisallow: /question/\nAllow: /question/1$\n")
    assert refusal(rules) is None
    assert refusal(rules, "https://a.example/question/12") is Reason.ROBOTS_DISALLOWED


def test_rules_for_us_by_name_count_before_those_for_all() -> None:
    rules = answering(body=b"User-agent: *\nAllow: /\n\nUser-agent: Extractor\nDisallow: /\n")
    assert refusal(rules) is Reason.ROBOTS_DISALLOWED


def test_rules_for_others_do_not_count() -> None:
    rules = answering(body=b"User-agent: emailextractor\nUser-agent: extractorpro\nDisallow: /\n")
    assert refusal(rules) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_site_without_rules_allows_all(status: int) -> None:
    assert refusal(answering(status, b"User-agent: *\nDisallow: /")) is None


@pytest.mark.parametrize("status", [429, 500, 502, 503, 599])
def test_a_site_that_fails_to_give_its_rules_allows_nothing(status: int) -> None:
    assert refusal(answering(status)) is Reason.ROBOTS_UNREACHABLE


@pytest.mark.parametrize(
    "reason", [Reason.TIMEOUT, Reason.CONNECTION_FAILED, Reason.PRIVATE_ADDRESS, Reason.TLS_FAILED]
)
def test_a_site_that_cannot_be_reached_is_not_read_for_that_reason(reason: Reason) -> None:
    assert refusal(failing(reason)) is reason


def test_more_than_five_redirects_are_no_rules() -> None:
    assert refusal(failing(Reason.TOO_MANY_REDIRECTS)) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        (b"User-agent: *\nCrawl-delay: 7.5", 7.5),
        (b"User-agent: *\nRequest-rate: 2/30", 15.0),
        (b"User-agent: *\nCrawl-delay: 1\nRequest-rate: 1/1m", 60.0),
        (b"User-agent: *\nCrawl-delay: soon", 0.0),
        (b"\xef\xbb\xbfUser-agent: *\nCrawl-delay: 3", 3.0),
        (b"<!doctype html><title>Not found</title>", 0.0),
    ],
)
def test_how_often_the_site_may_be_asked(text: bytes, seconds: float) -> None:
    assert answering(body=text).check(PAGE) == seconds


def test_each_origin_is_asked_once_and_again_after_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    now = 1000.0

    def ask(url: str) -> Exchange:
        asked.append(url)
        return Exchange(url, 200, "", (), b"", "2026-01-01T00:00:00Z")

    monkeypatch.setattr(robots, "monotonic", lambda: now)
    rules = Robots(ask)
    for url in (PAGE, PAGE + "2", "http://a.example/", "https://a.example:444/"):
        rules.check(url)
    assert asked == [
        "https://a.example/robots.txt",
        "http://a.example/robots.txt",
        "https://a.example:444/robots.txt",
    ]
    now += 24 * 3600 + 1
    rules.check(PAGE)
    assert asked[3:] == ["https://a.example/robots.txt"]


@given(st.binary(max_size=500))
def test_nonsense_in_a_robots_file_breaks_nothing(body: bytes) -> None:
    assert refusal(answering(body=body)) in (None, Reason.ROBOTS_DISALLOWED)
