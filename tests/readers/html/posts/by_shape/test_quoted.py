"""Quotes in answers that were found by their shape."""

from lxml import html

from extractor.layout.html import QUOTED
from extractor.readers.html.posts.by_shape.marking import mark_posts
from tests.readers.html.posts.doctors import TEXTS, page, record_of

BYLINE = "<div class='author'>Ann Lee, MD</div>"
QUOTE = "<blockquote><p>{}</p></blockquote>"


def test_the_words_of_another_post_are_a_quote() -> None:
    first, second = TEXTS
    said = QUOTE.format(first.split(". ")[0])
    record = record_of(
        f"<div class='reply'>{BYLINE}<p>{first}</p></div>", f"<div class='reply'>{BYLINE}{said}<p>{second}</p></div>"
    )
    assert [answer.body for answer in record.answers] == [first, second]
    assert [len(answer.quotes) for answer in record.answers] == [0, 1]


def test_whose_words_they_are_may_stand_in_front_of_a_quote() -> None:
    first, second = TEXTS
    said = QUOTE.format(f"Ann Lee wrote:<br>{first.split('. ')[0]}")
    record = record_of(
        f"<div class='reply'>{BYLINE}<p>{first}</p></div>", f"<div class='reply'>{BYLINE}{said}<p>{second}</p></div>"
    )
    assert [answer.body for answer in record.answers] == [first, second]


def test_other_words_that_are_set_apart_belong_to_the_text() -> None:
    said = QUOTE.format("Nobody knows how long a seam holds, says the oldest book on it.")
    root = html.document_fromstring(
        page(*(f"<div class='reply'>{BYLINE}{said[:40]}{n}{said[40:]}<p>{t}</p></div>" for n, t in enumerate(TEXTS)))
    )
    mark_posts(root)
    assert not root.xpath(f"//@{QUOTED}")
