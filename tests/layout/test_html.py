"""A site is known by what stands in the first part of its pages."""

from extractor.layout import HtmlFacts, Part
from extractor.layout.html import MARK, RATED, REVIEWED, usual_selectors


def test_a_signature_counts_where_pages_begin() -> None:
    facts = HtmlFacts(signatures=("class=says", "data-naïve"))
    assert facts.signs(b"<p class=says>")
    assert facts.signs("<p data-naïve>".encode())
    assert not facts.signs(b" " * 32_000 + b"<p class=says>")
    assert not HtmlFacts().signs(b"<p class=says>")


def test_the_usual_selectors_name_parts_and_the_marks_of_the_readers() -> None:
    named = {(one.part, one.css) for one in usual_selectors()}
    assert {(Part.RATING, f"[{RATED}]@{RATED}"), (Part.REVIEWS, f"[{REVIEWED}]")} <= named
    assert (Part.FURNITURE, f"[{MARK}] .comments") in named
    links = {css for part, css in named if part is Part.AUTHOR and css.startswith("a[href")}
    assert {css for part, css in named if part is Part.AUTHOR_URL} == {f"{css}@href" for css in links}
