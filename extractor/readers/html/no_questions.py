"""What lines alone take for a question with answers, and markup tells apart: lists of pages, and doctors' profiles."""

from collections.abc import Iterator

from lxml import etree

from extractor.readers.html.posts.above import is_film
from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.readers.html.rendering.elements import SUBHEADINGS
from extractor.readers.people.names import is_titled_name, name_fields
from extractor.records import QAPage

_FEWEST = 2
_TITLE_WORDS = 3
"""Words beside a doctor's name in the title of a profile."""


def asks_nothing(record: QAPage, root: etree._Element) -> bool:
    """Whether the record's texts hold titles of other pages, or the page is about the one who answers all."""
    return _is_profile(record) or _is_list(record, root)


def may_ask_nothing(record: QAPage, root: etree._Element, *, is_read_by_line: bool) -> bool:
    """Whether the title is a doctor's name, as that of a profile or of a house; or one answer may be told in a film."""
    is_lone = is_read_by_line and record.question.body is None and len(record.answers) == 1
    return is_titled_name(record.question.title or "") or (is_lone and any(map(is_film, root.iter("iframe", "video"))))


def is_about_who_answers(record: QAPage) -> bool:
    """Whether the title is the name of one who answers, and nothing else: he replies to what is said of him."""
    title = _bare_name(record.question.title or "")
    names = (answer.doctor.name for answer in record.answers if answer.doctor and answer.doctor.name)
    return " " in title and any(_bare_name(name) == title for name in names)


def _bare_name(text: str) -> str:
    """The name without titles and credentials, where a text is one."""
    fields = name_fields(text, 0)
    return fields.name.value if fields and fields.name else text


def _is_profile(record: QAPage) -> bool:
    """Whether all answers are those of the doctor whose name is the title: to reviews, for one."""
    names = {answer.doctor.name if answer.doctor else None for answer in record.answers}
    name, title = names.pop() if len(names) == 1 else None, record.question.title or ""
    if name is None or name not in title or len(record.answers) < _FEWEST:
        return False
    return len(title.replace(name, "").split()) <= _TITLE_WORDS


def _is_list(record: QAPage, root: etree._Element) -> bool:
    """Whether several lines of the question and its answers are headings that lead elsewhere."""
    texts = [record.question.body, *(text for one in record.answers for text in (one.headline, one.body))]
    lines = {line for text in texts if text for line in text.split("\n")}
    return len(lines & set(_linked_headings(root))) >= _FEWEST


def _linked_headings(root: etree._Element) -> Iterator[str]:
    for heading in root.iter(*SUBHEADINGS):
        text = text_on_one_line(heading)
        links = (link for link in heading.iter("a") if not (link.get("href") or "#").startswith("#"))
        if any(text_on_one_line(link) == text for link in links):
            yield text
