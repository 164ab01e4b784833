"""A line in pieces, each of which knows its place."""

import pytest

from extractor.readers.people.pieces import parts_of, places_in, split, squeezed, visible


def test_repeated_words_stand_where_they_stand() -> None:
    assert split("MD a MD", 100) == [("MD", 100, 102), ("a", 103, 104), ("MD", 105, 107)]
    assert split("x,, x ,", 0, ",") == [("x", 0, 1), ("x", 4, 5)]


@pytest.mark.parametrize("separator", [", ", "; ", " | ", " · ", " - ", " – ", " / ", " • "])
def test_any_separator_parts_a_line(separator: str) -> None:
    line = f"Ann Lee{separator}MD{separator}Leeds "
    parts = parts_of(line, 10)
    assert [part for part, _, _ in parts] == ["Ann Lee", "MD", "Leeds"]
    assert all(line[start - 10 : end - 10] == part for part, start, end in parts)


@pytest.mark.parametrize("line", ["Mei-Lin O'Rourke", "MD-PhD", "DDS/MD", "Ann Lee"])
def test_what_joins_words_parts_no_line(line: str) -> None:
    assert parts_of(line, 0) == [(line, 0, len(line))]


def test_signs_that_take_no_room_are_left_out() -> None:
    assert visible("A\u00adda\u200b Ro\u200ewe é") == "Ada Rowe é"


@pytest.mark.parametrize("text", ["Ada Rowe", "Ada   Rowe,  MD", "A\u00adda\u200b  Rowe", "Ada \u200b Rowe"])
def test_what_is_seen_of_a_line_stands_where_it_is_said_to(text: str) -> None:
    seen = squeezed(text)
    assert "  " not in seen
    assert "".join(text[at] for at in places_in(text)) == seen
