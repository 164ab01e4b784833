"""When two texts, dates or values are the same although they are written in two ways."""

import pytest

from extractor.readers.html.schema_org.likeness import (
    agree,
    align,
    have_one_beginning,
    is_one_moment,
    lacks_signs,
    plain,
)
from extractor.records import Answer


@pytest.mark.parametrize(
    ("own", "data", "is_one"),
    [
        ("2019-04-01", "2019-04-01T10:00:00Z", True),
        ("2019-04-01T10:00:00.123Z", "2019-04-01T10:00:00+00:00", True),
        ("2019-04-01T10:00:00", "2019-04-01T10:00:00-05:00", True),
        ("2019-04-01T10:00:00Z", "2019-04-01T11:00:00Z", False),
        ("April 1", "2019-04-01", False),
    ],
)
def test_dates_agree_as_far_as_both_go(own: str, data: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_one_moment(own, data) is is_one


def test_a_text_that_is_cut_short_is_the_same_text() -> None:
    assert have_one_beginning("It takes a month, and you can cool it.", "It takes a month, and you can …")
    assert not have_one_beginning("Yes, it does.", "Yes")


def test_answers_are_paired_by_their_texts_each_once() -> None:
    body = "It takes a month, and you can cool it."
    own = [Answer(position=1, body="Please see your surgeon about it."), Answer(position=2, body=body)]
    data = [Answer(position=1, body=body), Answer(position=2, body=body)]
    assert align(own, data) == {2: 1}


def test_values_agree_if_one_has_all_words_of_the_other() -> None:
    assert agree("Dr. Ann Lee", "Ann Lee")
    assert not agree("Ann Lee", "Ann Roe")
    assert not agree(3, 4)


@pytest.mark.parametrize(
    ("data", "own", "lacks"),
    [
        ("It was the shoes. Wait.", "It was the shoes. :) Wait.", True),
        ("It was the shoes. Wait.", "It was the shoes 👍. Wait.", True),
        ('It was "the shoes" - wait...', "It was “the shoes” – wait…", False),
        ("It was **the shoes**. :)", "It was the shoes. :)", False),
        ("It was the shoes.", "It was the shoes. :) Wait.", False),
    ],
)
def test_the_data_may_lack_a_sign_that_the_page_prints(data: str, own: str, lacks: bool) -> None:  # noqa: FBT001 - a table's column
    assert lacks_signs(data, own) == lacks


def test_markup_in_the_data_s_text_is_no_part_of_it() -> None:
    own = "It was the shoes, see my notes."
    assert plain("[b]It[/b] was [url=https://q.example/1]the shoes[/url], see [my notes](/n).") == plain(own)
