"""Many wordings as one pattern: it fits what they fit."""

import re

from hypothesis import given
from hypothesis import strategies as st

from extractor.layout.wordings import one_of, one_of_patterns

wordings = st.lists(st.text("abB' -", min_size=1, max_size=5), min_size=1, max_size=8)


@given(wordings, st.text("abB' -", max_size=7))
def test_the_longest_of_the_wordings_that_begins_a_text_is_found(words: list[str], text: str) -> None:
    longest = max((word for word in words if text.startswith(word)), key=len, default=None)
    found = re.match(one_of(words), text)
    assert (found and found[0]) == longest


def test_an_apostrophe_may_be_a_curly_one() -> None:
    assert re.fullmatch(one_of(["doctor's answer"]), "doctor’s answer")


def test_patterns_are_parted_by_their_letters() -> None:
    pattern = one_of_patterns(["car[oa]", "ciao", "(?:good|best) day", "dear"])
    assert [bool(re.fullmatch(pattern, text)) for text in ("cara", "ciao", "best day", "dear", "care", "day")] == [
        *[True] * 4,
        *[False] * 2,
    ]
