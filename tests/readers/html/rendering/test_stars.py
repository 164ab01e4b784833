"""Stars in all the ways in which sites draw them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from extractor.document import Document
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.ratings import mark_ratings
from extractor.readers.html.rendering.stars import ShownRating, shown_by
from extractor.reading import read
from extractor.records import WarningCode


def _row(*classes: str, tag: str = "i") -> str:
    return "<span class=stars>" + "".join(f'<{tag} class="{one}"></{tag}>' for one in classes) + "</span>"


def _first(markup: str) -> ShownRating | None:
    root = parse(Document(f"<p>x</p><div>{markup}</div>")).root
    found = [shown for element in root.iter() if (shown := shown_by(element))]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("markup", "rating", "reviews"),
    [
        ('<span class="rating" data-rating="4.9"></span>', 4.9, None),
        ('<div class="stars" data-score="9" data-max="10"></div>', 4.5, None),
        ('<div class="rateit" data-rateit-value="3,5"></div>', 3.5, None),
        ('<span role="img" aria-label="Rated 4.9 out of 5"></span>', 4.9, None),
        ('<span class="stars" role="img" aria-label="Rated 4.9 out of 5"></span>', 4.9, None),
        ('<span role="img" aria-label="4.5 star rating"></span>', 4.5, None),
        ('<span role="img" aria-label="Rated 4.5 out of 5 by 87 patients"></span>', 4.5, 87),
        ('<span title="4,8 von 5 Sternen (1.234 Bewertungen)"></span>', 4.8, 1234),
        ('<span title="4,8 de 5 estrellas, 56 opiniones"></span>', 4.8, 56),
        ('<img src=s.png alt="4 stars">', 4.0, None),
        ("<svg><title>4.5 stars</title><path/></svg>", 4.5, None),
        ('<span class="stars"><span class="fill" style="width:98%"></span></span>', 4.9, None),
        ('<div class="star-rating"><b style="color: red; width: 80.0%;">x</b></div>', 4.0, None),
        (_row("icon star-full", "icon star-full", "icon star-full", "icon star-full", "icon star-half"), 4.5, None),
        (_row("fa fa-star", "fa fa-star", "fa fa-star", "fa fa-star-half-o", "fa fa-star-o"), 3.5, None),
        (_row("fas fa-star", "fas fa-star", "far fa-star", "far fa-star", "far fa-star"), 2.0, None),
        (_row("starFull", "starFull", "starFull", "starEmpty", "starEmpty", tag="span"), 3.0, None),
        (_row("star on", "star on", "star on", "star on", "star on"), 5.0, None),
        ("<a>Ann</a>" + '<img src="/i/star_full.gif">' * 4 + '<img src="/i/star_half.gif"> ', 4.5, None),
        ('<span class="rating">4,9</span>', 4.9, None),
        ('<input class="rating" value="4.5" readonly>', 4.5, None),
        ('<span class="rating">98%</span>', 4.9, None),
        ('<span class="doctor-rating">4.9/5</span>', 4.9, None),
        ('<meter value="4.5" max="5"></meter>', 4.5, None),
        ('<progress value="90" max="100"></progress>', 4.5, None),
        ('<div class="stars" style="--rating: 4.5"></div>', 4.5, None),
        ('<span class="stars">' + '<svg><use href="#star-full"/></svg>' * 4 + "</span>", 4.0, None),
        ('<span class="sr-only">4.9 out of 5 stars</span>', 4.9, None),
        ('<i class="stars-45"></i>', 4.5, None),
        ('<img src="/i/stars_4_half.png">', 4.5, None),
    ],
)
def test_stars(markup: str, rating: float, reviews: int | None) -> None:
    assert _first(markup) == ShownRating(rating, reviews)


@pytest.mark.parametrize(
    "markup",
    [
        '<button class="stars" aria-label="Rate 5 stars"></button>',
        '<input class="rating" value="4.5">',
        '<input class="name" value="4.5" readonly>',
        '<form class="rating"><span class="star" title="5 stars"></span></form>',
        '<label class="rating"><span data-rating="5"></span></label>',
        '<a title="12 answers">x</a>',
        '<span class="rating" data-rating="0"></span>',
        '<span class="stars"><i style="width:0%"></i></span>',
        '<span class="start" title="4"></span>',
        '<span data-score="4"></span>',
        '<span class="rating">128 ratings</span>',
        '<span class="separate">4</span>',
        _row("fa fa-star-o", "fa fa-star-o", "fa fa-star-o", "fa fa-star-o", "fa fa-star-o fa-spin"),
        f"<p title='{'4.9 stars ' * 40}'>x</p>",
    ],
)
def test_what_shows_no_stars(markup: str) -> None:
    assert _first(markup) is None


@pytest.mark.parametrize("markup", [_row(*["star"] * 5), '<i class="rating" data-rating="97"></i>'])
def test_stars_that_are_there_and_not_clear(markup: str) -> None:
    assert _first(markup) == ShownRating()


PAGE = (
    "<h1>Is a bump on my nose normal?</h1><div class=question><p>It is small and hard. Will it go away some day?</p></div>"
    "<h2>2 Answers</h2><div class=answer><div class=author><a href=/dr/a>Ann Lee, MD</a><span class=specialty>Plastic Surgeon</span>{}</div>"
    "<p>Six weeks is early. Please wait a year before you think of a revision.</p></div>"
    "<div class=answer><div class=author>Bob Roy, MD</div><p>It is most likely a callus. They shrink in most patients.</p></div>"
)


@pytest.mark.parametrize(
    ("markup", "rating", "reviews"),
    [
        ('<span class="stars" aria-label="Rated 4.9 out of 5"></span><span>128 reviews</span>', 4.9, 128),
        ('<span class="stars"><i style="width:98%"></i></span><span class=count>(128)</span>', 4.9, 128),
        ("<b><svg><title>4.9 stars</title></svg></b> (1,234)", 4.9, 1234),
        ('<span class="rating">4,9</span><span class="reviews">1 234 reviews</span>', 4.9, 1234),
        ('<span class="rating">98%</span> <span>(123 votes)</span>', 4.9, None),
        ('<span class="stars" aria-label="4.9 out of 5 stars"><b>4.9</b> <b>203 reviews</b></span>', 4.9, 203),
        ('<span class="stars" aria-label="4.9 out of 5 stars"><b>4.9</b> <b>(203)</b></span>', 4.9, 203),
        ('<span class="rating" data-rating="4.9"></span><span>verified</span><span>1.2k reviews</span>', 4.9, 1200),
    ],
)
def test_the_rating_of_an_answer_s_doctor_with_the_reviews_beside_it(
    markup: str, rating: float, reviews: int | None
) -> None:
    (record,) = read(Document("<!DOCTYPE html><html><body>" + PAGE.format(markup) + "</html>"))
    doctor = record.answers[0].doctor
    assert doctor is not None
    assert (doctor.name, doctor.rating, doctor.reviews) == ("Ann Lee", rating, reviews)
    assert record.answers[1].doctor is not None
    assert record.answers[1].doctor.rating is None
    assert record.warnings == ()


def test_stars_that_are_not_clear_are_told() -> None:
    (record,) = read(Document("<!DOCTYPE html><html><body>" + PAGE.format(_row(*["star"] * 5)) + "</html>"))
    assert [(warning.code, warning.answer) for warning in record.warnings] == [(WarningCode.UNREADABLE_VALUE, 1)]


@given(
    st.lists(
        st.builds(
            "<{} class='{}' {}='{}'>{}</{}>".format,
            st.sampled_from("span div i svg title a b".split()),
            st.sampled_from(["stars", "rating", "star full", "star-half", "x", ""]),
            st.sampled_from(["title", "aria-label", "data-rating", "style", "data-max"]),
            st.text(alphabet="0123456789.,/% starswidth:ofreviews()-", max_size=20),
            st.text(alphabet="0123456789.,%() reviews", max_size=12),
            st.sampled_from("span div i svg title a b p".split()),
        ),
        max_size=12,
    ).map("".join)
)
def test_any_markup_shows_a_rating_in_bounds_or_none(markup: str) -> None:
    root = parse(Document(f"<div x-post=block>{markup}</div>")).root
    mark_ratings(root)
    for held in (element.get("x-rating") for element in root.iter(etree.Element)):
        assert held in (None, "?") or 0 < float(held) <= 5
