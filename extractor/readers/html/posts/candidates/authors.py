"""Who wrote the posts of a set: the place where most of them name somebody, and a different one in each."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from extractor.readers.html.posts import words
from extractor.readers.html.posts.author_marks import LONGEST_NAME
from extractor.readers.html.posts.candidates.editors import is_editor
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.shown_names import Name
from extractor.readers.html.posts.tree import Key, Tree

_WEIGHTS = {
    "data": 1.3,
    "itemprop": 1.15,
    "meta": 1.15,
    "class": 1.1,
    "inside": 0.95,
    "profile": 1.1,
    "line": 0.9,
    "bold": 0.8,
    "href": 0.5,
    "alt": 0.75,
}
_TOLD = frozenset(["data", "itemprop", "meta"])
"""Marks that say who wrote something, so that one may have written all."""
_ENGINE = 1.3
_LONGEST = 50
_LEAST_SUPPORT = 0.3
_LIKELY = 0.6
"""The share of what speaks for the best place from which on another may be the better one."""
_ENDS_WITH_NUMBER = re.compile(r"^[^\W\d]+\d+$")
_MAX_WORDS = 4
_FEW = 2
_SEVERAL = 4


class AuthorColumn(NamedTuple):
    """A place of names, how much speaks for it (about 1 if all posts have one), and the name in each post."""

    weight: float
    key: Key
    names: Mapping[int, Name]


def author_columns(
    tree: Tree, places: Places, own: Sequence[Sequence[int]], bodies: Mapping[int, int], engine: Engine | None
) -> list[AuthorColumn]:
    """The places of names in posts, the best first; `own` are the elements of each post, `bodies` their texts."""
    told = dict(_told(tree, places, own, engine)) if engine else {}
    if engine and len(told) == len(own):
        return [AuthorColumn(_ENGINE, ("engine", engine.name), told)]
    elements: dict[Key, dict[int, list[int]]] = defaultdict(dict)
    for k, some in enumerate(own):
        begin, end = (bodies[k], tree.ends[bodies[k]]) if k in bodies else (0, 0)
        for i in some:
            if not begin < i < end:
                for key in places.authors(i):
                    elements[key].setdefault(k, []).append(i)
    columns = []
    for key, by_post in elements.items():
        if len(by_post) >= max(1, _LEAST_SUPPORT * len(own)):
            names = dict(_names(tree, places, key, by_post))
            if names:
                columns.append(AuthorColumn(_weight(key, names, len(own)), key, names))
    columns = _names_before_roles(sorted(columns, key=lambda column: -column.weight))
    if engine and len(told) > len(own) / 2:
        best = columns[0].weight if columns else 0.0
        columns.insert(0, AuthorColumn(max(_ENGINE * len(told) / len(own), best), ("engine", engine.name), told))
    return columns


def _names_before_roles(columns: list[AuthorColumn]) -> list[AuthorColumn]:
    """The places of names, the best first, unless it is one of roles: then that of who has them.

    Several people may have one role, and nobody has two; and somebody who writes twice shows that names are people's.
    """
    for column in columns[1:]:
        best = columns[0]
        is_likely = column.weight > _LIKELY * best.weight and len(column.names) >= len(best.names)
        if is_likely and _are_finer(column.names, best.names):
            others = (one for one in columns if one is not column)
            return [column._replace(weight=best.weight), *others]
    return columns


def _are_finer(names: Mapping[int, Name], roles: Mapping[int, Name]) -> bool:
    pairs = {(name.text, roles[k].text) for k, name in names.items() if k in roles}
    people, shared = {name for name, _ in pairs}, Counter(role for _, role in pairs)
    is_each = len(people) == len(pairs) and len(people) < len(names)
    return is_each and any(times > 1 and role not in people for role, times in shared.items())


def _names(tree: Tree, places: Places, key: Key, by_post: Mapping[int, Sequence[int]]) -> Iterator[tuple[int, Name]]:
    """The first name of each post that is not an editor's, nor an initial in place of a picture of him."""
    for k, some in by_post.items():
        named = [name for i in some if 0 < len((name := _name(tree, places, key, i)).text) <= _LONGEST]
        whole = [name for name in named if not _is_initial(name.text, named)]
        own = (name for name in whole if name.value or not is_editor(tree, places, name.element))
        if first := next(own, None):
            yield k, first


def _is_initial(text: str, names: Sequence[Name]) -> bool:
    """Whether a letter is the first of another name."""
    return len(text) == 1 and any(len(name.text) > 1 and name.text[0].casefold() == text.casefold() for name in names)


def _name(tree: Tree, places: Places, key: Key, i: int) -> Name:
    kind, mark = key
    if attribute := {"data": mark, "meta": "content", "alt": "alt"}.get(kind):
        value = " ".join((tree.get(i, attribute) or "").split())
        return Name(value, i, value)
    if kind == "line":
        return Name(places.bylines[i], i)
    return places.names[i]


def _weight(key: Key, names: Mapping[int, Name], posts: int) -> float:
    kind, mark = key
    texts = [name.text for name in names.values()]
    weight = _WEIGHTS[kind] * len(names) / posts
    different = len(set(texts))
    if kind not in _TOLD:
        if different == 1 and not words.NOBODY.fullmatch(texts[0]):
            weight *= 0.4 if len(texts) > _FEW else 0.9  # two posts may be of one
        elif len(texts) > _SEVERAL and different < len(texts) / 4:
            weight *= 0.7
    if (
        different > 1
        and len({text.split()[-1] for text in texts if " " in text}) == 1
        and all(" " in one for one in texts)
    ):
        weight *= 0.4  # "J Offline", "P Offline"
    for share, fault in ((0.9, _is_date), (0.9, _is_no_name), (0.3, _is_long)):
        weight *= 1 - share * sum(map(fault, texts)) / len(texts)
    if 2 * (vague := sum(map(_is_vague, set(texts)))) > different:
        weight *= 1 - 0.9 * vague / different
    if kind == "itemprop" and mark == "name":
        weight *= 1.05
    return weight * 1.08 if kind == "class" and words.NAME.search(mark) else weight


@lru_cache(20_000)
def _is_date(text: str) -> bool:
    return words.DATE.search(text) is not None and _ENDS_WITH_NUMBER.match(text) is None


@lru_cache(20_000)
def _is_no_name(text: str) -> bool:
    is_count = words.MEMBER.search(text) is not None or words.OF_MEMBER.match(text) is not None
    is_number = text[0] == "#" and text[1:].isdigit()
    return is_count or is_number or ": " in text or not any(map(str.isalnum, text)) or text[-1] in ":?!"


def _is_vague(text: str) -> bool:
    """Whether it is an initial, as in place of a picture, or a number; among names these are names."""
    return text.isdigit() or (len(text) == 1 and text.isascii())


def _is_long(text: str) -> bool:
    return len(text.split()) > _MAX_WORDS


def _told(tree: Tree, places: Places, own: Sequence[Sequence[int]], engine: Engine) -> Iterator[tuple[int, Name]]:
    """The names where the engine has them, without those of editors."""
    called = {token: tree.having({token}) | tree.tagged(token) for token in engine.author}
    for k, some in enumerate(own):
        names = chain.from_iterable(_named(tree, places, some, token, called[token]) for token in called)
        found = next((name for name in names if name.value or not is_editor(tree, places, name.element)), None)
        if found := found or _on_control(tree, some, engine):
            yield k, found


def _on_control(tree: Tree, some: Sequence[int], engine: Engine) -> Name | None:
    """The name on a button of a post, as an attribute has it: the tree leaves out what is no text."""
    given = (
        one.get(token) for token in engine.author if token.startswith("data-") for one in tree.elements[some[0]].iter()
    )
    name = next((" ".join(value.split()) for value in given if value), None)
    return Name(name, some[0], name) if name else None


def _named(tree: Tree, places: Places, elements: Sequence[int], token: str, called: Collection[int]) -> Iterator[Name]:
    if token.startswith("data-"):
        given = tree.given(token)
        told = ((i, " ".join(given[i].split())) for i in filter(given.__contains__, elements))
        return (Name(value, i, value) for i, value in told if value)
    names = (places.names[i] for i in filter(called.__contains__, elements))
    return (name for name in names if 0 < len(name.text) <= LONGEST_NAME)
