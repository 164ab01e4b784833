"""Which element of a post is noted as its rating, and where the number of reviews is found beside it."""

import pytest
from lxml import etree

from extractor.document import Document
from extractor.layout.html import MARK, RATED, REVIEWED, UNCLEAR
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.ratings import mark_ratings

STARS = '<span class="stars" aria-label="4.5 out of 5 stars"></span>'


def _noted(markup: str, name: str = RATED) -> list[tuple[str, str]]:
    root = parse(Document(f"<body><div {MARK}=block>{markup}</div></body>")).root
    mark_ratings(root)
    return [(str(one.tag), str(one.get(name))) for one in root.iter(etree.Element) if one.get(name) is not None]


def test_the_first_clear_rating_of_a_post_is_noted_once() -> None:
    unclear = '<i class="rating" data-rating="97"></i>'
    assert _noted(STARS + STARS.replace("4.5", "3")) == [("span", "4.5")]
    assert _noted(unclear + STARS) == [("span", "4.5")]
    assert _noted(unclear) == [("div", UNCLEAR)]
    assert _noted("<p>nothing of it</p>") == []


def test_each_post_has_its_own_and_what_stands_outside_has_none() -> None:
    root = parse(Document(f"<body>{STARS}<div {MARK}=block>{STARS}</div><div {MARK}=block><p>x</p></div></body>")).root
    mark_ratings(root)
    assert [one.get(RATED) for one in root.iter("span")] == [None, "4.5"]


@pytest.mark.parametrize(
    ("markup", "reviews"),
    [
        (f"{STARS} (123)", "123"),
        (f"{STARS} <a>57 reviews</a>", "57"),
        (f"<div>{STARS}</div><div>57 reviews</div>", "57"),
        (f"<div><div>{STARS}</div></div><p>1,204 ratings</p>", "1204"),
        ('<span class="stars" aria-label="4.5 out of 5 stars">4.5 (88)</span>', "88"),
        ('<span class="stars" title="4,8 de 5 estrellas, 56 opiniones"></span>', "56"),
    ],
)
def test_the_number_of_reviews_stands_beside_the_rating(markup: str, reviews: str) -> None:
    assert [value for _, value in _noted(markup, REVIEWED)] == [reviews]


@pytest.mark.parametrize(
    "markup",
    [
        f"{STARS} <p>See the 12 reviews of this hospital before you decide on anything.</p>",
        f"{STARS}<p>a</p><p>b</p><p>c</p><p>57 reviews</p>",
        f"{STARS}<p>Boston</p>(123)",
        f"<p>57 reviews</p><p>x</p>{STARS}",
    ],
    ids=["in a sentence", "too far", "behind another text", "above"],
)
def test_a_number_elsewhere_is_none_of_its_reviews(markup: str) -> None:
    assert _noted(markup, REVIEWED) == []


def test_what_no_reader_sees_is_noted_at_what_is_around_it() -> None:
    assert _noted("<b><svg><title>4.5 stars</title><path/></svg></b>") == [("b", "4.5")]
    assert _noted('<u><span class="sr-only" aria-label="4.5 out of 5 stars">x</span></u>') == [("u", "4.5")]
