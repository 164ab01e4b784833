"""Kinds of elements: all elements of a page with the same tag and attributes are judged once."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.layout.wordings import patterns_of
from extractor.readers.html.rendering.rendered import Hint
from extractor.readers.html.rendering.selectors import Compound, Rule, Rules

LEVELS = {f"h{level}": level for level in range(1, 7)}
HEADINGS = frozenset(LEVELS)
SUBHEADINGS = tuple(LEVELS)[1:]
"""Headings of what is below the title of a page."""
_ASIDE = patterns_of("parts.toml")["aside"]
_ROLES = frozenset(_ASIDE["roles"])
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ASIDE_CLASS = re.compile(
    rf"(?<!\S)(?!{'|'.join(_ASIDE['having'])})(?:[\w-]*[-_])?(?:{'|'.join(_ASIDE['classes'])})(?!\S)", re.IGNORECASE
)
_MAX_KINDS = 20_000
"""ElementKinds remembered of one layout's pages; addresses and hashes in attributes could make them many."""


@dataclass(frozen=True, slots=True)
class ElementKind:
    """What holds for every element with this tag and these attributes."""

    tag: str
    attributes: Mapping[str, str]
    hint: Hint
    rules: Sequence[Rule] = ()
    surroundings: frozenset[Compound] = frozenset()
    """What selectors ask for around another element, and it is."""
    is_aside: bool = False
    """Its class or role says that it is not what the page is about."""
    is_hidden: bool = False
    """Its attributes say that a reader does not see it."""
    is_plain: bool = True
    """None of the above."""


class ElementKinds:
    """The kinds of element on the pages of one layout, by the beginning of the element as the style sheet writes it."""

    def __init__(self, rules: Rules, separator: str) -> None:
        self._rules = rules
        self._separator = separator
        self._known: dict[str, ElementKind] = {}

    def __getitem__(self, head: str) -> ElementKind:
        kind = self._known.get(head)
        if kind is None:
            if len(self._known) >= _MAX_KINDS:
                self._known.clear()
            kind = self._known[head] = self._judge(head)
        return kind

    def _judge(self, head: str) -> ElementKind:
        tag, *fields = head.split(self._separator)
        attributes = {name: value for name, _, value in (field.partition("=") for field in fields)}
        rules = self._rules.matching(tag, attributes)
        is_aside = not rules and _is_aside(tag, attributes)
        is_hidden = not rules and hides(attributes)
        return ElementKind(
            tag=tag,
            attributes=attributes,
            hint=Hint(tag, LEVELS.get(tag, 0), attributes.get("class", "")),
            rules=rules,
            surroundings=self._rules.surroundings(tag, attributes),
            is_aside=is_aside,
            is_hidden=is_hidden,
            is_plain=not (rules or is_aside or is_hidden),
        )


def _is_aside(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag in ("body", "main", "article"):
        return False
    return attributes.get("role") in _ROLES or _ASIDE_CLASS.search(attributes.get("class", "")) is not None


def hides(attributes: Mapping[str, str]) -> bool:
    """Whether an element with these attributes is not shown."""
    is_unseen = "hidden" in attributes or attributes.get("aria-hidden") == "true"
    return is_unseen or _HIDING.search(attributes.get("style", "")) is not None
