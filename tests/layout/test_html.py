"""A site is known by what stands in the first part of its pages."""

from extractor.layout import HtmlFacts


def test_a_signature_counts_where_pages_begin() -> None:
    facts = HtmlFacts(signatures=("class=says", "data-naïve"))
    assert facts.signs(b"<p class=says>")
    assert facts.signs("<p data-naïve>".encode())
    assert not facts.signs(b" " * 32_000 + b"<p class=says>")
    assert not HtmlFacts().signs(b"<p class=says>")
