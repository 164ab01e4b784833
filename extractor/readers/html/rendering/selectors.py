"""The selectors of layouts, compiled: which rules an element falls under, found quickly."""

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from extractor.layout import Part, Selector

_number_of = itemgetter(0)


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled selector: what the element must be, what must be around it, and where its value is."""

    part: Part
    own: "Compound"
    outer: tuple["Compound", ...] = ()
    attribute: str | None = None
    """The attribute that holds the value; None if the text does."""
    key: str | None = None

    def fits(self, around: Sequence[Collection["Compound"]]) -> bool:
        """Whether an element that matches `own` stands inside what the selector asks for.

        `around` holds, for each element around it from the outermost, the compounds of selectors that it matches.
        """
        wanted = len(self.outer)
        for matched in reversed(around):
            if not wanted:
                break
            wanted -= self.outer[wanted - 1] in matched
        return not wanted

    def value(self, attributes: Mapping[str, str]) -> str | None:
        """What the attribute holds, if the value is in one and it is there."""
        held = attributes.get(self.attribute) if self.attribute else None
        return _json_value(held, self.key) if held and self.key else held


class Rules:
    """The compiled selectors of one layout."""

    def __init__(self, selectors: Sequence[Selector]) -> None:
        rules = [_compile(selector) for selector in selectors]
        outer = {compound: compound for rule in rules for compound in rule.outer}
        self._own = _Index([(rule.own, rule) for rule in rules])
        self._outer = _Index(list(outer.items()))
        named = {rule.attribute for rule in rules if rule.attribute}
        compounds = {*outer, *(rule.own for rule in rules)}
        named.update(name for compound in compounds for name, _, _ in compound.attributes)
        self.attributes = tuple(sorted(named - {"class"}))
        """The attributes that the rules look at, besides `class`."""
        self.tags = frozenset(rule.own.tag for rule in rules if rule.own.tag)
        """The tags that they name."""

    def matching(self, tag: str, attributes: Mapping[str, str]) -> tuple[Rule, ...]:
        """The rules that an element with this tag and these attributes may fall under."""
        return tuple(self._own.matching(tag, attributes))

    def surroundings(self, tag: str, attributes: Mapping[str, str]) -> frozenset["Compound"]:
        """The compounds that ask for such an element around another one."""
        return frozenset(self._outer.matching(tag, attributes))


_T = TypeVar("_T")


class _Index(Generic[_T]):
    """What goes with compounds, in their order, looked up by a class that they ask for, or an attribute, or the tag."""

    def __init__(self, entries: Sequence[tuple["Compound", _T]]) -> None:
        self._by_class: dict[str, list[tuple[int, Compound, _T]]] = {}
        self._by_attribute: dict[str, list[tuple[int, Compound, _T]]] = {}
        self._by_tag: dict[str, list[tuple[int, Compound, _T]]] = {}
        for number, (compound, held) in enumerate(entries):
            if compound.classes:
                index, key = self._by_class, compound.classes[0]
            elif compound.attributes:
                index, key = self._by_attribute, compound.attributes[0][0]
            else:
                index, key = self._by_tag, compound.tag
            index.setdefault(key, []).append((number, compound, held))

    def matching(self, tag: str, attributes: Mapping[str, str]) -> list[_T]:
        candidates = [*self._by_tag.get("", ()), *self._by_tag.get(tag, ())]
        for name in self._by_attribute.keys() & attributes.keys():
            candidates += self._by_attribute[name]
        for name in self._by_class.keys() & attributes.get("class", "").split():
            candidates += self._by_class[name]
        found = [entry for entry in candidates if entry[1].matches(tag, attributes)]
        return [held for _, _, held in sorted(found, key=_number_of)]


def _compile(selector: Selector) -> Rule:
    css, _, value = selector.css.partition("@")
    attribute, _, key = value.partition(":")
    *outer, own = (Compound.read(compound) for compound in css.split())
    return Rule(selector.part, own, tuple(outer), attribute or None, key or None)


_PIECE = re.compile(
    r"""\.(?P<prefix>[\w-]+)\*  |  \.(?P<class>[\w-]+)  |  \#(?P<id>[\w-]+)  |  (?P<tag>[\w-]+)
      | \[(?P<name>[\w:-]+) (?:(?P<operator>[\^$*]?=)(?P<value>[^\]]*))? \]""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Compound:
    """One compound of a selector: all that a single element must have."""

    tag: str = ""
    classes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    """Name, operator (`=`, `^=`, `$=`, `*=`, or nothing for "has it") and value."""

    @classmethod
    def read(cls, css: str) -> "Compound":
        """Read one compound.

        Raises:
            ValueError: if it is written in no form that the module's documentation names.

        """
        pieces = list(_PIECE.finditer(css))
        if "".join(piece[0] for piece in pieces) != css:
            raise ValueError(f"the selector {css!r} is not of a form that layouts use (see extractor.layout.html)")
        return cls(
            tag=next((piece["tag"] for piece in pieces if piece["tag"]), ""),
            classes=tuple(piece["class"] for piece in pieces if piece["class"]),
            prefixes=tuple(piece["prefix"] for piece in pieces if piece["prefix"]),
            attributes=tuple(
                ("id", "=", piece["id"])
                if piece["id"]
                else (piece["name"], piece["operator"] or "", _bare(piece["value"]))
                for piece in pieces
                if piece["id"] or piece["name"]
            ),
        )

    def matches(self, tag: str, attributes: Mapping[str, str]) -> bool:
        """Whether an element with this tag and these attributes is one that the compound describes."""
        if self.tag and tag != self.tag:
            return False
        for name, operator, value in self.attributes:
            if not _compares(attributes.get(name), operator, value):
                return False
        if not (self.classes or self.prefixes):
            return True
        names = attributes.get("class", "").split()
        has_all = all(name in names for name in self.classes)
        return has_all and all(any(name.startswith(start) for name in names) for start in self.prefixes)


def _bare(value: str | None) -> str:
    return (value or "").strip("\"'")


def _compares(held: str | None, operator: str, value: str) -> bool:
    if held is None or not operator:
        return held is not None
    if operator == "=":
        return held == value or value in held.split()
    if operator == "*=":
        return value in held
    return any(word.startswith(value) if operator == "^=" else word.endswith(value) for word in held.split())


def _json_value(text: str, key: str) -> str | None:
    try:
        value = json.loads(text)[key]
    except (ValueError, KeyError, TypeError):
        return None
    return str(value) if isinstance(value, str | int | float) else None
