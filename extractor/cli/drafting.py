"""A draft of a site's facts, told from pages of it: where in the markup those values stand that are read without them.

Each page is read as one of no known site. An answer's post is the largest element that holds its text and that of no
other answer; a part's selector is the mark that the elements with its values share, and few others have.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple, TypeAlias

from lxml import etree

from extractor.document import Document
from extractor.layout import HtmlFacts, Layout, Part, Selector
from extractor.readers.html.posts.words import HASHED
from extractor.readers.html.reader import read_html
from extractor.readers.html.rendering.parse import parse
from extractor.records import Answer, QAPage, Question
from extractor.sites import all_layouts

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it
Values: TypeAlias = Mapping[Part, str | float | None]

_NOT_WORD = re.compile(r"\W+")
_NAME = re.compile(r"[\w-]+")
_NUMBERED = re.compile(r"([A-Za-z][\w-]*?)\d+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BEGINNING = 80
"""Letters of a text by which the element that holds it is found."""
_LONGEST_NUMBER = 40
"""Characters of an element that shows a number with its unit."""
_LEAST_FIT = 0.5
"""F1 of the elements with a selector against those with the part's values; what fits worse is another thing's mark."""
_HEADINGS = frozenset({"h1", "h2", "h3"})
_TEXTS = frozenset({Part.HEADLINE, Part.BODY})
_ATTRIBUTES = {Part.DATE: "datetime", Part.AUTHOR_URL: "href", Part.LINK: "href"}
"""Where such a value may stand instead of in the text."""
_FACTS = {"question", "declared_answer_count", "answers"}


@dataclass(frozen=True, slots=True)
class Draft:
    """Facts of a site, all of them guesses.

    With the selectors of `dropped` less would be read; the parts of `unplaced` are read without any selector.
    """

    facts: HtmlFacts
    dropped: tuple[Selector, ...]
    unplaced: tuple[Part, ...]


class _Place(NamedTuple):
    """Where a value stands: in an element, or in an attribute of it."""

    element: Element
    attribute: str = ""


class _Post(NamedTuple):
    """What is read of a post, and the element that holds it."""

    values: Values
    element: Element


def draft(pages: Sequence[bytes]) -> Draft:
    """What can be told from pages of one site, which are read no worse with it than without.

    Raises:
        UnreadableDocument: if a page cannot be read.

    """
    seen = [page for page in map(_Page, pages) if page.answers]
    whole = _told(seen)
    facts = _no_worse(whole, seen)
    placed = {selector.part for selector in facts.selectors}
    wanted = {part: None for page in seen for post in page.answers for part, value in post.values.items() if value}
    dropped = tuple(selector for selector in whole.selectors if selector not in facts.selectors)
    return Draft(facts, dropped, tuple(part for part in wanted if part not in placed))


def _told(pages: Sequence["_Page"]) -> HtmlFacts:
    """All that can be told, whatever is read with it."""
    everything = [page.elements for page in pages]
    answer = _shared([[_Place(post.element) for post in page.answers] for page in pages], everything)
    questions = [post.element for page in pages for post in page.questions]
    asks_first = bool(questions) and all(answer in list(_selectors(question, "")) for question in questions)
    asked = (
        None if asks_first else _shared([[_Place(one.element) for one in page.questions] for page in pages], everything)
    )
    found = list(_of_page(pages))
    if asked:
        found += [Selector(Part.QUESTION, asked, guess=True), *_of_posts(asked, [page.questions for page in pages])]
    if answer:
        found += [Selector(Part.ANSWER, answer, guess=True), *_of_posts(answer, [page.answers for page in pages])]
    return HtmlFacts(tuple(found), asks_first=asks_first)


def _of_page(pages: Sequence["_Page"]) -> Iterator[Selector]:
    everything = [page.elements for page in pages]
    for part, places in (
        (Part.TITLE, [page.titles for page in pages]),
        (Part.COUNT, [page.counts for page in pages]),
        (Part.TAG, [page.tags for page in pages]),
    ):
        if css := _shared(places, everything):
            yield Selector(part, css, guess=True)


def _of_posts(post: str, pages: Sequence[Sequence[_Post]]) -> Iterator[Selector]:
    """Selectors of the parts of posts that are found by `post`."""
    inside = [[one for post in posts for one in _descendants(post.element)] for posts in pages]
    for part in {part: None for posts in pages for post_ in posts for part in post_.values}:
        places = [[place for one in posts if (place := _place(one, part))] for posts in pages]
        if css := _shared(places, inside):
            yield Selector(part, f"{post} {css}", guess=True)


class _Page:
    """A page, what is read of it without a layout, and where that stands."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.records = read_html(Document(data), all_layouts()[-1:]).records
        root = parse(Document(data)).root
        etree.strip_elements(root, "script", "style", "noscript", "title", with_tail=False)
        self.elements = list(root.iter(etree.Element))
        self._plain = {element: _plain_text(element) for element in self.elements}
        self.questions: list[_Post] = []
        self.answers: list[_Post] = []
        for record in self.records[:1]:
            read = [_of_question(record.question), *map(_of_answer, record.answers)]
            posts = _lifted([self._holder(str(values[Part.BODY] or "")) for values in read])
            held = [
                None if element is None else _Post(values, element) for values, element in zip(read, posts, strict=True)
            ]
            self.questions = [post for post in held[:1] if post]
            self.answers = [post for post in held[1:] if post]

    @cached_property
    def titles(self) -> list[_Place]:
        """The first heading that shows the question's title and nothing else, or the first element that does."""
        titles = {_plain(record.question.title or "") for record in self.records} - {""}
        shown = [one for one in self.elements if self._plain[one] in titles]
        return [_Place(one) for one in sorted(shown, key=lambda one: one.tag not in _HEADINGS)][:1]

    @cached_property
    def counts(self) -> list[_Place]:
        """The smallest elements that show how many answers there are."""
        found = (_number_place(self.elements[::-1], record.declared_answer_count) for record in self.records)
        return [place for place in found if place]

    @cached_property
    def tags(self) -> list[_Place]:
        """The elements that show the tags of the question, and nothing else."""
        tags = {_plain(tag) for record in self.records for tag in record.question.tags}
        return [_Place(one) for one in self.elements if self._plain[one] in tags and not len(one)]

    def _holder(self, text: str) -> Element | None:
        """The smallest element that holds the beginning of a text."""
        wanted = _plain(text)[:_BEGINNING]
        holders = [one for one in reversed(self.elements) if wanted and wanted in self._plain[one]]
        return min(holders, key=lambda one: len(self._plain[one]), default=None)


def _of_question(question: Question) -> Values:
    return {
        Part.BODY: question.body,
        Part.MEMBER: question.asker,
        Part.LOCATION: question.location,
        Part.DATE: question.asked_at,
        Part.VOTES: question.votes,
    }


def _of_answer(answer: Answer) -> Values:
    doctor = answer.doctor
    values = {
        Part.HEADLINE: answer.headline,
        Part.BODY: answer.body,
        Part.DATE: answer.answered_at,
        Part.VOTES: answer.votes,
        Part.LINK: answer.url,
    }
    if not doctor:
        return values
    is_professional = bool(doctor.credentials or doctor.specialty)
    return values | {
        Part.AUTHOR if is_professional else Part.MEMBER: doctor.name,
        Part.BYLINE: " ".join(filter(None, [doctor.name, doctor.specialty, doctor.location]))
        if is_professional
        else None,
        Part.ROLE: doctor.role,
        Part.SPECIALTY: doctor.specialty,
        Part.LOCATION: doctor.location,
        Part.RATING: doctor.rating,
        Part.REVIEWS: doctor.reviews,
        Part.AUTHOR_URL: doctor.url,
    }


def _place(post: _Post, part: Part) -> _Place | None:
    """The smallest element of a post that shows the post's value; of texts the largest, which holds paragraphs."""
    value = post.values.get(part)
    inside = _descendants(post.element)[::-1]
    if not isinstance(value, str):
        return _number_place(inside, value)
    if attribute := _ATTRIBUTES.get(part):
        for one in inside:
            held = one.get(attribute, "")
            if len(held) > 1 and value.endswith(held):  # addresses are completed when they are read
                return _Place(one, attribute)
    found = [one for one in inside if _shows(part, one, post.values)]
    return _Place(found[-1 if part in _TEXTS else 0]) if found else None


def _shows(part: Part, element: Element, values: Values) -> bool:
    """Whether all of an element is the value; a name may have credentials behind it, a byline may hold more."""
    text, value = _plain_text(element), _plain(str(values[part] or ""))
    named, *others = (_plain(str(values.get(one) or "")) for one in (Part.AUTHOR, Part.SPECIALTY, Part.LOCATION))
    if part is Part.AUTHOR:
        return bool(value) and value in text and not any(other and other in text for other in others)
    if part is Part.BYLINE:
        return bool(value) and all(one in text for one in (named, *others))
    return text == value != ""


def _number_place(inside: Sequence[Element], value: float | None) -> _Place | None:
    """The first element that shows the number and no other one, or has it in the attribute for what is not shown."""
    for one in inside if value is not None else ():
        if one.get("content") == f"{value:g}":
            return _Place(one, "content")
        text = "".join(map(str, one.itertext()))
        numbers = _NUMBER.findall(text) if len(text) <= _LONGEST_NUMBER else []
        if [number.replace(",", "") for number in numbers] == [f"{value:g}"]:
            return _Place(one)
    return None


def _lifted(holders: Sequence[Element | None]) -> list[Element | None]:
    """Of each holder the highest element around it in which none of the others stands."""
    lines = [[] if holder is None else [holder, *holder.iterancestors()] for holder in holders]
    shared = Counter(element for line in lines for element in line)
    return [next((one for one in reversed(line) if shared[one] == 1), None) for line in lines]


def _descendants(element: Element) -> list[Element]:
    return list(element.iterdescendants(etree.Element))


def _plain_text(element: Element) -> str:
    return _plain("".join(map(str, element.itertext())))


def _plain(text: str) -> str:
    """Letters and digits alone."""
    return _NOT_WORD.sub("", text).casefold()


def _shared(places: Sequence[Sequence[_Place]], scopes: Sequence[Sequence[Element]]) -> str | None:
    """The selector that fits the places best, among all elements in question; None if none fits well."""
    wanted = Counter(css for page in places for place in page for css in _selectors(place.element, place.attribute))
    total = sum(map(len, places))
    attributes = {place.attribute for page in places for place in page}
    found = Counter(css for page in scopes for one in page for name in attributes for css in _selectors(one, name))
    fits = {css: 2 * count / (total + found[css]) for css, count in wanted.items()}
    best = max(fits, key=lambda css: fits[css], default=None)
    return best if best and fits[best] >= _LEAST_FIT else None


def _selectors(element: Element, attribute: str) -> Iterator[str]:
    """What an element is told by: a class (of a hashed one its stable part), a property, a tag below one with a class."""
    value = f"@{attribute}" if attribute else ""
    names = _classes(element)
    yield from (f"{name}{value}" for name in names)
    yield from (f"[itemprop={name}]{value}" for name in (element.get("itemprop") or "").split())
    if numbered := _NUMBERED.fullmatch(element.get("id") or ""):
        yield f"[id^={numbered[1]}]{value}"
    around = next((name for outer in element.iterancestors() for name in _classes(outer)), "")
    if not names and (around or element.tag in _HEADINGS):
        yield f"{around} {element.tag}{value}".strip()


def _classes(element: Element) -> list[str]:
    names = (name for name in (element.get("class") or "").split() if _NAME.fullmatch(name))
    return [f".{hashed[1]}*" if (hashed := HASHED.fullmatch(name)) else f".{name}" for name in names]


def _no_worse(facts: HtmlFacts, pages: Sequence[_Page]) -> HtmlFacts:
    """The facts without those selectors with which less is read: one after the other, that first which costs most."""
    lost = _lost(facts, pages)
    while lost and facts.selectors:
        parts = facts.selectors
        fewer = [replace(facts, selectors=parts[:i] + parts[i + 1 :]) for i in range(len(parts))]
        lost, number = min((_lost(one, pages), -i) for i, one in enumerate(fewer))
        facts = fewer[-number]
    return facts


def _lost(facts: HtmlFacts, pages: Sequence[_Page]) -> int:
    """How many values are read without these facts and not with them."""
    layout = Layout(name="draft", html=facts)
    return sum(
        len(_values(page.records) - _values(read_html(Document(page.data), (layout,)).records)) for page in pages
    )


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
