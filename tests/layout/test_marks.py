"""What a mark may say: a group that nobody reads is refused before it can lose a value."""

import pytest

from extractor.layout import Kind, Mark
from extractor.layout.marks import groups_of


def test_a_misspelt_group_is_refused_and_the_allowed_ones_are_named() -> None:
    with pytest.raises(ValueError, match=r"COUNT: cnt, in '\(\?P<cnt>.*groups that are read: .*\bcount\b"):
        Mark(Kind.COUNT, r"(?P<cnt>\d+) answers")


def test_text_behind_the_end_of_the_record_has_no_group() -> None:
    with pytest.raises(ValueError, match="body"):
        Mark(Kind.END, r"Related: (?P<body>[^\n]+)")
    assert Mark(Kind.END, r"Seen (?P<count>\d+) times").groups == ["count"]


@pytest.mark.parametrize("kind", Kind)
def test_every_group_that_is_read_is_taken(kind: Kind) -> None:
    names = sorted(groups_of(kind))
    assert Mark(kind, "".join(f"(?P<{name}>x)" for name in names)).groups == names


def test_a_group_that_the_pattern_itself_uses_is_taken() -> None:
    assert Mark(Kind.BYLINE, r"(?P<name>\w+ (?P<last>\w+)), (?P=last) & Co").groups == ["name", "last"]
