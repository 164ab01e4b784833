"""Which lines with days and names are a thread: somebody asks, posts have words, and no article stands above."""

from collections.abc import Callable

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.thread import thread_of
from tests.readers.text.boards.threads import (
    AGREED,
    ASKED,
    FORMS,
    THREAD,
    TOLD,
    Said,
    page,
    posts_of,
    with_words,
)

ARTICLE = "Heels hurt in the morning because a band below the foot is short, doctors say. " * 3


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
    told = ASKED._replace(words="Tell here what helped.\nAgainst a heel,\nin the morning,\nor at night.")
    posts = [
        f"{post.who} {post.day} {1 + step * number}\n{post.words}\n" for number, post in enumerate([told, TOLD, AGREED])
    ]
    assert len(posts_of(above + "".join(posts))) == read


@pytest.mark.parametrize(
    ("posts", "read"),
    [
        (with_words(ASKED.words, "Ok.", AGREED.words), 3),
        (with_words(ASKED.words, "Ok", AGREED.words), 0),
        (with_words(ASKED.words, "Yes", "Rest it as you do on Sundays, a"), 0),
        ([*with_words(ASKED.words, "Ok.", "No."), Said("Bo", AGREED.day, "Rest it, as you do on Sundays.")], 4),
        ([*with_words(ASKED.words, "Ok.", "No."), Said("Bo", AGREED.day, "Rest it as you do on Sundays.")], 0),
        (with_words(ASKED.words, "h" * 161, "Who has the same, and since when is it?"), 3),
        (with_words(ASKED.words, "h" * 160, "Who has the same, and since when is it?"), 0),
        ([ASKED, TOLD, AGREED._replace(who=TOLD.who)], 3),
        (with_words("Can a heel hurt for years?", TOLD.words, AGREED.words), 3),
        (with_words("Can a heel hurt for years?", "Soles helped here, and rest did.", "The same with others."), 0),
        (with_words(ASKED.words, "Soles helped here, and rest did.", "The same with others."), 3),
        (with_words(f"Does my heel {'h' * 2986}?", TOLD.words, AGREED.words), 3),
        (with_words(f"Does my heel {'h' * 2987}?", TOLD.words, AGREED.words), 0),
    ],
    ids=[
        *("three signs", "two signs", "nothing said", "half have thirty letters", "half have less", "a long line"),
        *("a line less long", "two persons", "others are spoken to", "nobody is spoken to", "of himself"),
        *("a long question", "a longer one"),
    ],
)
def test_posts_have_words_and_the_first_asks(posts: list[Said], read: int) -> None:
    assert len(posts_of(page(FORMS[0], posts))) == read


@pytest.mark.parametrize(
    ("above", "read"),
    [
        ("Heels hurt in spring and autumn, doctors say.\nHeels hurt in spring and autumn, they say.\n", 0),
        ("Heels hurt in spring and autumn, doctors say.\nHeels hurt in spring or autumn, says.\n", 3),
        ("Rules are rules.\nHeels are heels.\n", 3),
        (f"{'h' * 160}\n", 3),
        (f"{'h' * 161}\n", 0),
    ],
    ids=["two sentences", "one", "short ones", "a long line", "a longer one"],
)
def test_what_is_an_article_above_posts(above: str, read: int) -> None:
    assert len(posts_of(page(FORMS[0], above=above))) == read


LABELS = "Likes: {n}", "Posts: {n}", "From: {n}", "Joined: {n}"


@pytest.mark.parametrize(
    ("panels", "read"),
    [
        ((4, 4, 4), 3),
        ((3, 3, 3), 0),
        ((4, 4, 3, 3), 4),
        ((4, 3, 3), 0),
    ],
    ids=["five lines", "four", "half have five", "one in three has"],
)
def test_a_panel_is_five_lines_of_half_of_all_posts(panels: tuple[int, ...], read: int) -> None:
    people = [*THREAD, Said("Bo", AGREED.day, "New shoes did it for me, after three months of limping.")]
    posts = [
        "\n".join([post.day, post.who, *[*LABELS[:3], LABELS[0]][:size], post.words]).format(n=n)
        for n, (post, size) in enumerate(zip(people, panels, strict=False), 1)
    ]
    assert len(posts_of("\n".join([f"Sore heel\n{ARTICLE}", *posts]))) == read


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (("What helps a heel?", "Soles helped here, and rest did.", "The same with others, and at once."), 3),
        (("Of sore heels.", "Soles helped here, or did a rest?", "The same with me and mine, and at once."), 0),
    ],
    ids=["the first post", "a later one"],
)
def test_on_a_board_the_first_post_asks_or_its_title(words: tuple[str, str, str], read: int) -> None:
    assert len(posts_of(page(FORMS[3], with_words(*words)))) == read


@pytest.mark.parametrize(
    ("above", "asked", "read"),
    [
        (3, ASKED.words, 2),
        (4, ASKED.words, 0),
        (1, "What helps a heel that hurts in the morning?", 0),
        (1, f"{ASKED.words} {ARTICLE * 17}", 0),
    ],
    ids=["three lines above", "four", "nobody tells of himself", "as long as an article"],
)
def test_on_a_likely_page_two_posts_are_enough_if_the_first_tells_at_the_top(above: int, asked: str, read: int) -> None:
    text = page(
        FORMS[0],
        [ASKED._replace(words=asked), TOLD],
        "".join([f"{where}.\n" for where in ("Boards", "Feet", "Heels", "Sore ones")[:above]]),
    )
    assert thread_of(split_lines(text), None) is None
    thread = thread_of(split_lines(text), None, is_likely=True)
    assert (len(thread.posts) if thread else 0) == read
