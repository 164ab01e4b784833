"""A page as it came in: what it is, and by what it is known again."""

from hashlib import sha256

import pytest

from extractor.document import Document, MediaType, absolute, digest_of, host_of, sniff


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html><html>", MediaType.HTML),
        ("  <div class=a>", MediaType.HTML),
        ("Why <em>now</em>?", MediaType.TEXT),
        ("a < b and <p", MediaType.TEXT),
        ("x" * 5000 + "<html>", MediaType.TEXT),
    ],
)
def test_markup_is_seen_at_the_beginning(text: str, kind: MediaType) -> None:
    assert sniff(text) is kind


def test_the_digest_is_that_of_the_file_and_of_all_pages() -> None:
    page = Document("Is it naïve?", next_pages=(Document(b"So."),))
    assert digest_of(Document("naïve".encode())) == sha256("naïve".encode()).hexdigest()
    assert digest_of(page) == sha256("Is it naïve?So.".encode()).hexdigest()
    assert digest_of(Document("\ud800")), "half a pair has a digest too"


@pytest.mark.parametrize(
    ("url", "host"), [("https://A.Example:8080/q", "a.example"), (None, None), ("no address", None), ("http://[", None)]
)
def test_the_host_of_an_address(url: str | None, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("base", "url", "found"),
    [
        ("https://a.example/q/1", "../dr", "https://a.example/dr"),
        (None, " ", None),
        ("https://a.example", "http://[", None),
    ],
)
def test_an_address_on_a_page_is_made_absolute(base: str | None, url: str, found: str | None) -> None:
    assert absolute(base, url) == found
