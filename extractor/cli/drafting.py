"""A draft of a site's facts, told from pages of it: where in the markup those values stand that are read without them.

Each page is read as one of no known site. A part's selector is the mark that the elements with its values share, and
few others have.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.cli.saved_page import HEADINGS, ElementPlace, SavedPage, SavedPost, descendants, place_of
from extractor.document import Document
from extractor.layout import HtmlFacts, Layout, Part, Selector
from extractor.readers.html.posts.shapes import HASHED
from extractor.readers.html.reader import read_html
from extractor.readers.html.rendering.lxml_names import Element
from extractor.records import QAPage
from extractor.sites import all_layouts

_NAME = re.compile(r"[\w-]+")
_NUMBERED = re.compile(r"([A-Za-z][\w-]*(?<!\d))\d+")
_LEAST_FIT = 0.5
"""F1 of the elements with a selector against those with the part's values; what fits worse is another thing's mark."""
_IN_BYLINE = {Part.AUTHOR, Part.SPECIALTY, Part.LOCATION, Part.RATING, Part.REVIEWS}
"""What the text grammar tells from a byline as a whole."""
_FACTS = {"question", "declared_answer_count", "answers"}


@dataclass(frozen=True, slots=True)
class Draft:
    """Facts of a site, all of them guesses.

    With the selectors of `dropped` less would be read; the parts of `unplaced` are read without any selector.
    """

    facts: HtmlFacts
    dropped: tuple[Selector, ...]
    unplaced: tuple[Part, ...]


def draft(pages: Sequence[bytes]) -> Draft:
    """What can be told from pages of one site, which are read no worse with it than without.

    Raises:
        UnreadableDocument: if a page cannot be read.

    """
    seen = [page for page in map(SavedPage, pages) if page.answers]
    whole = _told(seen)
    facts = _no_worse(whole, seen)
    placed = {selector.part for selector in facts.selectors}
    placed |= _IN_BYLINE if Part.BYLINE in placed else set()
    wanted = {part: None for page in seen for post in page.answers for part, value in post.values.items() if value}
    dropped = tuple(selector for selector in whole.selectors if selector not in facts.selectors)
    return Draft(facts, dropped, tuple(part for part in wanted if part not in placed))


def _told(pages: Sequence["SavedPage"]) -> HtmlFacts:
    """All that can be told, whatever is read with it."""
    everything = [page.elements for page in pages]
    answer = _shared([[ElementPlace(post.element) for post in page.answers] for page in pages], everything)
    questions = [post.element for page in pages for post in page.questions]
    asks_first = bool(questions) and all(answer in list(_selectors(question, "")) for question in questions)
    asked = (
        None
        if asks_first
        else _shared([[ElementPlace(one.element) for one in page.questions] for page in pages], everything)
    )
    found = list(_of_page(pages))
    if asked:
        found += [Selector(Part.QUESTION, asked, guess=True), *_of_posts(asked, [page.questions for page in pages])]
    if answer:
        found += [Selector(Part.ANSWER, answer, guess=True), *_of_posts(answer, [page.answers for page in pages])]
    return HtmlFacts(tuple(found), asks_first=asks_first)


def _of_page(pages: Sequence["SavedPage"]) -> Iterator[Selector]:
    everything = [page.elements for page in pages]
    for part, places in (
        (Part.TITLE, [page.titles for page in pages]),
        (Part.COUNT, [page.counts for page in pages]),
        (Part.TAG, [page.tags for page in pages]),
    ):
        if css := _shared(places, everything):
            yield Selector(part, css, guess=True)


def _of_posts(post: str, pages: Sequence[Sequence[SavedPost]]) -> Iterator[Selector]:
    """Selectors of the parts of posts that are found by `post`."""
    inside = [[one for post in posts for one in descendants(post.element)] for posts in pages]
    for part in {part: None for posts in pages for post_ in posts for part in post_.values}:
        places = [[place for one in posts if (place := place_of(one, part))] for posts in pages]
        if css := _shared(places, inside):
            yield Selector(part, f"{post} {css}", guess=True)


def _shared(places: Sequence[Sequence[ElementPlace]], scopes: Sequence[Sequence[Element]]) -> str | None:
    """The selector that fits the places best, among all elements in question; None if none fits well."""
    wanted = Counter(css for page in places for place in page for css in _selectors(place.element, place.attribute))
    total = sum(map(len, places))
    attributes = {place.attribute for page in places for place in page}
    found = Counter(css for page in scopes for one in page for name in attributes for css in _selectors(one, name))
    fits = {css: 2 * count / (total + found[css]) for css, count in wanted.items()}
    best = max(fits, key=lambda css: fits[css], default=None)
    return best if best and fits[best] >= _LEAST_FIT else None


def _selectors(element: Element, attribute: str) -> Iterator[str]:
    """What an element is told by: a class (of a hashed one its stable part), a property, a tag below a class."""
    value = f"@{attribute}" if attribute else ""
    names = _classes(element)
    yield from (f"{name}{value}" for name in names)
    yield from (f"[itemprop={name}]{value}" for name in (element.get("itemprop") or "").split())
    if numbered := _NUMBERED.fullmatch(element.get("id") or ""):
        yield f"[id^={numbered[1]}]{value}"
    around = next((name for outer in element.iterancestors() for name in _classes(outer)), "")
    if not names and (around or element.tag in HEADINGS):
        yield f"{around} {element.tag}{value}".strip()


def _classes(element: Element) -> list[str]:
    names = (name for name in (element.get("class") or "").split() if _NAME.fullmatch(name))
    return [f".{hashed[1]}*" if (hashed := HASHED.fullmatch(name)) else f".{name}" for name in names]


def _no_worse(facts: HtmlFacts, pages: Sequence[SavedPage]) -> HtmlFacts:
    """The facts without those selectors with which less is read: one after the other, that first which costs most."""
    lost = _lost(facts, pages)
    while lost and facts.selectors:
        parts = facts.selectors
        fewer = [replace(facts, selectors=parts[:i] + parts[i + 1 :]) for i in range(len(parts))]
        lost, number = min((_lost(one, pages), -i) for i, one in enumerate(fewer))
        facts = fewer[-number]
    return facts


def _lost(facts: HtmlFacts, pages: Sequence[SavedPage]) -> int:
    """How many values are read without these facts and not with them."""
    return sum(len(_values(page.records) - _values(read_by(facts, page.data))) for page in pages)


def read_by(facts: HtmlFacts, data: bytes, name: str = "draft") -> Sequence[QAPage]:
    """What a page gives with these facts; if there are none, as a page of a site that nobody has described.

    Raises:
        UnreadableDocument: if it cannot be read.

    """
    layouts = (Layout(name=name, html=facts),) if facts.selectors else all_layouts()[-1:]
    return read_html(Document(data), layouts).records


def _values(records: Sequence[QAPage]) -> set[str]:
    """What is said in records, each value with its place."""
    shown = [record.model_dump(mode="json", include=_FACTS, exclude_defaults=True) for record in records]
    return set(_leaves(shown, ""))


def _leaves(value: object, place: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            if name != "confidence":
                yield from _leaves(inner, f"{place}/{name}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{place}/{number}")
    else:
        yield f"{place}={value}"
