"""A saved page of a site that nobody has described: its posts, and the elements in which the values read of them stand.

A post is the largest element that holds its text and that of no other post.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeAlias

from lxml import etree

from extractor.document import Document
from extractor.layout import Part
from extractor.readers.html.reader import read_html
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.schema_org.likeness import plain
from extractor.records import Answer, Question
from extractor.sites import all_layouts

Values: TypeAlias = Mapping[Part, str | float | None]

HEADINGS = frozenset({"h1", "h2", "h3"})
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BEGINNING = 80
"""Letters of a text by which the element that holds it is found."""
_LONGEST_NUMBER = 40
"""Characters of an element that shows a number with its unit."""
_TEXTS = frozenset({Part.HEADLINE, Part.BODY})
_ATTRIBUTES = {Part.DATE: "datetime", Part.AUTHOR_URL: "href", Part.LINK: "href"}
"""Where such a value may stand instead of in the text."""


class ElementPlace(NamedTuple):
    """Where a value stands: in an element, or in an attribute of it."""

    element: Element
    attribute: str = ""


class SavedPost(NamedTuple):
    """What is read of a post, the element that holds it, and the letters and digits that each of the page's shows."""

    values: Values
    element: Element
    shown: Mapping[Element, str]


class SavedPage:
    """A page, what is read of it without a layout, and where that stands."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.records = read_html(Document(data), all_layouts()[-1:]).records
        root = parse(Document(data)).root
        etree.strip_elements(root, "script", "style", "noscript", "title", with_tail=False)
        self.elements = list(root.iter(etree.Element))
        self._plain = {element: plain("".join(map(str, element.itertext()))) for element in self.elements}
        self.questions: list[SavedPost] = []
        self.answers: list[SavedPost] = []
        for record in self.records[:1]:
            read = [_of_question(record.question), *map(_of_answer, record.answers)]
            posts = _lifted([self._holder(str(values[Part.BODY] or "")) for values in read])
            held = [
                None if element is None else SavedPost(values, element, self._plain)
                for values, element in zip(read, posts, strict=True)
            ]
            self.questions = [post for post in held[:1] if post]
            self.answers = [post for post in held[1:] if post]

    @cached_property
    def titles(self) -> list[ElementPlace]:
        """The first heading that shows the question's title and nothing else, or the first element that does."""
        titles = {plain(record.question.title or "") for record in self.records} - {""}
        shown = [one for one in self.elements if self._plain[one] in titles]
        return [ElementPlace(one) for one in sorted(shown, key=lambda one: one.tag not in HEADINGS)][:1]

    @cached_property
    def counts(self) -> list[ElementPlace]:
        """The smallest elements that show how many answers there are."""
        found = (_number_place(self.elements[::-1], record.declared_answer_count) for record in self.records)
        return [place for place in found if place]

    @cached_property
    def tags(self) -> list[ElementPlace]:
        """The elements that show the tags of the question, and nothing else."""
        tags = {plain(tag) for record in self.records for tag in record.question.tags}
        return [ElementPlace(one) for one in self.elements if self._plain[one] in tags and not len(one)]

    def _holder(self, text: str) -> Element | None:
        """The smallest element that holds the beginning of a text."""
        wanted = plain(text)[:_BEGINNING]
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


def place_of(post: SavedPost, part: Part) -> ElementPlace | None:
    """The smallest element of a post that shows the post's value; of texts the largest, which holds paragraphs."""
    value = post.values.get(part)
    inside = descendants(post.element)[::-1]
    if not isinstance(value, str):
        return _number_place(inside, value)
    if attribute := _ATTRIBUTES.get(part):
        for one in inside:
            held = one.get(attribute, "")
            if len(held) > 1 and value.endswith(held):  # addresses are completed when they are read
                return ElementPlace(one, attribute)
    found = [one for one in inside if _shows(part, post.shown[one], post.values)]
    return ElementPlace(found[-1 if part in _TEXTS else 0]) if found else None


def _shows(part: Part, text: str, values: Values) -> bool:
    """Whether all of an element is the value; a name may have credentials behind it, a byline may hold more."""
    value = plain(str(values[part] or ""))
    named, *others = (plain(str(values.get(one) or "")) for one in (Part.AUTHOR, Part.SPECIALTY, Part.LOCATION))
    if part is Part.AUTHOR:
        return bool(value) and value in text and not any(other and other in text for other in others)
    if part is Part.BYLINE:
        return bool(value) and all(one in text for one in (named, *others))
    return text == value != ""


def _number_place(inside: Sequence[Element], value: float | None) -> ElementPlace | None:
    """The first element that shows the number and no other one, or has it in the attribute for what is not shown."""
    for one in inside if value is not None else ():
        if one.get("content") == f"{value:g}":
            return ElementPlace(one, "content")
        text = "".join(map(str, one.itertext()))
        numbers = _NUMBER.findall(text) if len(text) <= _LONGEST_NUMBER else []
        if [number.replace(",", "") for number in numbers] == [f"{value:g}"]:
            return ElementPlace(one)
    return None


def _lifted(holders: Sequence[Element | None]) -> list[Element | None]:
    """Of each holder the highest element around it in which none of the others stands."""
    lines = [[] if holder is None else [holder, *holder.iterancestors()] for holder in holders]
    shared = Counter(element for line in lines for element in line)
    return [next((one for one in reversed(line) if shared[one] == 1), None) for line in lines]


def descendants(element: Element) -> list[Element]:
    """The elements inside, in page order."""
    return list(element.iterdescendants(etree.Element))
