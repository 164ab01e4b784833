"""The name on a line that says who wrote something and when: "Posted by Ann on 3 May 2020", "Ann, 3 May 2020"."""

import re
from functools import lru_cache

from extractor.readers.html.posts import words

LONGEST = 90
"""Characters of such a line."""
_LONGEST_NAME, _MOST_WORDS = 40, 4
_LETTER = re.compile(r"[^\W\d_]")
_POST_NUMBER = re.compile(r"\s*#\d+\W+")
_SEPARATOR = re.compile(r"\s*[,;|•·»–—]|\s-\s")


@lru_cache(20_000)
def name_on(line: str) -> str | None:
    """The name beside the date of a line, None if it has no date, or there is more beside it.

    >>> name_on("Posted by Ann Lee on 3 May 2020"), name_on("Written 3 May 2020 by Ann"), name_on("#7 - Al, 3 May 2020")
    ('Ann Lee', 'Ann', 'Al')
    """
    moment = words.MOMENT.search(line)
    if moment is None or len(line) > LONGEST:
        return None
    number = _POST_NUMBER.match(line)
    before, after = line[number.end() if number else 0 : moment.start()], line[moment.end() :].strip(" ,;:|»)")
    if by := words.BY.match(before):
        return _name(words.BETWEEN.sub("", before[by.end() :]))
    if by := words.BY.match(after):
        return _name(after[by.end() :])
    is_apart = _SEPARATOR.match(before[len(named := words.BETWEEN.sub("", before)) :])
    return _name(named) if is_apart and not after else None


def _name(text: str) -> str | None:
    name = text.strip().rstrip(",;:|»")
    is_name = 0 < len(name) <= _LONGEST_NAME and len(name.split()) <= _MOST_WORDS and _LETTER.search(name)
    return name if is_name else None
