"""Threads of boards: posts told by the lines about their authors."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.lines import Line, split_lines
from extractor.readers.text.boards.thread import BoardPost, Count, thread_of
from tests.readers.text.boards.threads import AGREED, ASKED, FORMS, THREAD, TOLD, Said, page, signed_below

ARTICLE = "Heels hurt in the morning because a band below the foot is short, doctors say. " * 3


def said(text: str, lines: list[Line], post: BoardPost) -> Said:
    """What was read of a post."""
    who, day = (text[slice(*span)] if span else "" for span in (post.name, post.day))
    return Said(who, day, "\n".join([lines[at].text for at in post.body]))


def posts_of(text: str, count: Count | None = None) -> list[Said]:
    """The posts of a page, as they were read."""
    lines = list(split_lines(text))
    thread = thread_of(lines, count)
    return [said(text, lines, post) for post in thread.posts] if thread else []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_posts_with_their_authors_and_days(form: Callable[[int, Said], str]) -> None:
    assert posts_of(page(form)) == list(THREAD)


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


@pytest.mark.parametrize(
    "text",
    [
        page(FORMS[0], [ASKED, TOLD]),
        page(FORMS[0], [ASKED._replace(words="Thank you for all you did for my mother."), TOLD, AGREED]),
        page(FORMS[0], [ASKED, TOLD._replace(who=ASKED.who), AGREED._replace(who=ASKED.who)]),
        page(FORMS[0], [ASKED._replace(words="What do you do in the first five minutes of it?"), TOLD, AGREED]),
        page(FORMS[0], above=f"Sore heels\n\n{ARTICLE}\n\n"),
        page(FORMS[0], [ASKED, TOLD._replace(words="Yes."), AGREED._replace(words="No.")]),
        page(FORMS[1], [ASKED, TOLD._replace(who="hank <hank@mill.example>"), AGREED]),
        page(FORMS[0], [ASKED._replace(words=f"{ASKED.words} {ARTICLE * 13}"), TOLD, AGREED]),
    ],
    ids=[
        "two posts",
        "nobody asks",
        "one author",
        "a teacher asks",
        "below an article",
        "a list",
        "mail",
        "an article",
    ],
)
def test_what_is_no_thread(text: str) -> None:
    assert posts_of(text) == []


def test_what_a_board_says_above_its_posts_is_no_article() -> None:
    above = "You are using a browser that is older than this board is.\n" * 3
    for form in FORMS[3:5]:
        assert posts_of(page(form, above=above)) == list(THREAD)
    assert posts_of(page(FORMS[0], above=above)) == []


@pytest.mark.parametrize(("form", "read"), [*((form, 0) for form in FORMS[:3]), (FORMS[3], 3), (FORMS[5], 3)])
def test_posts_with_long_panels_are_a_board_whatever_stands_above(form: Callable[[int, Said], str], read: int) -> None:
    assert len(posts_of(page(form, above=f"Sore heel\n\n{ARTICLE}\n\n"))) == read


@pytest.mark.parametrize(
    ("above", "step", "read"),
    [("Heels: what helps?\n\n", 1, 3), ("Heels\n\n", 1, 0), ("Heels: what helps?\n\n", 0, 0)],
    ids=["the title asks", "nobody asks", "no numbers of posts"],
)
def test_posts_with_numbers_need_no_question_below_one(above: str, step: int, read: int) -> None:
    told = ASKED._replace(words="Tell here what helped against a heel that hurts in the morning.")
    posts = [
        f"{post.who} {post.day} {1 + step * number}\n{post.words}\n" for number, post in enumerate([told, TOLD, AGREED])
    ]
    assert len(posts_of(above + "".join(posts))) == read


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
