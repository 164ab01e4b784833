import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extractor.errors import FetchFailed, Reason
from extractor.web.urls import clean, credentials, file_stem, host, listed, origin, without_credentials


@pytest.mark.parametrize(
    ("given_url", "expected"),
    [
        ("http://EXAMPLE.com", "http://example.com/"),
        (" https://example.com:443/q#top ", "https://example.com/q"),
        ("https://example.com:8443/q", "https://example.com:8443/q"),
        ("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe"),
        ("https://me:secret@example.com/q", "https://example.com/q"),
        ("http://[::1]:80/a/../b", "http://[::1]/b"),
    ],
)
def test_one_page_has_one_address(given_url: str, expected: str) -> None:
    assert clean(given_url) == expected
    assert clean(expected) == expected


@pytest.mark.parametrize(
    "url",
    ["", "example.com", "ftp://example.com/q", "file:///etc/passwd", "javascript:alert(1)", "http://", "http://a b/"],
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(FetchFailed) as caught:
        clean(url)
    assert caught.value.reason is Reason.BAD_URL


def test_credentials_are_split_off() -> None:
    url = "https://me:s%40cret@example.com/q"
    assert credentials(url) == ("me", "s@cret")
    assert credentials("https://example.com/q") is None
    assert without_credentials("ftp://me:secret@example.com/@home") == "ftp://example.com/@home"


@given(st.text(max_size=200))
@example("http://")
@example("http://[broken")
def test_a_file_name_from_an_address_is_never_a_path(text: str) -> None:
    for url in (f"https://example.com/{text}", text):
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,80}", file_stem(url))


def test_hosts_and_origins() -> None:
    assert host(clean("http://Example.com:80/")) == host(clean("https://example.com/")) == "example.com"
    assert origin(clean("https://example.com:444/a?b")) == "https://example.com:444"


def test_lists_of_addresses_may_hold_comments() -> None:
    assert list(listed(["# pages\n", "\n", " https://a.example/1 \r\n", "https://a.example/2"])) == [
        "https://a.example/1",
        "https://a.example/2",
    ]
