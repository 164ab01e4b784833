"""The classes and ids of elements without what differs from one post to the next: numbers, and hashes."""

import re
from functools import lru_cache

_DIGITS = re.compile(r"\d+")
_MIXED = re.compile(r"\d[A-Za-z]+\d")
"""What a hash has that styles are called by, `css-1q2w3e`, and no number."""
HASHED = re.compile(r"([A-Za-z][\w-]*?__)(?=[\w-]{0,7}[A-Z0-9])[\w-]{2,8}")
"""A class with a hash behind its stable part, as CSS Modules make them."""


@lru_cache(50_000)
def tokens(classes: str) -> tuple[str, ...]:
    """The classes of an element without numbers and hashes."""
    return tuple(dict.fromkeys(map(shape, classes.split())))


@lru_cache(50_000)
def shape(token: str) -> str:
    """A class or id with `#` for its numbers and without a hash at its end; what is a hash alone stays.

    >>> shape("post-1234"), shape("answer_body__3xY1z"), shape("css-1q2w3e")
    ('post-#', 'answer_body__', 'css-1q2w3e')
    """
    hashed = HASHED.fullmatch(token) if "__" in token else None
    if hashed or _MIXED.search(token):
        return hashed[1] if hashed else token
    return _DIGITS.sub("#", token)
