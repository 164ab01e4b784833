"""What stands around an item, whatever its page is."""

import pytest

from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.text.grammar.items import CutPage, Item
from extractor.readers.text.grammar.states import Flag, Gap, Mode
from extractor.readers.text.grammar.surroundings import LONG_LINE, Surroundings
from extractor.readers.text.weights import SHIPPED

SIGNED = BylineFields(name=Found("Ada Rowe", 0, 8), rating=Found(4.9, 10, 13))


def around(*lines: tuple[str, int]) -> Surroundings:
    """Of lines, with the blank lines above each, on a page that ends with a blank line."""
    items = [Item(0, len(text), text, 0, 0, blanks, Gap(blanks)) for text, blanks in lines]
    return Surroundings(CutPage([], items, [], None, Mode(), Gap(1)))


@pytest.mark.parametrize(
    ("line", "above", "below", "is_one"),
    [
        ("Swelling", 1, 1, True),
        ("Swelling", 0, 1, False),
        ("Swelling", 1, 0, False),
        ("It swells.", 1, 1, False),
    ],
)
def test_a_heading_stands_alone_and_is_no_sentence(line: str, above: int, below: int, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert around((line, above), ("Rest.", below)).is_heading(0) is is_one


def test_the_last_line_is_a_heading_too_and_above_nothing() -> None:
    page = around(("Rest.", 0), ("Swelling", 1))
    assert page.is_heading(1)
    assert not page.is_above_datum(1)
    assert not page.is_above_paragraph(1)


def test_what_asks_above_the_label_of_an_answer() -> None:
    lines = [("Heels", Gap(1)), ("Is it?", Gap(1)), ("It is.", Gap(1, Flag.ANSWER)), ("No.", Gap(1, Flag.ANSWER))]
    items = [Item(0, len(text), text, 0, 0, gap.blanks, gap, None, None) for text, gap in lines]
    page = Surroundings(CutPage([], items, [], None, Mode(), Gap(1)))
    assert [page.asks_above_label(index) for index in range(4)] == [False, True, False, False]


def test_what_is_below_a_line() -> None:
    page = around(("Is it?", 0), ("May 4, 2019", 0), ("It is.", 0), ("x" * (LONG_LINE + 1), 0), ("Next", 0))
    assert [page.is_above_datum(index) for index in range(5)] == [True, False, False, False, False]
    assert [page.is_above_paragraph(index) for index in range(5)] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("line", "below", "is_one"),
    [
        ("Swelling is usual", "It lasts for a month.", True),
        ("Is it usual?", "It lasts for a month.", True),
        ("Swelling is usual", "and lasts for a month.", False),
        ("Swelling is usual.", "It lasts for a month.", False),
        ("Hello Ann", "It lasts for a month.", False),
        ("Swelling is usual", "- It lasts for a month.", False),
    ],
)
def test_a_headline_may_stand_directly_above_a_sentence(line: str, below: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    page = around(("Rest.", 0), (line, 1), (below, 0))
    assert page.is_close_heading(1) is is_one
    assert not around((line, 0), (below, 0)).is_close_heading(0)


@pytest.mark.parametrize(
    ("line", "below", "may"),
    [
        ("Is it usual?", "It began on Monday.", True),
        ("Is it usual? (photos)", "It began on Monday.", True),
        ("Is it usual?", "and it began on Monday.", False),
        ("It is swollen.", "It began on Monday.", False),
    ],
)
def test_a_title_that_asks_may_stand_directly_above_the_question(line: str, below: str, may: bool) -> None:  # noqa: FBT001 - a table's column
    page = around((line, 0), (below, 0), (line, 1), (below, 0))
    assert page.may_stand_above_text(0) is may
    assert not page.may_stand_above_text(2)


@pytest.mark.parametrize(
    ("above", "line", "speaks_for"),
    [
        ("It heals in a week.", "Rest", True),
        ("Ada Rowe, MD", "Rest", True),
        ("Ada Rowe, MD", "Rest it.", True),
        ("It heals in a week.", "Rest it.", False),
        ("Three things help:", "Rest", False),
        ("It heals in a week", "Rest", False),
    ],
    ids=[
        "below a sentence",
        "below a signature",
        "a sentence below one",
        "a sentence",
        "below a colon",
        "below no end",
    ],
)
def test_a_headline_stands_below_what_ends_a_text(above: str, line: str, speaks_for: bool) -> None:  # noqa: FBT001 - a table's column
    assert (around((above, 0), (line, 1)).evidence_above(1, SHIPPED.headline) > 0) is speaks_for


@pytest.mark.parametrize(
    ("line", "blanks", "fields", "is_head"),
    [
        ("Answered by", 1, SIGNED, True),
        ("Answered by", 0, SIGNED, False),
        ("Answered by", 1, SIGNED._replace(rating=None), False),
        ("Answered by", 1, None, False),
        ("It heals in a week if you rest it.", 1, SIGNED, False),
    ],
)
def test_a_short_line_begins_the_paragraph_of_a_byline(
    line: str,
    blanks: int,
    fields: BylineFields | None,
    is_head: bool,  # noqa: FBT001 - a table's column
) -> None:
    page = around(("Rest.", 0), (line, blanks), ("Ada Rowe, 4.9 of 5", 0))
    page._items[2].fields = fields  # noqa: SLF001 - how it was cut
    assert page.is_above_byline(1) is is_head
    assert not page.is_above_byline(2)
