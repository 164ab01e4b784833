"""Facts of engines: what forum software calls the parts of a post; `engines.toml` holds them and says what is what."""

import tomllib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any, TypeAlias

Having: TypeAlias = Callable[[Sequence[str]], Collection[object]]
_PLACES = {"#": 1, "@": 2, "<": 2}


@dataclass(frozen=True, slots=True, eq=False)
class Engine:
    """One engine: its name, and tokens of the elements that hold the parts of a post."""

    name: str
    signs: tuple[str, ...]
    """All of them are on its pages."""
    posts: tuple[str, ...]
    title: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    """What opens a thread: one of `posts` that is called as no other is, or a text above them."""
    body: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    votes: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    count: tuple[str, ...] = ()
    quote: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    comment: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    is_on_stories: bool = False
    """Its posts may be remarks on an article that stands above them; then they are no thread."""
    is_lifted: bool = False
    """`posts` are parts that each post has once; it is as large as it can be without another one."""
    is_underlined: bool = False
    """A line of underscores stands above signatures, in what may be part of a text."""
    asks_apart: bool = False
    """The question is none of `posts`, but stands above them."""


@cache
def engines() -> tuple[Engine, ...]:
    """All engines, the more particular first."""
    facts = tomllib.loads(files(__package__).joinpath("engines.toml").read_text("utf-8"))
    return tuple(_engine(name, parts) for name, parts in facts.items())


def _engine(name: str, parts: dict[str, Any]) -> Engine:
    facts: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in parts.items()}
    return Engine(name, **facts)


def engine_of(has: Callable[[str], bool], having: Having) -> Engine | None:
    """The engine whose signs are all marks that the page `has`; `having` gives the elements that have one of some.

    Posts are among what is about the page's subject; signs stand in its navigation as well.
    """
    for engine in engines():
        if all(has(sign.lstrip("<")) for sign in engine.signs) and having(engine.posts):
            return engine
    return None


def may_be_of_engine(data: bytes) -> bool:
    """Whether a page has the signs of an engine somewhere; if not, `engine_of` its elements is none."""
    return any(all(sign in data for sign in chain(*signs)) for signs in signs_in_bytes())


@cache
def signs_in_bytes() -> Sequence[tuple[frozenset[bytes], Sequence[bytes], Sequence[bytes]]]:
    """What stands in a page for the signs of each engine: among its classes, in its ids, and anywhere."""
    return [_in_bytes(one.signs) for one in engines()]


def _in_bytes(signs: Sequence[str]) -> tuple[frozenset[bytes], Sequence[bytes], Sequence[bytes]]:
    places: tuple[list[bytes], list[bytes], list[bytes]] = [], [], []
    for sign in signs:
        places[_PLACES.get(sign[0], 0)].append(sign.strip("#@").encode())
    classes, ids, others = places
    return frozenset(classes), ids, others
