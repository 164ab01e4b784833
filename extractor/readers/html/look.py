"""A look at the bytes of a page before it is parsed: most pages of a crawl hold neither posts nor questions.

It asks for less than any page that gives a record has: numbered posts and people, the markup of a known engine or site,
structured data on questions, answers called so, bylines of doctors, a title that asks, or no title at all.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from extractor.layout import Layout
from extractor.readers.html.posts.engines import engines

_FACTS = tomllib.loads(files(__package__).joinpath("look.toml").read_text("utf-8"))
_NUMBERED, _POST, _PERSON, _SIGNED, _TITLE = (
    re.compile(_FACTS[name].encode()) for name in ("numbered", "post", "person", "signed", "title")
)
_ANSWERS = [re.compile(pattern.encode()) for pattern in _FACTS["answers"]]
_QUESTION_MARKS = [mark.encode() for mark in _FACTS["question_marks"]]
_SMALL = 4_000
"""Bytes up to which a page is read without a look: it costs little, and may be a piece of one."""
_SHORT = 3
"""Letters of a prefix from which on it is a word: "p" and "t1" number posts too."""
_WIDE = b"\0"


class Look(NamedTuple):
    """What a page may hold."""

    posts: bool
    """A thread of posts."""
    questions: bool
    """Questions with answers that other signs tell."""


EVERYTHING = Look(posts=True, questions=True)
"""What a page may hold at which nobody has looked."""


def look(data: bytes, layouts: Sequence[Layout]) -> Look:
    """What the page `data` may hold, for readers that know `layouts`."""
    if (
        len(data) <= _SMALL
        or _WIDE in data[:_SMALL]
        or any(layout.html and layout.html.signs(data) for layout in layouts)
    ):
        return EVERYTHING
    is_called = any(len(pattern.findall(data)) > 1 for pattern in _ANSWERS)
    has_data = b"Question" in data or b"DiscussionForumPosting" in data
    posts = is_called or has_data or _has_numbered_posts(data) or _has_engine(data)
    questions = is_called or has_data or _SIGNED.search(data) is not None or _asks(data)
    return Look(posts, questions)


def _has_numbered_posts(data: bytes) -> bool:
    """Whether two elements have the same name and different numbers, and somebody is named."""
    first: dict[bytes, bytes] = {}
    for name, number in _NUMBERED.findall(data):
        is_post = len(name) < _SHORT or _POST.search(name) is not None
        if is_post and first.setdefault(name, number) != number:
            return _PERSON.search(data) is not None
    return False


def _has_engine(data: bytes) -> bool:
    return any(all(sign in data for sign in signs) for signs in _signs())


@cache
def _signs() -> tuple[tuple[bytes, ...], ...]:
    return tuple(tuple(re.sub("[#@]", "", sign).encode() for sign in engine.signs) for engine in engines())


def _asks(data: bytes) -> bool:
    """Whether a title asks, or nothing is called a title, so that any line may be the question."""
    titles = _TITLE.findall(data)
    return not titles or any(mark in title for title in titles for mark in _QUESTION_MARKS)
