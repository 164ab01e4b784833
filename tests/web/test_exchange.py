"""What an answer of the web is, and the document that it holds."""

from dataclasses import replace

import pytest

from extractor.document import MediaType
from extractor.web.exchange import NO_ANSWER, Exchange, page_document, unanswered

ANSWER = Exchange(
    "https://a.example/q",
    200,
    "OK",
    (("Content-Type", "text/html; charset=latin1"), ("X-Robots-Tag", "noai"), ("x-robots-tag", "noindex")),
    b"<p>Why?",
    "2026-01-01T00:00:00Z",
)


def test_the_document_of_an_answer() -> None:
    page = page_document(ANSWER, "the source")
    assert (page.content, page.source, page.url) == (b"<p>Why?", "the source", "https://a.example/q")
    assert (page.media_type, page.charset) == (MediaType.HTML, "latin1")
    assert page.provenance
    assert (page.provenance.status, page.provenance.robots) == (200, ("noai", "noindex"))


def test_an_answer_that_still_holds_is_the_earlier_one() -> None:
    again = Exchange(ANSWER.url, 304, "Not Modified", (), b"", "2026-02-01T00:00:00Z", original=ANSWER)
    assert again.page is ANSWER
    assert page_document(again, "s") == page_document(ANSWER, "s")


@pytest.mark.parametrize(("status", "place"), [(200, None), (301, "/b"), (304, None), (308, "/b")])
def test_a_redirect_leads_somewhere(status: int, place: str | None) -> None:
    assert replace(ANSWER, status=status, headers=(("location", "/b"),)).location == place


def test_no_answer_is_kept_too() -> None:
    assert (unanswered("https://a.example").status, unanswered("https://a.example").body) == (NO_ANSWER, b"")
