"""Where the names of those who wrote stand."""

from collections.abc import Sequence

import pytest

from extractor.document import Document
from extractor.readers.lines import split_lines
from extractor.readers.text.boards.blocks import blocks_of
from extractor.readers.text.boards.forms import days_of
from extractor.readers.text.boards.names import names_of
from extractor.reading import read

DAY = "May {}, 2011"
HEELS = ("Rest your heel for a week or two.", "My heel was better in a month.", "Soles for my shoes helped a lot.")
NAMES = ["hank", "Bo", "Ada"]


def names_in(posts: Sequence[str], said: Sequence[str] = HEELS) -> tuple[list[str | None], bool]:
    """The names in a page of these posts, each with a place for the day; and whether they can be nothing else."""
    text = "\n".join(
        f"{post.format(DAY.format(number))}\n{words}"
        for number, (post, words) in enumerate(zip(posts, said, strict=True), 1)
    )
    lines = split_lines(text)
    heads, are_sure = names_of(lines, blocks_of(lines, next(days_of(lines))))
    return [text[slice(*head.name)] if head.name else None for head in heads], are_sure


@pytest.mark.parametrize(
    ("posts", "names"),
    [
        (["By hank on {}", "By Bo K. on {}", "By Ada on {}"], ["hank", "Bo K.", "Ada"]),
        (["hank - {}", "Bo - {}", "Ada - {}"], ["hank", "Bo", "Ada"]),
        (["Frage von hank, {}", "Antwort von Bo, {}", "Antwort von Ada, {}"], ["hank", "Bo", "Ada"]),
        (["hank (Hank Mill) {}", "Bo (Bo K.) {}", "Ada (A.) {}"], ["hank", "Bo", "Ada"]),
        (["{} by hank", "{} by Bo", "{} by Ada"], ["hank", "Bo", "Ada"]),
        (["hank\nMember\n{}", "Bo\nMember\n{}", "Ada\nGuru\n{}"], ["hank", "Bo", "Ada"]),
        (["hank\n{}", "Bo\n{}", "hank\n{}"], ["hank", "Bo", "hank"]),
        (["{} #1\nhank\nPosts: 4", "{} #2\nBo\nPosts: 5", "{} #3\nAda\nPosts: 6"], ["hank", "Bo", "Ada"]),
        (["Junior Member\n{}", "Senior Member\n{}", "Moderator\n{}"], [None, None, None]),
        (["{}", "{}", "{}"], [None, None, None]),
        (["By hank on {}", "By Bo on {}", "By hank on {}"], ["hank", "Bo", "hank"]),
        (["{} hank of our board", "{} Bo of our board", "{} Ada of our board"], ["hank", "Bo", "Ada"]),
        (["Offline\n{}", "Offline\n{}", "Offline\n{}"], [None, None, None]),
        (["H\nhank\nMember\n{}", "B\nBo\nMember\n{}", "A\nAda\nMember\n{}"], ["hank", "Bo", "Ada"]),
        (["1 Topic by hank {}", "2 Reply by Bo {}", "3 Reply by Ada {}"], ["hank", "Bo", "Ada"]),
        (["hank Offline\n{}", "Bo Online\n{}", "Ada Offline\n{}"], ["hank", "Bo", "Ada"]),
    ],
    ids=[
        *(
            "beside",
            "in front",
            "behind labels",
            "two names",
            "behind",
            "above a rank",
            "above",
            "below",
            "only ranks",
            "none",
        ),
        *("two persons", "before words that all have", "buttons"),
        *("initials", "behind numbers", "whether they are there"),
    ],
)
def test_names_stand_in_the_same_place_of_every_block(posts: list[str], names: list[str | None]) -> None:
    assert names_in(posts)[0] == names


@pytest.mark.parametrize(
    ("posts", "are_sure"),
    [
        (["By hank on {}", "By Bo on {}", "By Ada on {}"], True),
        (["hank\nMember\nOffline\n{}", "Bo\nMember\nOffline\n{}", "Ada\nGuru\nOffline\n{}"], True),
        (["hank\n{}", "Bo\n{}", "Ada\n{}"], True),
        (["{}", "{}", "{}"], False),
    ],
    ids=["beside the day", "above a rank", "next to the day", "none"],
)
def test_names_are_sure_beside_the_day_next_to_it_and_above_a_rank(posts: list[str], *, are_sure: bool) -> None:
    assert names_in(posts)[1] is are_sure


@pytest.mark.parametrize(
    ("posts", "names"),
    [
        (["hank\nLeeds\n{}", "Bo\nYork\n{}", "Ada\nBath\n{}"], NAMES),
        (["hank\nLeeds\nOut\n{}", "Bo\nLeeds\nIn\n{}", "Ada\nYork\nOut\n{}"], NAMES),
        (["Leeds\nhank\n{}", "Leeds\nBo\n{}", "York\nAda\n{}"], NAMES),
        (
            ["Vets\nhank\nLeeds\nOut\n{}", "Feet\nBo\nLeeds\nIn\n{}", "Heels\nhank\nYork\nOut\n{}"],
            ["hank", "Bo", "hank"],
        ),
        (["hank\nSign in\n{}", "Bo\nShare this\n{}", "Ada\nRead more\n{}"], [None] * 3),
        (["hank, a sentence.\n{}", "Bo, a sentence.\n{}", "Ada, a sentence.\n{}"], [None] * 3),
        (["hank\n{}", "Thank you\n{}", "Ada\n{}"], [None] * 3),
        (["{}\nhank in reply to Bo\nPosts: 4", "{}\nBo replied to hank\nPosts: 5", "{}\nAda\nPosts: 6"], NAMES),
        (["hank, {}", 'hank" {}', "hank· {}"], [None] * 3),
        (["hank ({}", "( {}", "Ada ({}"], [None] * 3),
        ([f"{'a' * 40} {{}}", "Bo {}", "Ada {}"], ["a" * 40, "Bo", "Ada"]),
        ([f"{'a' * 41} {{}}", "Bo {}", "Ada {}"], [None] * 3),
        (["Joined {} hank", "Joined {} Bo", "Joined {} Ada"], [None] * 3),
    ],
    ids=[
        *(
            "above a place",
            "highest of three lines",
            "lowest",
            "not the fourth",
            "above a button",
            "a sentence",
            "a farewell",
        ),
        *("whom they answer", "one person", "signs", "forty letters", "more", "since when they are members"),
    ],
)
def test_of_several_lines_that_may_be_names_those_are_that_differ_most(
    posts: list[str], names: list[str | None]
) -> None:
    assert names_in(posts)[0] == names


def test_the_only_line_of_a_post_is_no_name_of_the_next() -> None:
    said = ("me too", "mine was better", "so was mine")
    assert names_in(["Heels\nhank\n{}", "Bo\n{}", "hank\n{}"], said)[0] == ["hank", "Bo", "hank"]


@pytest.mark.parametrize(
    ("told", "are_names"),
    [
        (["Member", "Guru", "Bo", "Ada"], False),
        (["Member", "vera_9", "Bo", "Ada"], True),
        (["Member", "Bo", "Ada"], True),
    ],
    ids=["half", "one of four", "one of three"],
)
def test_lines_of_which_half_are_ranks_are_no_names(told: list[str], *, are_names: bool) -> None:
    said = (*HEELS, "Thank you all for what you wrote.")[: len(told)]
    assert names_in([f"{who}\n{{}}" for who in told], said)[0] == (told if are_names else [None] * len(told))


@pytest.mark.parametrize(
    ("posts", "are_sure"),
    [
        (["hank\nLeeds\n{}", "Bo\nYork\n{}", "Ada\nBath\n{}"], False),
        (["hank\nGuru\n{}", "Bo\nRegular\n{}", "Ada\nLid\n{}"], True),
        (["{}\nhank\nPosts: 4", "{}\nBo\nPosts: 5", "{}\nAda\nPosts: 6"], True),
        (["{}\nPosts: 4\nhank\nLikes: 1", "{}\nPosts: 5\nBo\nLikes: 1", "{}\nPosts: 6\nAda\nLikes: 1"], False),
        (["hank\nFrom: Leeds\n{}", "Bo\nFrom: York\n{}", "Ada\nFrom: Bath\n{}"], False),
    ],
    ids=["above a place", "above ranks of each", "below the day", "among counts", "above a label"],
)
def test_names_among_other_lines_may_be_something_else(posts: list[str], *, are_sure: bool) -> None:
    assert names_in(posts)[0] == NAMES
    assert names_in(posts)[1] is are_sure


def test_the_day_behind_the_number_of_a_post_is_no_name() -> None:
    said = ("My heel hurts in the morning. Is it a spur?", *HEELS)
    posts = (
        f"#{number} 1{number} Mar 2019, {8 + number:02}:{number}4\n{who}\nMember\nRegistered: 2015-05-02\nPosts: {13 * number}\n{text}\nOffline"
        for number, (who, text) in enumerate(zip(("ida", *NAMES), said, strict=True), 1)
    )
    (record,) = read(Document("Heels that hurt\n" + "\n".join(posts)))
    assert [answer.doctor and answer.doctor.name for answer in record.answers] == NAMES
