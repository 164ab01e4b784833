"""Lines put together: gaps between them, white space, places, and texts that break off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.html.rendering import text_lines
from extractor.readers.html.rendering.rendered import Hint
from extractor.readers.html.rendering.text_lines import (
    BREAK,
    CUT,
    ITEM,
    LINE,
    PARAGRAPH,
    WIDE,
    FinishedLines,
    Lines,
    Place,
)

HINT = Hint("p")
LONG = "word " * 30


def _lines(*parts: str | int) -> FinishedLines:
    lines = Lines()
    for part in parts:
        if isinstance(part, int):
            lines.part(part, HINT)
        else:
            lines.add(part)
    return lines.finish()


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (("a", BREAK, "b"), "a\nb"),
        (("a", BREAK, BREAK, "b"), "a\n\nb"),
        (("a", ITEM, "b"), "a\nb"),
        (("a", LINE, "b"), "a\nb"),
        (("a", LINE, LONG), f"a\n\n{LONG.strip()}"),
        ((LONG, LINE, "b"), f"{LONG.strip()}\n\nb"),
        ((LONG, ITEM, LONG), f"{LONG.strip()}\n{LONG.strip()}"),
        (("a", PARAGRAPH, BREAK, "b"), "a\n\nb"),
        (("a", WIDE, LINE, "b"), "a\n\n\nb"),
        ((PARAGRAPH, "a", PARAGRAPH), "a"),
        (("  a\n ", " b\t", BREAK, " \n ", BREAK, "c "), "a b\n\nc"),
        (("a\u00a0\u2003b",), "a b"),
    ],
)
def test_gaps(parts: tuple[str | int, ...], text: str) -> None:
    assert _lines(*parts).text == text


@pytest.mark.parametrize(
    ("parts", "text", "cut_after"),
    [
        (("It goes on and", CUT), "It goes on and", "It goes on and"),
        (("It goes on...", CUT), "It goes on...", "It goes on..."),
        (("It ends.", CUT), "It ends.", None),
        (("It goes... ", CUT, " on here."), "It goes on here.", None),
        (("It goes on...", BREAK, CUT), "It goes on...", "It goes on..."),
        (("It ends.", BREAK, CUT), "It ends.", None),
    ],
)
def test_a_text_with_more_behind_it_is_cut_unless_it_ends(
    parts: tuple[str | int, ...], text: str, cut_after: str | None
) -> None:
    done = _lines(*parts)
    assert (done.text, done.cuts) == (text, frozenset() if cut_after is None else frozenset({len(cut_after)}))


def test_a_hint_is_the_one_told_last_before_the_line_begins() -> None:
    lines = Lines()
    lines.part(LINE, Hint("div"))
    lines.describe(Hint("b"))
    lines.add("a")
    lines.describe(Hint("i"))
    assert lines.finish().hints == {0: Hint("b")}


def test_there_is_an_end_to_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text_lines, "MAX_LINES", 2)
    lines = Lines()
    states = []
    for text in "abc":
        lines.add(text)
        lines.part(LINE, HINT)
        states.append(lines.is_full)
    assert states == [False, True, True]


@given(
    st.lists(
        st.one_of(st.sampled_from([BREAK, ITEM, LINE, PARAGRAPH, WIDE]), st.text(" ab\n", max_size=4)), max_size=20
    )
)
def test_places_and_hints_point_at_the_beginnings_of_lines(parts: list[str | int]) -> None:
    lines, places = Lines(), []
    for part in parts:
        if isinstance(part, int):
            lines.part(part, HINT)
        else:
            place = lines.place()
            lines.add(part)
            if part.strip():
                places.append((place, part.split()[0]))
    done = lines.finish()
    assert sorted(done.hints) == done.starts
    assert done.text == "" or [done.text[start] for start in done.starts] == [
        line[0] for line in done.text.split("\n") if line
    ]
    for place, word in places:
        assert done.text[done.offset(place) :].lstrip().startswith(word)
    assert done.offset(Place(10**6, 0)) == len(done.text)
