"""Sections of a page that are not about its question: what else there is to read, forms, who wrote an article."""

import re
from collections.abc import Iterator

from lxml import etree

from extractor import vocabulary
from extractor.readers.html.posts.sections import HEADINGS, SUBHEADINGS, text_on_one_line


def _beginnings() -> re.Pattern[str]:
    """How the headings of such sections begin; behind it a count and a word, but not one for answers."""
    words = vocabulary.table_of("other_sections.toml")
    headings = "|".join(pattern for patterns in words["headings"].values() for pattern in patterns)
    answers = "|".join(words["answers"])
    return re.compile(rf"(?:{headings})\b(?!(?: \w+)?(?: \(?\d+\)?)? (?:{answers})\b)", re.IGNORECASE)


OTHER_SECTION = _beginnings()


def set_aside(root: etree._Element) -> None:
    """Make what stands below such a heading an `aside`: teasers of other questions are built like answers."""
    for heading in list(root.iter(*SUBHEADINGS)):
        if OTHER_SECTION.match(text_on_one_line(heading)):
            for element in list(_below(heading)):
                element.tag = "aside"


def _below(heading: etree._Element) -> Iterator[etree._Element]:
    """The elements between a heading and the next of its level or a higher one."""
    for element in heading.itersiblings():
        if element.tag in HEADINGS and str(element.tag) <= str(heading.tag):
            return
        yield element
