"""The lines about the author of each post."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.blocks import Block, blocks_of, is_handle
from extractor.readers.text.boards.forms import days_of
from tests.readers.text.boards.threads import FORMS, THREAD, page


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("vera_9", True),
        ("(moderator)", True),
        ("( )", True),
        ("Rest it.", False),
        ("Why?", False),
        ("=item heel", False),
        ("_tess", True),
        ("a" * 40, True),
        ("a" * 41, False),
        (f"({'a' * 38})", True),
        (f"({'a' * 39})", False),
        ("12", False),
        ("moderator)", False),
        ("Hank M.", True),
        ("Hank.", False),
        ("So do I.", False),
    ],
)
def test_what_somebody_may_go_by(text: str, is_one: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert is_handle(text) is is_one


def test_a_block_ends_where_the_words_begin_and_words_where_the_foot_does() -> None:
    lines = split_lines(page(FORMS[4]))
    blocks = blocks_of(lines, next(days_of(lines)))
    assert [lines[block.top].text for block in blocks] == ["Post subject: Sore heel"] * 3
    assert [lines[block.bottom].text for block in blocks] == ["Posts: 1", "Posts: 2", "Posts: 3"]
    assert [lines[block.end].text for block in blocks] == ["Top"] * 3
    assert [[lines[at].text for at in block.free] for block in blocks] == [["tessa_k"], ["hank"], ["Old Mill"]]


@pytest.mark.parametrize(
    ("between", "free", "bottom"),
    [
        ("{who}\n{place}\n", 2, "Likes"),
        ("{who}\n{place}\n{again}\n", 0, "Posts"),
        ("{who}, who is well.\n", 0, "Posts"),
    ],
    ids=["a name and a place", "three short lines", "a sentence"],
)
def test_two_short_lines_may_stand_between_those_that_repeat(between: str, free: int, bottom: str) -> None:
    people = [("tessa_k", "Leeds", "Quiet"), ("hank", "York", "Busy"), ("Old Mill", "Bath", "Away")]
    posts = [
        f"May {number}, 2015\nPosts: {number}\n{between.format(who=who, place=place, again=again)}Likes: {number}\n{said.words}"
        for number, ((who, place, again), said) in enumerate(zip(people, THREAD, strict=True), 1)
    ]
    lines = split_lines("Sore heel\n\n" + "\n\n".join(posts))
    blocks = blocks_of(lines, next(days_of(lines)))
    assert [len(block.free) for block in blocks] == [free] * 3
    assert [lines[block.bottom].text for block in blocks] == [f"{bottom}: {number}" for number in (1, 2, 3)]


SAID = "Rest as {who} does."


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        (["{day}", SAID, "Posts: {n}", SAID], [(1, 1), (5, 5), (9, 9)]),
        (["Posts: {n}", SAID, "{day}", SAID], [(3, 3), (7, 7), (11, 11)]),
        (["{day}", "{who}", "Leeds {who}", "Posts: {n}", SAID], [(1, 4), (6, 9), (11, 14)]),
        (["Via: {who}", "Posts: {n}", "{day}", SAID], [(1, 3), (5, 7), (9, 11)]),
        (["{day}", "New Member", "12 likes", SAID], [(1, 3), (5, 7), (9, 11)]),
    ],
    ids=[
        *("a sentence below", "a sentence above", "two short lines below the day", "two lines above"),
        "a badge and a count",
    ],
)
def test_a_block_is_what_repeats_around_the_day(page: list[str], blocks: list[tuple[int, int]]) -> None:
    assert [(block.top, block.bottom) for block in blocks_in(["Sore heel", *page_of(page)])] == blocks


def page_of(post: list[str]) -> list[str]:
    """Three posts in this form."""
    told = zip(("tessa_k", "hank", "Old Mill"), (1, 2, 3), strict=True)
    return [line.format(day=f"May {n}, 2015", n=n, who=who) for who, n in told for line in post]


def blocks_in(page: list[str]) -> list[Block]:
    """The blocks around its days; no sentence stands in it twice."""
    lines = split_lines("\n".join(line.format(who="abcdefghi"[number % 9]) for number, line in enumerate(page)))
    return blocks_of(lines, next(days_of(lines)))


@pytest.mark.parametrize(
    ("page", "blocks"),
    [
        ("{1} P {2} P {3} P S", [(0, 1), (2, 3), (4, 5)]),
        ("S {1} P {2} P {3} S", [(1, 2), (3, 4), (5, 5)]),
        ("P {1} P {2} P {3} S", [(0, 1), (3, 3), (5, 5)]),
        ("V P {1} V P {2} V P {3} S", [(0, 2), (4, 5), (7, 8)]),
    ],
    ids=["below most", "as often above", "above most", "two above most"],
)
def test_lines_stand_on_the_side_of_the_day_from_which_more_are_reached(
    page: str, blocks: list[tuple[int, int]]
) -> None:
    told = {"P": "Posts: 5", "V": "Via: web", "S": SAID}
    days = {f"{{{number}}}": f"May {number}, 2015" for number in (1, 2, 3)}
    found = blocks_in([(told | days)[sign] for sign in page.split()])
    assert [(block.top, block.bottom) for block in found] == blocks


def test_a_line_above_replies_alone_is_no_foot() -> None:
    page = ["Sore heel", "May 1, 2015", SAID]
    for number in (2, 3):
        page += [f"In reply to: {number}", f"Via: web, {number}.", f"May {number}, 2015", SAID]
    assert [(block.top, block.bottom) for block in blocks_in(page)] == [(1, 1), (3, 5), (7, 9)]


def test_what_heads_the_first_post_is_no_foot_where_the_board_prints_it_once_more() -> None:
    posts = [post._replace(words="\n".join([post.words] * 9)) for post in THREAD]
    lines = split_lines(page(FORMS[4], posts, above="") + "Post subject: Reply\n")
    blocks = blocks_of(lines, next(days_of(lines)))
    assert [lines[block.top].text for block in blocks] == ["Post subject: Sore heel"] * 3
    assert blocks[0].top == 0
    assert [lines[block.end].text for block in blocks] == ["Top"] * 3


def test_a_foot_may_stand_directly_below_a_block() -> None:
    lines = split_lines(page(FORMS[4], [THREAD[0], THREAD[1]._replace(words=""), THREAD[2]]))
    block = blocks_of(lines, next(days_of(lines)))[1]
    assert (lines[block.end].text, block.end) == ("Top", block.bottom + 1)


@pytest.mark.parametrize(
    ("said", "bottom"),
    [(["Member"], 1), (["New Member", SAID], 2), (["Guru", "12 likes", SAID], 3), ([SAID, "Member"], 1)],
    ids=["all of a post", "above a line", "two", "below"],
)
def test_what_a_board_says_of_one_author_is_no_word_of_the_post(said: list[str], bottom: int) -> None:
    page = ["Sore heel", "May 1, 2015", *said, "May 2, 2015", SAID, "May 3, 2015", SAID]
    assert blocks_in(page)[0].bottom == bottom
