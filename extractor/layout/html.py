"""What is known of one site's HTML, as facts: which elements hold which part of the record.

A selector is a small part of CSS: compounds of `tag`, `.class`, `#id`, `[attribute]`, `[attribute=value]`, and `^=`,
`$=`, `*=` for how one of a value's words begins, ends and what it holds; white space means "inside". Two additions:
`.name*` is a class that begins with `name` (the stable part of a hashed class), and a selector may end with
`@attribute`, or `@attribute:key` for a key of the JSON in that attribute: then the attribute holds the value, not the
text. A selector for an element that text pages have no use for (`button`, `img`, `meta`, custom ones) or for the page's
own `aside`, `header` or `footer` must name the tag.

The first selector that fits an element says what its text is, the first for each attribute what that is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, auto
from functools import cached_property

from extractor.layout.wordings import patterns_of


class Part(IntEnum):
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
    QUOTE = auto()
    """In a post, the words of another one."""
    BYLINE = auto()
    """Lines on the author that only the text grammar can tell apart."""
    AUTHOR = auto()
    MEMBER = auto()
    """The name that a member of a forum goes by: kept as printed, whatever it looks like."""
    ROLE = auto()
    """What a site calls its author."""
    COMMENT = auto()
    """A remark below a post: counted, not read."""
    NAME_PART = auto()
    """What belongs behind the author's first name, where each part has an element: family name, credentials."""
    AUTHOR_URL = auto()
    SPECIALTY = auto()
    LOCATION = auto()
    PLACE_PART = auto()
    """What belongs behind the place, where it has an element of its own: the region."""
    RATING = auto()
    BEST_RATING = auto()
    """The end of the rating's scale, where it is not 5."""
    REVIEWS = auto()
    DATE = auto()
    VOTES = auto()
    ACCEPTED = auto()
    """There only on the accepted answer."""
    LINK = auto()
    """The post's own address."""
    FURNITURE = auto()
    """Not read at all."""
    REST = auto()
    """Text of a post that is part of no field; no selector names it."""
    IGNORED = auto()
    """Read as text, but none of what a later selector says."""


POSTS = (Part.QUESTION, Part.ANSWER)


@dataclass(frozen=True, slots=True)
class Selector:
    """Where a part stands. `guess` marks what nobody has seen on a real page."""

    part: Part
    css: str
    guess: bool = False


def usual_selectors() -> Iterator[Selector]:
    """Where parts of posts stand on sites of all kinds, as `parts.toml` names them."""
    for name, selectors in patterns_of("parts.toml")["parts"].items():
        yield from (Selector(Part[name], css) for css in selectors)


_SIGNED = 32_000
"""Bytes of a page in which signatures are looked for: its head and the beginning of its body."""


@dataclass(frozen=True, eq=False)
class HtmlFacts:
    """The HTML of one site: how it is known without its address, and where the parts of the record stand."""

    selectors: tuple[Selector, ...] = ()
    signatures: tuple[str, ...] = ()
    """Character strings that only this site's HTML contains."""
    asks_first: bool = False
    """All posts look alike, and the first is the question (forums)."""
    meta: Mapping[str, Part] = field(default_factory=dict)
    """Parts that stand in `<meta name=... content=...>`."""

    @cached_property
    def _signatures(self) -> tuple[bytes, ...]:
        return tuple(signature.encode() for signature in self.signatures)

    def signs(self, data: bytes) -> bool:
        """Whether the page, in UTF-8, carries one of the signatures in its first part."""
        return any(data.find(signature, 0, _SIGNED) >= 0 for signature in self._signatures)


VOTED = "x-votes"
"""The attribute that notes the votes that a button of a post shows, which is no text."""
RATED, REVIEWED = "x-rating", "x-reviews"
"""The attributes that note what an element of a post shows in stars, and how many reviews stand behind it."""
UNCLEAR = "?"
"""What is noted of stars whose number is not clear."""
QUOTED = "x-quote"
"""The attribute that marks a quote of another post in a post found by its shape."""
MARK = "x-post"
"""The attribute that marks a post found by its shape: the selectors of the generic layout ask for it."""
