"""Marks on a page: the first that fits a line counts, groups keep their names and places."""

from extractor.layout import Kind, Layout, Mark
from extractor.readers.lines import split_lines
from extractor.readers.text.matcher import Hit, Matcher, above_end, matcher_of, merged, taken_by, with_further

MARKS = (
    Mark(Kind.COUNT, r"(?P<count>\d+) answers"),
    Mark(Kind.BYLINE, r"(?P<name>Dr\. \w+)\n(?P<specialty>\w+)"),
    Mark(Kind.META, r"(?P<tags>\d+ [^\n]+)"),
)


def test_the_first_mark_that_fits_counts_and_takes_its_lines() -> None:
    text = "12 answers \n\nDr. Lee\nSurgeon\n12 things\nsee 3 answers"
    hits = Matcher(MARKS).find(text, split_lines(text))
    assert [(hit.kind, hit.first, hit.last) for hit in hits] == [
        (Kind.COUNT, 0, 0), (Kind.BYLINE, 1, 2), (Kind.META, 3, 3),
    ]  # fmt: skip
    groups = {name: text[start:end] for hit in hits for name, (start, end) in hit.groups.items()}
    assert groups == {"count": "12", "name": "Dr. Lee", "specialty": "Surgeon", "tags": "12 things"}


def test_a_mark_ends_with_its_line() -> None:
    text = "12 answers were given"
    assert [hit.kind for hit in Matcher(MARKS).find(text, split_lines(text))] == [Kind.META]


def test_a_group_without_text_is_left_out() -> None:
    text = "Answer:  "
    (hit,) = Matcher([Mark(Kind.ANSWER, r"Answer:(?P<body>[^\n]*)")]).find(text, split_lines(text))
    assert hit.groups == {}


def test_no_mark_matches_nothing() -> None:
    matcher = Matcher(())
    assert matcher.find("12 answers", split_lines("12 answers")) == []
    assert not matcher.is_in("12 answers")
    assert Matcher(MARKS).is_in("Title\n  12 answers\n")
    assert not Matcher(MARKS).is_in("Title: 12 answers\n")


def test_marks_of_two_kinds_are_put_together() -> None:
    byline, count, label = (Hit(kind, first, last, {}) for kind, first, last in (
        (Kind.BYLINE, 1, 3), (Kind.COUNT, 4, 4), (Kind.ANSWER, 4, 4)
    ))  # fmt: skip
    assert taken_by([byline, count]) == {1, 2, 3, 4}
    assert merged([byline, count], [label]) == [byline, label]
    assert with_further([byline, count], [label]) == [byline, count]
    within = Hit(Kind.FURNITURE, 2, 2, {})
    above = Hit(Kind.FURNITURE, 0, 0, {})
    assert with_further([byline, count], [within, above]) == [above, byline, count]


def test_the_foot_of_a_page_is_known_whatever_its_site() -> None:
    find = matcher_of(Layout("example", marks=MARKS)).find
    for foot in ("© 2020 Example. All rights reserved.", "About us\nPrivacy Policy\n© 2020 Example"):
        text = f"12 answers\nA ridge is part of healing.\n{foot}\n"
        lines = split_lines(text)
        assert above_end(lines, find(text, lines)) == lines[:2]
