"""The forms of lines that repeat with every post."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.forms import (
    days_of,
    has_form,
    is_since,
    may_be_thread,
    numbers_of,
    repeated_kinds,
    text_at,
)
from tests.readers.text.boards.threads import FORMS, page


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("#1\na\n#2\nb\n#3\nc", 3),
        ("Post #4\na\nPost #5\nb\nPost #6", 3),
        ("1. #1\na\n2. #2", 0),
        ("#1\na\n#3\nb\n#4", 0),
        (f"#1\na\n#2\nb\n#3 {'a heel that hurts ' * 9}", 0),
    ],
)
def test_numbers_of_posts_count_up(text: str, numbers: int) -> None:
    assert len(numbers_of(split_lines(text))) == numbers


def test_days_on_which_members_joined_come_last() -> None:
    lines = split_lines("\n".join(f"Joined: May {day}, 2011\nPosted: June {day}, 2012" for day in range(1, 4)))
    assert [lines[anchors[0].line].text[:6] for anchors in days_of(lines)] == ["Posted", "Joined"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Join Date: May 2011", True), ("Inscrit le: 2 mai 2011", True), ("Posted: May 2, 2011", False)],
)
def test_since_when_somebody_is_a_member(text: str, is_one: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert is_since(text) is is_one


def test_names_do_not_repeat_as_the_lines_of_the_board_do() -> None:
    lines = split_lines("Offline\nhank\nPosts: 5\nOffline\nBo\nPosts: 9\nOffline\nhank\nPosts: 6")
    told = [line.text for line, kind in zip(lines, repeated_kinds(lines, 3), strict=True) if kind is None]
    assert told == ["hank", "Bo", "hank"]


SUBJECT = "Why does my heel hurt in the morning after a night of rest?"


@pytest.mark.parametrize(
    ("text", "posts", "board"),
    [
        ("#1\nmine hurts\n#2\nso does mine", 2, ["#1", "#2"]),
        ("May 1, 2011\nmine hurts\nMay 2, 2011\nso does mine", 2, ["May 1, 2011", "May 2, 2011"]),
        ("12\nmine hurts\n7\nso does mine", 2, ["12", "7"]),
        ("Member\nGuru\nhank\nMember", 3, ["Member", "Guru", "Member"]),
        ("Member\nhank\nMember", 3, []),
        (f"{SUBJECT}\nhank\nRe: {SUBJECT}\nBo", 3, [SUBJECT, f"Re: {SUBJECT}"]),
        (f"Re: {SUBJECT}\nhank\nRe: {SUBJECT}\nBo", 4, []),
    ],
    ids=["numbers", "days", "counts", "ranks", "a name like a rank", "a subject", "a sentence said twice"],
)
def test_a_line_is_the_boards_if_as_many_posts_have_its_kind_as_is_no_chance(
    text: str, posts: int, board: list[str]
) -> None:
    lines = split_lines(text)
    assert [line.text for line, kind in zip(lines, repeated_kinds(lines, posts), strict=True) if kind] == board


def test_a_place_of_the_page_is_found_in_its_line() -> None:
    text = "\n  Sore heel\n\nPosted by hank"
    start = text.index("hank")
    assert text_at(split_lines(text), (start, start + 4)) == "hank"
    assert text_at(split_lines(text), (3, 7)) == "Sore"


def test_a_quick_look_passes_every_form() -> None:
    assert all(may_be_thread(page(form)) and has_form(split_lines(page(form))) for form in FORMS)
    assert not may_be_thread("In 2011 I fell.\nIn 2012 I fell again.\nIn 2013 I sat.")
    assert not may_be_thread("Did I fall?\n" + "In 2011 and in 2012 I fell, and then I sat for a while. " * 9)
    assert not has_form(split_lines("Did I fall in 2011?\nOn May 5, 2012 I fell.\nOn 2012-05-06 I sat."))
