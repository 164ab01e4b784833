"""From lines to items: what marks say goes where it belongs, and furniture leaves no item."""

import pytest

from extractor.layout import Kind, Layout, Mark
from extractor.readers.lines import split_lines
from extractor.readers.people.fields import places_of, values_of
from extractor.readers.text.cutting import cut
from extractor.readers.text.grammar.items import CutPage
from extractor.readers.text.grammar.states import Flag, State
from extractor.readers.text.matcher import Matcher

SIGNED = Layout(
    name="signed",
    marks=(
        Mark(
            Kind.BYLINE,
            r"By (?P<name>[^\n|]+) \| (?P<credentials>[^\n|]+) \| (?P<rating>[^\n|]+) \| (?P<reviews>[^\n|]+)",
        ),
        Mark(Kind.COUNT, r"(?P<count>\d+) answers"),
        Mark(Kind.SKIP, r"Advertisement"),
        Mark(Kind.ANSWER, r"Answer: (?P<body>[^\n]+)"),
        Mark(Kind.END, r"Related"),
    ),
)


def items_of(text: str, layout: Layout = SIGNED) -> CutPage:
    lines = split_lines(text)
    return cut(text, lines, layout, Matcher(layout.marks).find(text, lines))


def test_every_group_of_a_byline_is_read_with_its_place() -> None:
    text = "Fine.\n\nBy Ann Lee | MD, FACS | 9 / 10 | 1,204 reviews\n"
    *_, byline = items_of(text).items
    assert byline.fields is not None
    assert byline.forced == State.BYLINE
    assert values_of(byline.fields) == {
        "name": "Ann Lee", "credentials": ("MD", "FACS"), "rating": 4.5, "reviews": 1204,
    }  # fmt: skip
    places = {name: [text[byline.start + start : byline.start + end] for start, end in spans]
              for name, spans in places_of(byline.fields)}  # fmt: skip
    assert places == {
        "name": ["Ann Lee"], "credentials": ["MD", "FACS"], "rating": ["9 / 10"], "reviews": ["1,204 reviews"],
    }  # fmt: skip


def test_what_a_mark_says_of_the_page_and_of_the_gap_is_kept_without_an_item() -> None:
    page = items_of("Title?\n\n2 answers\n\nFirst.\n")
    assert [item.text for item in page.items] == ["Title?", "First."]
    assert page.declared == 2
    assert page.items[1].gap.flags == Flag.COUNT
    assert page.mode.has_count


def test_what_is_skipped_or_below_the_end_gives_no_item() -> None:
    page = items_of("Why?\n\nAdvertisement\nBuy this\nand that\nAnswer: It heals.\nIt does.\nRelated\nAnswer: No.\n")
    assert [item.text for item in page.items] == ["Why?", "It heals.", "It does."]
    assert page.items[1].forced == State.FIRST


def test_a_byline_in_brackets_is_cut_from_the_end_of_its_line() -> None:
    text = "It heals by itself. (Ann Lee, MD, Leeds Dermatologist)\n"
    body, byline = items_of(text).items
    assert body.text == "It heals by itself."
    assert byline.fields is not None
    assert values_of(byline.fields)["location"] == "Leeds"
    assert text[byline.start : byline.end] == "(Ann Lee, MD, Leeds Dermatologist)"


def test_a_byline_ends_above_the_headline_that_its_mark_goes_on_to() -> None:
    mark = Mark(Kind.BYLINE, r"By (?P<name>[^\n]+)\n\n(?P<headline>[^\n]+)(?=\n\n)")
    text = "Fine.\n\nBy Ann Lee\n\nA headline\n\nSome text.\n"
    items = items_of(text, Layout(name="below", marks=(mark,))).items
    assert [text[item.start : item.end] for item in items] == ["Fine.", "By Ann Lee", "A headline", "Some text."]


def test_a_byline_on_the_line_below_a_mark_is_found() -> None:
    page = items_of("Why?\n2 answers\nJane Rowe, MD, Plastic Surgeon\nSan Diego\n")
    assert [values_of(item.fields)["name"] for item in page.items if item.fields] == ["Jane Rowe"]


def test_the_unread_lines_of_a_byline_stay_with_it() -> None:
    text = "It heals by itself.\n\nAnn Lee, MD\nLeeds Dermatologist\n4.9 out of 5 stars\n2 years ago\n\nIt heals.\n"
    page = items_of(text)
    assert [[text[unread.start : unread.end] for unread in item.unread] for item in page.items] == [
        [], ["2 years ago"], [],
    ]  # fmt: skip
    assert page.closing.blanks == 1


def test_a_byline_ends_in_front_of_the_text_that_stands_behind_it_on_its_line() -> None:
    mark = Mark(Kind.ANSWER, r"(?P<byline>Dr\. [^\n:]+) answers: (?P<first>[^\n]+)")
    page = items_of("Why?\n\nDr. Ann Lee answers: It heals.\n", Layout(name="behind", marks=(mark,)))
    assert [item.text for item in page.items] == ["Why?", "Dr. Ann Lee answers:", "It heals."]


def test_several_blank_lines_above_each_answer_say_no_more_than_one() -> None:
    page = items_of("Why?\n\n2 answers\n\n\nRest\n\nAnn Lee, MD\nLeeds Dermatologist\n\n\nIt heals.")
    assert max(item.gap.blanks for item in page.items) == 1


@pytest.mark.parametrize(
    ("below", "is_lines"),
    [
        ("Rest it.\nNo.\nIce.", True),
        ("Rest it.\nNo.", False),
        ("Rest it.\n\nNo.\nIce.", False),
        ("Rest it.\nBy Ann | MD | 4.9 | 3\nIce.", False),
    ],
    ids=["as many as declared", "fewer", "in paragraphs", "signed"],
)
def test_lines_that_the_count_counts_off_are_an_answer_each(below: str, is_lines: bool) -> None:  # noqa: FBT001 - a table's column
    assert items_of(f"Sore heel?\n\nWhat helps?\n\n3 answers\n\n{below}\n").mode.is_lines is is_lines
