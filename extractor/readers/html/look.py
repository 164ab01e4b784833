"""A look at the bytes of a page before it is parsed: most pages of a crawl hold neither posts nor questions.

It asks for less than any page that gives a record has: numbered posts and people, the markup of a known engine or site,
structured data on questions, answers called so, bylines of doctors, a title that asks, or no title at all. An article,
a product or a list of what a firm asks itself says so in its structured data, and then needs more than a word.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from extractor.layout import Layout
from extractor.readers.html.posts import words
from extractor.readers.html.posts.engines import engines

_FACTS = tomllib.loads(files(__package__).joinpath("look.toml").read_text("utf-8"))


def _compiled(name: str) -> list[re.Pattern[bytes]]:
    patterns = _FACTS[name]
    return [re.compile(one.encode()) for one in ([patterns] if isinstance(patterns, str) else patterns)]


_NAMES, _NUMBERED, _SIGNED, _ASKING = map(_compiled, ("names", "numbered", "signed", "asking"))
(_COUNTED,), (_POST,), (_PERSON,), (_TITLE,), (_TYPE,), (_ANSWER,), (_ENTRY,) = map(
    _compiled, ("counted", "post", "person", "title", "type", "answers", "entry")
)
_QUESTION_MARKS, _TALK = ([mark.encode() for mark in _FACTS[name]] for name in ("question_marks", "talk"))
_FAQ = _FACTS["faq"].encode()
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
_NOTHING = Look(posts=False, questions=False)


def look(data: bytes, layouts: Sequence[Layout]) -> Look:
    """What the page `data` may hold, for readers that know `layouts`."""
    if len(data) <= _SMALL or _WIDE in data[:_SMALL] or _is_signed(data, layouts):
        return EVERYTHING
    names = b" ".join(name for pattern in _NAMES for name in set(pattern.findall(data)))
    has_engine, is_asked = _has_engine(data, names), any(pattern.search(data) for pattern in _ASKING)
    is_faq = _is_faq(data)
    if (is_faq or not is_asked) and not has_engine and _is_article(data):
        return _NOTHING
    is_called = not is_faq and (is_asked or _has_answers(data, names))
    posts = is_called or has_engine or _has_numbered_posts(data)
    questions = is_called or any(pattern.search(data) for pattern in _SIGNED) or (not is_faq and _asks(data))
    return Look(posts, questions)


def _is_faq(data: bytes) -> bool:
    """Whether its data calls it a list of a house's own questions, and nothing that people say."""
    return _FAQ in data and not any(kind in data for kind in _TALK)


def _has_answers(data: bytes, names: bytes) -> bool:
    """Whether its elements are called answers, or entries of a thread."""
    return len(_ANSWER.findall(data)) > 1 or _has_entries(data, names)


def _is_signed(data: bytes, layouts: Sequence[Layout]) -> bool:
    """Whether it carries the signature of a site that is known."""
    return any(layout.html and layout.html.signs(data) for layout in layouts)


def _is_article(data: bytes) -> bool:
    """Whether structured data says that the page is one of the things that are none of questions and threads."""
    return any(kind.decode() in words.VETO for kind in _TYPE.findall(data))


def _has_numbered_posts(data: bytes) -> bool:
    """Whether two elements have the same name and different numbers, and somebody is named."""
    first: dict[bytes, bytes] = {}
    is_repeated = any(first.setdefault(name, number) != number for name, number in _numbers(data))
    return is_repeated and _PERSON.search(data) is not None


def _numbers(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """What posts may be called, and their numbers."""
    for pattern in _NUMBERED:
        for name, number in pattern.findall(data):
            if len(name) < _SHORT or _POST.search(name):
                yield name, number
    for attribute, name, number in _COUNTED.findall(data):
        if _POST.search(attribute) or _POST.search(name):
            yield attribute, number


def _has_entries(data: bytes, names: bytes) -> bool:
    return _ENTRY.search(names) is not None and len(_ENTRY.findall(data)) > 1


def _has_engine(data: bytes, names: bytes) -> bool:
    return any(all(sign in (data if b"/" in sign else names) for sign in signs) for signs in _signs())


@cache
def _signs() -> tuple[tuple[bytes, ...], ...]:
    return tuple(tuple(sign.strip("#@").encode() for sign in engine.signs) for engine in engines())


def _asks(data: bytes) -> bool:
    """Whether a title asks, or nothing is called a title, so that any line may be the question."""
    titles = _TITLE.findall(data)
    return not titles or any(mark in title for title in titles for mark in _QUESTION_MARKS)
