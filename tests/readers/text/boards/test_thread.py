"""Threads of boards: posts told by the lines about their authors."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.thread import Count, thread_of
from tests.readers.text.boards.threads import (
    AGREED,
    ASKED,
    FORMS,
    THREAD,
    TOLD,
    Said,
    page,
    posts_of,
    signed_below,
    with_words,
)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_posts_with_their_authors_and_days(form: Callable[[int, Said], str]) -> None:
    assert posts_of(page(form)) == list(THREAD)


@pytest.mark.parametrize("form", FORMS)
def test_a_day_may_be_how_long_ago_it_was(form: Callable[[int, Said], str]) -> None:
    days = ("3 years ago", "2 years ago", "yesterday, 8:14 pm")
    posts = [post._replace(day=day) for post, day in zip(THREAD, days, strict=True)]
    assert posts_of(page(form, posts)) == posts


def test_authors_may_be_named_below_their_posts() -> None:
    assert posts_of(signed_below()) == list(THREAD)


WORDS = st.lists(
    st.sampled_from("rest walk your heel calf soles twice daily often shoes".split()), min_size=9, max_size=30
)


NAMES = st.sampled_from(["hank", "Old Mill", "vera_9", "Dr. Lund", "Bo", "Ada K"])


POSTS = st.lists(st.builds(lambda who, words: Said(who, AGREED.day, " ".join(words) + "."), NAMES, WORDS), min_size=2)


@given(form=st.sampled_from(FORMS), rest=POSTS)
def test_no_word_of_a_post_is_lost_or_given_to_another(form: Callable[[int, Said], str], rest: list[Said]) -> None:
    read = posts_of(page(form, [ASKED, *rest]))
    assert not read or [post.words for post in read if post.words] == [ASKED.words, *(post.words for post in rest)]


def test_as_many_posts_as_are_declared_answer_what_stands_above_the_number() -> None:
    last = Said("Bo", "March 13, 2015, 07:45 AM", "New shoes did it for me, after three months of limping.")
    text = page(FORMS[0], [TOLD, AGREED, last], f"Sore heel\n{ASKED.words}\n3 answers\n")
    lines = split_lines(text)
    thread = thread_of(lines, Count(3, 2))
    assert thread is not None
    assert [lines[at].text for at in thread.question] == ["Sore heel", ASKED.words]
    other = thread_of(lines, Count(4, 2))
    assert other is None or not other.question


def test_posts_with_numbers_need_no_names() -> None:
    ranks = ["Junior Member", "Senior Member", "Member"]
    text = "\n".join(
        f"{number}. #{number}\n{rank}\nPosts\n{number}7\n{post.words}"
        for number, (rank, post) in enumerate(zip(ranks, THREAD, strict=True), 1)
    )
    assert posts_of(text) == [Said("", "", post.words) for post in THREAD]


@pytest.mark.parametrize(
    ("text", "is_clear"),
    [
        (page(FORMS[1]), True),
        (page(FORMS[3]), True),
        (page(FORMS[4]), False),
        (page(FORMS[1], [ASKED, TOLD._replace(words=f"Leeds\n{TOLD.words}"), AGREED]), False),
        (page(FORMS[1], [ASKED, TOLD._replace(words=f"Somebody wrote:\n{TOLD.words}"), AGREED]), False),
        (page(FORMS[1], [ASKED, TOLD._replace(words=f"{TOLD.words}\nReactions: 3"), AGREED]), False),
    ],
    ids=["beside the day", "above a rank", "it may be a rank", "a place", "a quote that was not found", "a button"],
)
def test_what_may_be_something_else_is_not_clear(text: str, is_clear: bool) -> None:  # noqa: FBT001 - a parameter
    thread = thread_of(split_lines(text), None)
    assert thread is not None
    assert thread.is_clear is is_clear


def test_days_that_go_back_are_not_those_of_the_posts() -> None:
    joined = [post._replace(day=f"May 5, {year}") for post, year in zip(THREAD, (2012, 2009, 2014), strict=True)]
    assert [post.day for post in posts_of(page(FORMS[0], joined))] == ["", "", ""]


def test_what_an_author_signs_all_posts_with_is_none_of_his_words() -> None:
    signed = TOLD._replace(words=f"{TOLD.words}\n__________\none day at a time")
    assert posts_of(page(FORMS[0], [ASKED, signed, AGREED]))[1] == TOLD


@pytest.mark.parametrize(
    ("words", "own"),
    [
        (f"{TOLD.words}\nhank", TOLD.words),
        (f"{TOLD.words}\ntessa_k", TOLD.words),
        (f"{TOLD.words}\nhank is offline", TOLD.words),
        (f"{TOLD.words}\nJunior Member\nx", TOLD.words),
        (f"{TOLD.words}\nok", f"{TOLD.words}\nok"),
        (f"{TOLD.words}\nhank says so.", f"{TOLD.words}\nhank says so."),
        (f"{TOLD.words}\nhankering", f"{TOLD.words}\nhankering"),
    ],
    ids=["his name", "another name", "that he is away", "his rank, and a sign", "two letters", "a sentence", "a word"],
)
def test_who_wrote_may_be_named_below_his_post_once_more(words: str, own: str) -> None:
    assert posts_of(page(FORMS[0], with_words(ASKED.words, words, AGREED.words)))[1] == TOLD._replace(words=own)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (f"{AGREED.words}\nPost reply\nMore of it stands on the next page.", AGREED.words),
        ("Soles it.", "Soles it."),
        ("Soles it", None),
        ("Post reply\nRest it well, and walk.", None),
        ("________\nRest it well, and walk.", "Rest it well, and walk."),
        (f"{'_' * 41}\nRest it well, and walk.", None),
    ],
    ids=["the end of the thread", "nine signs", "eight", "the end alone", "a rule below the day", "below a rule"],
)
def test_the_last_post_ends_above_what_the_board_prints_below_all(words: str, read: str | None) -> None:
    posts = posts_of(page(FORMS[0], with_words(ASKED.words, TOLD.words, words)))
    assert [post.words for post in posts] == ([ASKED.words, TOLD.words, read] if read else [])


@pytest.mark.parametrize(
    ("post", "above"),
    [
        ("{who}\n{day}\n__________\n{words}\n", "Sore heel\n"),
        ("{who}\nJoined: May 1, 2011\n{day}\n{words}\n", "Sore heel\n"),
        ("Joined\nMay 1, 2011\nPosted\n{day}\n{who}\nLikes: 1\n{words}\n", ""),
        ("{day}\n{who}\nLikes: 1\n{words}\n", ""),
    ],
    ids=["a rule below the day", "since when above the day", "two days with labels", "the day at the top"],
)
def test_day_and_words_are_told_from_what_stands_beside_them(post: str, above: str) -> None:
    said = [*THREAD[:2], AGREED._replace(words="Joined by two others, I rest mine too.")]
    assert posts_of(above + "".join(post.format(**one._asdict()) for one in said)) == said


def test_a_name_is_no_end_of_the_thread() -> None:
    posts = [ASKED, TOLD, AGREED._replace(who="Go up")]
    assert posts_of(page(FORMS[0], posts)) == posts


def test_without_a_title_the_first_of_posts_signed_below_begins_the_page() -> None:
    assert posts_of(signed_below().removeprefix("Sore heel\n\n")) == list(THREAD)


@pytest.mark.parametrize(
    ("line", "asked", "question"),
    [
        (2, "What helps?", [0, 1]),
        (3, "What helps?", []),
        (4, "What helps?", []),
        (6, "What helps?", []),
        (2, "Tell me.", []),
    ],
    ids=["above the posts", "on their first line", "on its second", "between posts", "nobody asks"],
)
def test_what_stands_above_a_number_is_asked(line: int, asked: str, question: list[int]) -> None:
    told = ASKED._replace(words="Mine hurt, and it is well.")
    text = page(FORMS[0], [told, TOLD, AGREED], f"Sore heel\n{asked}\n3 answers\n")
    thread = thread_of(split_lines(text), Count(3, line))
    assert list(thread.question if thread else ()) == question
