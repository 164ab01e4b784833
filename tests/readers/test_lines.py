"""Lines and their margins."""

import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.readers.lines import split_lines, with_plain_margins

texts = st.text(st.sampled_from("ab \n\n\t\r\u3000é"), max_size=30)


@given(texts)
def test_margins_are_moved_above_line_ends_and_nothing_else_is(text: str) -> None:
    plain = with_plain_margins(text)
    assert [char if not char.isspace() else " " for char in plain] == [
        char if not char.isspace() else " " for char in text
    ]
    assert plain.count("\n") == len(re.findall(r"\r\n|\r|\n", text))
    assert not re.search(r"\n[^\S\n]", plain)
    assert with_plain_margins(plain) == plain


@given(texts)
def test_lines_stand_where_they_say(text: str) -> None:
    lines = split_lines(with_plain_margins(text))
    assert [line.text for line in lines] == [line.strip() for line in re.split(r"[\r\n]", text) if line.strip()]
    assert all(text[line.start : line.end] == line.text for line in lines)


def test_long_runs_of_white_space_take_no_long_time() -> None:
    for run in ("\n", " ", " \n", "\n ", "\n\n \n"):
        text = f"a\n b \n{run * 100_000}c \n"
        assert with_plain_margins(text).count("\n") == text.count("\n")
