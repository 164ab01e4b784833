"""What is known of one site's HTML, as facts: which elements hold which part of the record.

A selector is a small part of CSS: compounds of `tag`, `.class`, `#id`, `[attribute]`, `[attribute=value]` and
`[attribute^=value]`, where white space means "inside". Two additions: `.name*` is a class that begins with `name` (the
stable part of a hashed class), and a selector may end with `@attribute`, or `@attribute:key` for a key of the JSON in
that attribute: then the attribute holds the value, not the text.

Selectors are compiled once for each layout and indexed by what their last compound asks for, so that matching an
element costs a dictionary look-up however many selectors there are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import cached_property, lru_cache

from lxml import etree


class Part(Enum):
    """The part of the record that an element holds. Author, place, date and link are those of the post around them."""

    QUESTION = auto()
    """A post: all of the question."""
    ANSWER = auto()
    """A post: all of one answer, its byline included."""
    TITLE = auto()
    COUNT = auto()
    TAG = auto()
    HEADLINE = auto()
    BODY = auto()
    BYLINE = auto()
    """Lines on the author that only the text grammar can tell apart."""
    AUTHOR = auto()
    AUTHOR_URL = auto()
    SPECIALTY = auto()
    LOCATION = auto()
    RATING = auto()
    REVIEWS = auto()
    DATE = auto()
    VOTES = auto()
    ACCEPTED = auto()
    """There only on the accepted answer."""
    LINK = auto()
    """The post's own address."""
    FURNITURE = auto()
    """Not read at all."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a part stands. `guess` marks what nobody has seen on a real page."""

    part: Part
    css: str
    guess: bool = False


@dataclass(frozen=True)
class HtmlFacts:
    """The HTML of one site: how it is known without its address, and where the parts of the record stand."""

    selectors: tuple[Selector, ...] = ()
    signatures: tuple[str, ...] = ()
    """Character strings that only this site's HTML contains."""
    meta: Mapping[str, Part] = field(default_factory=dict)
    """Parts that stand in `<meta name=... content=...>`."""

    @cached_property
    def rules(self) -> "Rules":
        """The selectors, compiled at first use."""
        return Rules(self.selectors)


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled selector: `matches` decides, `attribute` and `key` say where the value is unless it is the text."""

    part: Part
    matches: Callable[[etree._Element], bool]
    attribute: str | None = None
    key: str | None = None


class Rules:
    """The compiled selectors of one layout, found by tag, by class or by attribute."""

    def __init__(self, selectors: tuple[Selector, ...]) -> None:
        self._by_tag: dict[str, list[Rule]] = {}
        self._by_class: dict[str, list[Rule]] = {}
        self._by_prefix: list[tuple[str, Rule]] = []
        self._by_attribute: dict[str, list[Rule]] = {}
        self._for_classes = lru_cache(4096)(self._look_up)  # pages repeat few class attributes many times
        for selector in selectors:
            self._add(selector)

    def matching(self, element: etree._Element, tag: str, attributes: dict[str, str]) -> list[Rule]:
        """The rules that name `element`."""
        candidates = list(self._by_tag.get(tag, ()))
        if classes := attributes.get("class"):
            candidates += self._for_classes(classes)
        for name, rules in self._by_attribute.items():
            if name in attributes:
                candidates += rules
        return [rule for rule in candidates if rule.matches(element)] if candidates else candidates

    def _look_up(self, classes: str) -> tuple[Rule, ...]:
        names = dict.fromkeys(classes.split())
        exact = (rule for name in names for rule in self._by_class.get(name, ()))
        prefixed = (rule for start, rule in self._by_prefix if any(name.startswith(start) for name in names))
        return (*exact, *prefixed)

    def _add(self, selector: Selector) -> None:
        css, _, value = selector.css.partition("@")
        attribute, _, key = value.partition(":")
        compounds = [_Compound(compound) for compound in css.split()]
        rule = Rule(selector.part, _matcher(compounds), attribute or None, key or None)
        last = compounds[-1]
        if last.classes:
            self._by_class.setdefault(last.classes[0], []).append(rule)
        elif last.prefixes:
            self._by_prefix.append((last.prefixes[0], rule))
        elif last.attributes:
            self._by_attribute.setdefault(last.attributes[0][0], []).append(rule)
        else:
            self._by_tag.setdefault(last.tag, []).append(rule)


_PIECE = re.compile(
    r"""\.(?P<prefix>[\w-]+)\*  |  \.(?P<class>[\w-]+)  |  \#(?P<id>[\w-]+)  |  (?P<tag>[\w-]+)
      | \[(?P<name>[\w:-]+) (?:(?P<op>\^?=)(?P<value>[^\]]*))? \]""",
    re.X,
)


class _Compound:
    """One compound of a selector: all that a single element must have."""

    def __init__(self, css: str) -> None:
        self.tag = ""
        self.classes: list[str] = []
        self.prefixes: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        position = 0
        while position < len(css):
            piece = _PIECE.match(css, position)
            if piece is None:
                raise ValueError(f"the selector {css!r} cannot be read from {css[position:]!r} on")
            self._take(piece)
            position = piece.end()

    def matches(self, element: etree._Element) -> bool:
        if self.tag and element.tag != self.tag:
            return False
        names = (element.get("class") or "").split()
        return (
            all(name in names for name in self.classes)
            and all(any(name.startswith(start) for name in names) for start in self.prefixes)
            and all(_compares(element.get(name), operator, value) for name, operator, value in self.attributes)
        )

    def _take(self, piece: re.Match[str]) -> None:
        if piece["tag"]:
            self.tag = piece["tag"]
        elif piece["class"]:
            self.classes.append(piece["class"])
        elif piece["prefix"]:
            self.prefixes.append(piece["prefix"])
        elif piece["id"]:
            self.attributes.append(("id", "=", piece["id"]))
        else:
            self.attributes.append((piece["name"], piece["op"] or "", (piece["value"] or "").strip("\"'")))


def _compares(held: str | None, operator: str, value: str) -> bool:
    if held is None or not operator:
        return held is not None
    return held.startswith(value) if operator == "^=" else value in (held, *held.split())


def _matcher(compounds: list[_Compound]) -> Callable[[etree._Element], bool]:
    *outer, last = compounds

    def matches(element: etree._Element) -> bool:
        if not last.matches(element):
            return False
        wanted = list(outer)
        for ancestor in element.iterancestors():
            if not wanted:
                break
            if wanted[-1].matches(ancestor):
                wanted.pop()
        return not wanted

    return matches
