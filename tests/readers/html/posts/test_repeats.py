"""Posts found by their shape, and the parts of posts that no selector names."""

import pytest
from lxml import etree

from extractor.document import Document
from extractor.readers.html.posts.repeats import find_posts, find_sections
from extractor.readers.html.rendering.parse import parse
from extractor.readers.people.fields import values_of
from extractor.readers.people.loose_bylines import byline_fields, line_fields, short_rating_fields, work_fields
from extractor.reading import read
from extractor.records import QAPage, WarningCode

_QUESTION = "<h1>Is a lump normal?</h1><p>I had surgery in May and my left side has a lump. Should I worry?</p>"
_TEXTS = ("Lumps soften over months, so wait until your next visit.", "See your surgeon if it turns red or warm.")


def _page(*answers: str, head: str = "<h2>2 answers</h2>") -> bytes:
    return f"<html><body>{_QUESTION}{head}{''.join(answers)}</body></html>".encode()


def _record(*answers: str) -> QAPage:
    (record,) = read(Document(_page(*answers)))
    return record


@pytest.mark.parametrize(
    ("block", "count"),
    [
        ("<div class='reply'><b>Ann</b><p>{}</p></div>", 2),
        ("<article><h3>So</h3><p>{}</p></article>", 2),
        ("<li class='answer-1 x'><cite>Ann</cite><p>{}</p></li>", 2),
        ("<p>{}</p>", 0),
        ("<div class='teaser'><a href='/'>{}</a></div>", 0),
        ("<li class='post' itemscope itemtype='http://schema.org/Review'><b>Ann</b><p>{}</p></li>", 0),
        ("<li class='post'><div itemtype='https://schema.org/Review'><b>Ann</b><p>{}</p></div></li>", 0),
        ("<aside><div class='answer'><b>Ann</b><p>{}</p></div></aside>", 0),
    ],
)
def test_blocks_that_repeat_are_posts_if_they_have_parts(block: str, count: int) -> None:
    root = parse(Document(_page(*map(block.format, _TEXTS)))).root
    assert len(find_posts(root)) == count


def test_rows_of_a_layout_are_no_posts_but_what_one_of_them_holds() -> None:
    inner = "".join(f"<div class='r'><b>Ann</b><p>{text * 5}</p></div>" for text in _TEXTS)
    page = f"<html><h1>x</h1><div class='row'><p>a</p><b>c</b></div><div class='row'>{inner}<p>d</p></div></html>"
    assert [post.get("class") for post in find_posts(parse(Document(page)).root)] == ["r", "r"]


def test_headings_of_one_level_make_sections() -> None:
    root = parse(Document(_page(*(f"<h3>So</h3><p>{text}</p><ul><li>x</li></ul>" for text in _TEXTS)))).root
    assert [[element.tag for element in section] for section in find_sections(root)] == [["h3", "p", "ul"]] * 2


def test_a_comment_in_a_section_is_no_part_of_it() -> None:
    root = parse(Document(_page(*(f"<h3>So</h3><p>{text}</p>" for text in _TEXTS)))).root
    for head in root.iter("h3"):
        head.addnext(etree.Comment("advertisement"))
    assert [[element.tag for element in section] for section in find_sections(root)] == [["h3", "p"]] * 2


@pytest.mark.parametrize(
    "byline",
    [
        "<div class='who'>Ann Lee, MD</div><div>Leeds Dermatologist</div>",
        "<div class='who'>Dr. Ann Lee, MD</div><div>Dermatologist</div><div>Leeds</div>",
        "<div><a href='/dr/ann-lee'>Ann Lee, MD</a><span>Dermatologist</span><span>Leeds</span></div>",
        "<p>— Ann Lee, MD, Dermatologist in Leeds</p>",
        "<div class='author'><span class='name'>Ann Lee, MD</span>, Dermatologist, Leeds</div>",
        "<div class='author'><h3>Dr. Ann Lee</h3><span>MD - Dermatology</span><span>Dermatologist</span><span>Leeds</span></div>",
    ],
)
@pytest.mark.parametrize("is_first", [True, False])
def test_a_byline_is_read_in_any_order_and_place(byline: str, is_first: bool) -> None:  # noqa: FBT001
    blocks = [
        f"<div class='reply'>{byline if is_first else ''}<p>{text}</p>{'' if is_first else byline}</div>"
        for text in _TEXTS
    ]
    record = _record(*blocks)
    assert [answer.body for answer in record.answers] == list(_TEXTS)
    for answer in record.answers:
        assert answer.doctor is not None
        assert answer.doctor.model_dump(include={"name", "credentials", "specialty", "location"}) == {
            "name": "Ann Lee",
            "credentials": ("MD",),
            "specialty": "Dermatologist",
            "location": "Leeds",
        }


def test_the_same_words_at_the_end_of_two_answers_are_kept() -> None:
    record = _record(*(f"<div class='reply'><b>Ann</b><p>{text}</p><p>Good luck.</p></div>" for text in _TEXTS))
    assert all((answer.body or "").endswith("Good luck.") for answer in record.answers)


def test_a_line_that_is_no_known_part_is_reported() -> None:
    blocks = [
        f"<div class='reply'><b class='name'>Ann</b><p>{text}</p><div>Room {text[:1]}</div></div>" for text in _TEXTS
    ]
    assert {warning.code for warning in _record(*blocks).warnings} == {WarningCode.UNASSIGNED_LINES}


def test_a_hidden_answer_is_shown() -> None:
    record = _record(
        *(f"<div class='reply'><b>Ann</b><div style='display:none'><p>{text}</p></div></div>" for text in _TEXTS)
    )
    assert [answer.body for answer in record.answers] == list(_TEXTS)


def test_comments_below_an_article_are_no_answers() -> None:
    page = (
        "<html><h1>Why scars turn white</h1><p>A scar is red for as long as vessels feed it.</p><h2>2 comments</h2>"
        + "".join(f"<div class='comment'><b class='name'>Ann</b><p>{text}</p></div>" for text in _TEXTS)
    )
    assert read(Document(page)) == []


def test_the_parts_of_bylines() -> None:
    assert work_fields("Leeds", 0) is None
    assert short_rating_fields("1,004", 0) is None
    assert line_fields("by Ann Lee, MD, Leeds", 0) == line_fields("   Ann Lee, MD, Leeds", 0)
    assert values_of(byline_fields("Ann Lee, MD\nDermatologist\nLeeds\n4.9 (12)", 0)) == {
        "name": "Ann Lee",
        "credentials": ("MD",),
        "specialty": "Dermatologist",
        "location": "Leeds",
        "rating": 4.9,
        "reviews": 12,
    }


def test_comments_below_an_article_whose_title_asks_carry_a_warning() -> None:
    comments = "".join(
        f"<li class='comment'><b class='fn'>Ann</b> <time>3 May 2021</time><p>{text}</p></li>" for text in _TEXTS
    )
    article = "<p>" + "This soup is what we eat when the days get short, and it takes one pot. " * 40 + "</p>"
    page = f"<h1>How do you make carrot soup?</h1>{article}<h2>2 answers</h2><ol>{comments}</ol>"
    assert all(record.warnings for record in read(Document(page)))
