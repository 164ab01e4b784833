"""Where a text has dates, told by the number that each begins with or has behind its first word."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.readers.html.posts import words

_NUMBER = re.compile(r"\d(?<![A-Za-z\d_]\d)[\d./:-]*")
"""Numbers that may be a date's; in writing without spaces they stand behind a letter."""


def dates_in(text: str) -> Iterator[int]:
    """Where dates stand, by their numbers: a pattern of dates alone takes longer than the parse."""
    for number in _NUMBER.finditer(text):
        start = number.start()
        if words.DATE_BY_NUMBER.match(text, start) or _is_in_date(text, start):
            yield start


def _is_in_date(text: str, start: int) -> bool:
    """Whether a date begins with the word in front of a number."""
    end = max(0, start - 1)
    before = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end)) + 1
    if text[before].isdigit():
        return words.DATE_BY_NUMBER.match(text, before) is not None
    return _may_begin_date(text[before:start]) and words.DATE_BY_WORD.match(text, before) is not None


@lru_cache(20_000)
def _may_begin_date(word: str) -> bool:
    """Whether a date may begin with a word, and the space behind it: pages have the same ones again and again."""
    return words.DATE_BY_WORD.match(word + "1") is not None
