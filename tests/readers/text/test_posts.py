"""Threads of a forum as plain text: names and dates above posts."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.posts import post_hits

ASKED = "My heel hurts in the morning. What can I do?"
TOLD = "Rest it for two weeks, and then walk."
THREAD = f"Heel pain\n\nrosa_v\n6 years ago\n\n{ASKED}\n\nNora Vale\n5 years ago\n\n{TOLD}"

PAGES = [
    (THREAD, [("rosa_v", "6 years ago"), ("Nora Vale", "5 years ago")]),
    (
        f"rosa_v, March 4, 2019\n\n{ASKED}\n\nPosted by Nora on March 5, 2019\n\n{TOLD}",
        [("rosa_v", "March 4, 2019"), ("Nora", "March 5, 2019")],
    ),
    (
        f"Heel pain\nby rosa_v » 4 May 2019\n\n{ASKED}\n\nRe: Heel pain\nby Nora » 5 May 2019\n\n{TOLD}",
        [("rosa_v", "4 May 2019"), ("Nora", "5 May 2019")],
    ),
    (
        f"04-05-2019, 09:12 AM #1\nrosa_v\nMember\nPosts: 3\n\n{ASKED}\n\n04-06-2019, 09:12 AM #2\nNora\nMember\n\n{TOLD}",
        [("rosa_v", "04-05-2019, 09:12 AM"), ("Nora", "04-06-2019, 09:12 AM")],
    ),
    (
        f"Heel pain\nrosa_v, 6 years ago\n{ASKED}\nNora, yesterday\n{TOLD}",
        [("rosa_v", "6 years ago"), ("Nora", "yesterday")],
    ),
    (
        f"rosa_v\n6 years ago • 6 replies\n\n{ASKED}\n\nNora in reply to rosa_v\n5 years ago\n\n{TOLD}",
        [("rosa_v", "6 years ago"), ("Nora", "5 years ago")],
    ),
    (
        f"rosa_v\n6 years ago\n\n{ASKED}\n\nAna Maria de Souza\n5 years ago\n\nRest it well.",
        [("rosa_v", "6 years ago"), ("Ana Maria de Souza", "5 years ago")],
    ),
    *(
        (f"{THREAD}\n\n{end}", [("rosa_v", "6 years ago"), ("Nora Vale", "5 years ago")])
        for end in (
            "May",  # a name or a date, and no line below
            "Edited 5 years ago\n\nThe second week helps most.",  # no name
            "It began in the first week of May 2019.\nThanks\nAll is well with it now.",  # a name below a sentence that ends in a date
            "4 May 2019\nThanks\nAll is well with it now.",  # a name below a date, and nothing that a forum says of him
        )
    ),
]
"""A page, and who wrote its posts, and when."""


@pytest.mark.parametrize(("page", "heads"), PAGES)
def test_heads_say_who_wrote_a_post_and_when(page: str, heads: list[tuple[str, str]]) -> None:
    hits = post_hits(split_lines(page))
    told = [[page[slice(*span)] for span in hit.groups.values()] for hit in hits]
    assert [tuple(values) for values in told] == heads
    assert [hit.kind for hit in hits] == [Kind.QUESTION, *[Kind.BYLINE] * (len(heads) - 1)]


@pytest.mark.parametrize(
    "page",
    [
        THREAD.replace(ASKED, "The market opens at nine. Does it rain?"),
        THREAD.replace("5 years ago", "five stars"),
        THREAD.replace(ASKED, "My heel hurts. " * 400),
        THREAD.replace(TOLD, "Yes."),
        "A\n\nB\n\nC\n\nD\n\n" + THREAD,
        THREAD.replace("Nora Vale\n", "She wrote to all of us on the day after.\n"),
        THREAD.replace(
            "Nora Vale\n5", "Bartholomea Maximiliane van der Hollebeke, Wednesday, September 25, 2019 at 10:45 AM\n\n5"
        ),
        THREAD.replace(TOLD, "Member"),
        f"Heel pain\n\nrosa_v, 6 years ago\n{ASKED}\nNora, yesterday\n{TOLD}",
    ],
    ids=[
        *("nobody tells of himself", "one head", "an article", "a post of a word", "far down the page", "a sentence"),
        *("a head as long as a sentence", "no post below a head", "a head in the middle of a paragraph"),
    ],
)
def test_other_pages_with_names_and_dates_are_no_threads(page: str) -> None:
    assert post_hits(split_lines(page)) == []


@pytest.mark.parametrize(
    ("page", "firsts"),
    [
        (PAGES[3][0], ["04-05-2019, 09:12 AM #1", "04-06-2019, 09:12 AM #2"]),
        (PAGES[2][0], ["by rosa_v » 4 May 2019", "Re: Heel pain"]),
        (THREAD.replace("5 years ago", "5 years ago\nNew Member\n12 likes"), ["rosa_v", "Nora Vale"]),
        (
            f"rosa_v, 6 years ago\nNew Member\n5 years ago\n{ASKED}\nNora, yesterday\n{TOLD}",
            ["rosa_v, 6 years ago", "Nora, yesterday"],
        ),
    ],
    ids=["of a board", "title of a reply", "badge and count", "badge and date"],
)
def test_what_a_forum_says_of_a_post_and_of_who_wrote_it_is_part_of_the_head(page: str, firsts: list[str]) -> None:
    lines = split_lines(page)
    hits = post_hits(lines)
    assert [lines[hit.first].text for hit in hits] == firsts
    assert [lines[hit.last + 1].text for hit in hits] == [ASKED, TOLD]
