"""schema.org in a page's elements (microdata and RDFa), as facts: the same form as a site's own selectors.

The first selector that fits an element decides, so what stands on an author or a comment comes before what stands on
the post around it.
"""

from functools import partial
from typing import NamedTuple, cast

from lxml import etree

from extractor.layout import HtmlFacts, Part, Selector


class _Kinds(NamedTuple):
    """The elements of each type that posts have."""

    question: str
    answer: str
    comment: str
    thread: str


def _markup(type_name: str, name: str) -> tuple[Selector, ...]:
    """The selectors for one way of marking up: the attributes that hold an item's type and a property's name."""
    types = ("Question", "Answer", "Comment", "DiscussionForumPosting")
    kinds = _Kinds(*(f"[{type_name}$={kind}]" for kind in types))
    return (
        *(Selector(Part.FURNITURE, f"[{type_name}$={kind}] {kinds.question}") for kind in ("ItemList", "Quiz")),
        Selector(Part.ANSWER, f"{kinds.thread} {kinds.comment}"),
        Selector(Part.FURNITURE, kinds.comment),
        Selector(Part.ANSWER, kinds.answer),
        Selector(Part.QUESTION, kinds.question),
        Selector(Part.QUESTION, kinds.thread),
        Selector(Part.ACCEPTED, f"[{name}=acceptedAnswer]@{name}"),
        *_author(name),
        Selector(Part.LINK, f"[{name}=url]@href"),
        *_post(name, kinds),
    )


def _post(name: str, kinds: _Kinds) -> tuple[Selector, ...]:
    """What stands in a post beside its author."""
    text, value = partial(_text, name), partial(_value, name)
    return (
        text(Part.HEADLINE, "name", kinds.answer),
        text(Part.HEADLINE, "headline", f"{kinds.thread} {kinds.comment}"),
        *value(Part.TITLE, "name", kinds.question),
        text(Part.TITLE, "headline"),
        *value(Part.BODY, "text"),
        text(Part.BODY, "articleBody", kinds.thread),
        *value(Part.COUNT, "answerCount"),
        *value(Part.COUNT, "commentCount", kinds.thread),
        *value(Part.VOTES, "upvoteCount"),
        *value(Part.DATE, "dateCreated"),
        *value(Part.DATE, "datePublished"),
        text(Part.TAG, "keywords"),
    )


def _author(name: str) -> tuple[Selector, ...]:
    """What stands on the author of a post."""
    author = f"[{name}=author]"
    text, value = partial(_text, name, inside=author), partial(_value, name, inside=author)
    return (
        *value(Part.AUTHOR, "name"),
        *value(Part.AUTHOR, "givenName"),
        *value(Part.NAME_PART, "familyName"),
        *value(Part.NAME_PART, "honorificSuffix"),
        Selector(Part.AUTHOR_URL, f"{author} [{name}=url]@href"),
        *value(Part.SPECIALTY, "medicalSpecialty"),
        *value(Part.SPECIALTY, "jobTitle"),
        *value(Part.LOCATION, "addressLocality"),
        *value(Part.PLACE_PART, "addressRegion"),
        *value(Part.RATING, "ratingValue"),
        *value(Part.BEST_RATING, "bestRating"),
        *value(Part.REVIEWS, "reviewCount"),
        *value(Part.REVIEWS, "ratingCount"),
        *(Selector(Part.IGNORED, f"{author} [{name}=address][{scope}]") for scope in ("itemscope", "typeof")),
        text(Part.LOCATION, "address"),
        Selector(Part.IGNORED, f"{author}[itemscope]"),
        Selector(Part.IGNORED, f"{author}[typeof]"),
        _text(name, Part.AUTHOR, "author"),
    )


def _text(name: str, part: Part, prop: str, inside: str = "") -> Selector:
    return Selector(part, f"{inside} [{name}={prop}]")


def _value(name: str, part: Part, prop: str, inside: str = "") -> tuple[Selector, ...]:
    """A value from an attribute, else from the text."""
    named = f"{inside} [{name}={prop}]"
    return (
        Selector(part, f"{inside} meta[{name}={prop}]@content"),
        Selector(part, f"{named}@datetime"),
        Selector(part, f"{named}@content"),
        Selector(part, named),
    )


_AUTHORS = etree.XPath(
    "//*[contains(@itemtype, '/Answer')]//*[@itemprop='author']/@itemtype"
    "| //*[contains(@typeof, 'Answer')]//*[contains(@property, 'author')]/@typeof"
)


def are_of_firms(root: etree._Element) -> bool:
    """Whether all answers that say of what kind their author is are those of organizations."""
    kinds = [str(kind) for kind in cast("list[str]", _AUTHORS(root))]
    return bool(kinds) and all(kind.endswith("Organization") for kind in kinds)


TYPE_ATTRIBUTES = (b"itemtype=", b"typeof=")
"""What every page with such markup has in it."""

MARKUP = HtmlFacts(selectors=(*_markup("itemtype", "itemprop"), *_markup("typeof", "property")))
