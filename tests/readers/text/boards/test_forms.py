"""The forms of lines that repeat with every post."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.forms import (
    day_in,
    days_of,
    has_form,
    is_of_author,
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
        (f"#1\na\n#2\nb\n#3 {'a' * 137}", 3),
        (f"#1\na\n#2\nb\n#3 {'a' * 138}", 0),
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


LONG = "h" * 133
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
        ("I took 3 pills\nhank\nI ate 4 plums\nBo", 2, []),
        ("---\nhank\n---\nBo", 4, []),
        (f"Shoes: {LONG}\nhank\nShoes: {LONG}", 2, [f"Shoes: {LONG}"] * 2),
        (f"Shoes:  {LONG}\nhank\nShoes:  {LONG}", 2, []),
        (f"Member {LONG[:33]}\nhank\nGuru {LONG[:35]}", 2, [f"Member {LONG[:33]}", f"Guru {LONG[:35]}"]),
        (f"Member {LONG[:34]}\nhank\nGuru {LONG[:36]}", 2, []),
        (f"{LONG[:100]}\nhank\n{LONG[:100]}", 2, [LONG[:100]] * 2),
        (f"{LONG[:101]}\nhank\n{LONG[:101]}", 2, []),
        (f"{LONG[:40]}\nhank\n" * 3, 4, []),
        (f"{LONG[:41]}\n" * 3 + "hank", 4, [LONG[:41]] * 3),
    ],
    ids=[
        *("numbers", "days", "counts", "ranks", "a name like a rank", "a subject", "a sentence said twice"),
        *("words with numbers", "signs", "a long label", "a longer one", "a long rank", "a longer one than a name"),
        *("a long line", "a longer line", "as long as a name", "longer than a name"),
    ],
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
    assert not has_form(split_lines("Did I fall in 2011?\nOn May 5, 2012 I fell.\nOn 2012-05-06 I sat."))


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("Did I fall?\nIn 2011 I sat.\nIn 2012 I fell.\nIn 2013 I sat.", True),
        ("In 2011 I fell.\nIn 2012 I fell again.\nIn 2013 I sat.", False),
        ("Did I fall in 2011?\nIn 2012 I sat.\nI sat long.\nI fell.", False),
        ("Did I fall?\n" + f"2011 {'h' * 175}\n" * 3, True),
        ("Did I fall?\n" + f"2011 {'h' * 176}\n" * 3, False),
    ],
    ids=["three years", "no question", "two years", "long lines", "longer lines"],
)
def test_a_page_may_be_a_thread_if_somebody_asks_and_three_lines_have_a_date(text: str, *, may_be: bool) -> None:
    assert may_be_thread(text) is may_be


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Posted by hank on May 5, 2011", "May 5, 2011"),
        ("hank, 3 years ago", "3 years ago"),
        ("3 years ago it hurt on May 5, 2011", "May 5, 2011"),
        ("It began in May 2011.", None),
        ("It began 3 years ago.", None),
        (f"{'h' * 127}, May 5, 2011", "May 5, 2011"),
        (f"{'h' * 128}, May 5, 2011", None),
        (f"{'h' * 129}, 1 day ago", "1 day ago"),
        (f"{'h' * 130}, 1 day ago", None),
    ],
)
def test_a_short_line_tells_a_day_or_how_long_ago_it_was(text: str, day: str | None) -> None:
    found = day_in(text)
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("By hank on May 1, 2011\nBy Bo on May 2, 2011\nhank, May 3, 2011\nBo, May 4, 2011", [[0, 1], [2, 3]]),
        ("Sent: May 1, 2011\nSent: May 2, 2011\nSeen: May 3, 2011\nSeen: May 4, 2011", [[0, 1], [2, 3]]),
        ("2011-05-01\n2011-05-02\nMay 3, 2011\nJune 4, 2011", [[0, 1], [2, 3]]),
        ("3 years ago\nyesterday\nMay 3, 2011\nJune 4, 2011", [[0, 1], [2, 3]]),
        ("Joined May 1, 2011\nJoined May 2, 2011\nJoined May 2, 2011\nMay 3, 2011\nJune 4, 2011", [[3, 4], [0, 1, 2]]),
        ("By May 1, 2011\nBy May 2, 2011\nMay 3, 2011\nJune 4, 2011", [[0, 1], [2, 3]]),
        ("May 1, 2011\n2011-05-01\n2011-05-02\n2011-05-03", [[1, 2, 3]]),
    ],
    ids=["words", "labels", "signs", "how long ago", "since when", "a word alone", "most first"],
)
def test_lines_with_days_of_one_form_belong_together(text: str, forms: list[list[int]]) -> None:
    assert [[anchor.line for anchor in anchors] for anchors in days_of(split_lines(text), 2)] == forms


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Posts: 3", True),
        ("Junior Member", True),
        ("Joined May 2011", True),
        ("12 likes", True),
        ("Rest: it is best", False),
        ("My heel hurts", False),
        (f"Posts: {'1' * 33}", True),
        (f"Posts: {'1' * 34}", False),
    ],
)
def test_what_boards_say_of_an_author(text: str, *, is_one: bool) -> None:
    assert is_of_author(text) is is_one
