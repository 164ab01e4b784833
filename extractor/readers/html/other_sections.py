"""Sections of a page that are not about its question: what else there is to read, forms, who wrote an article."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import takewhile

from lxml import etree

from extractor.layout import writers
from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.readers.html.rendering.elements import HEADINGS, SUBHEADINGS
from extractor.readers.people.names import is_titled_name

_ANSWERED = re.compile(rf"(?<!\s)\s++{writers.answered()}$", re.IGNORECASE)
"""Behind the name of who answered."""
_LEAST_TITLE, _LEAST_WORDS = 12, 3
"""Characters of the title of a page, and blanks in one that is no heading: names, topics and buttons are shorter."""

_FEW_SPACES = re.compile(r"[\u0e00-\u0eff\u3040-\ud7a3]")
"""Letters of Thai, Lao, Japanese, Chinese and Korean, in which a title may be a word or two."""

_BLOCKS = ("div", "section", "p", "form", "li", "a")
_BOXES = ("div", "article", "section", "li")
_LONGEST_OFFER = 400
"""Characters of a block that stands beside the subject of a page, whatever it is called."""


def set_aside(root: etree._Element) -> None:
    """Make what stands below such a heading an `aside`, and teasers of other pages: they are built like answers."""
    for heading in list(root.iter(*SUBHEADINGS)):
        if words.OTHER_SECTION.match(text_on_one_line(heading)):
            for element in list(_below(heading)):
                element.tag = "aside"
    called = [block for block in root.iter(*_BLOCKS) if block.get("class")]
    for block in [*_teasers(root), *filter(_is_offer, called)]:
        block.tag = "aside"


def _is_offer(block: etree._Element) -> bool:
    """Whether a block is called an advertisement or the like, is short, and holds no title."""
    if not words.has(words.OFFER, block.get("class", "")):
        return False
    return len(text_on_one_line(block)) <= _LONGEST_OFFER and next(block.iter("h1", "h2"), None) is None


def _teasers(root: etree._Element) -> Iterator[etree._Element]:
    """Blocks beside each other, each of which begins with the title of another page that leads there."""
    told = cache(text_on_one_line)  # a block is asked for each of its links
    titles = [link for link in root.iter("a") if _may_be_title(link) and _is_title(link, told)]
    around = Counter(outer for link in titles for outer in link.iterancestors())
    alone = (list(takewhile(lambda outer: around[outer] == 1, link.iterancestors())) for link in titles)
    outmost = [(outer[-1], link) for link, outer in zip(titles, alone, strict=True) if outer]
    blocks = [block for block, link in outmost if told(block).startswith(told(link))]
    beside = Counter(block.getparent() for block in blocks)
    return (block for block in blocks if beside[block.getparent()] > 1)


def _may_be_title(link: etree._Element) -> bool:
    """Whether a link is long enough for the title of a page: a quick look, as pages have many that are not."""
    return len(link) > 0 or len(link.text or "") >= _LEAST_TITLE


def _is_title(link: etree._Element, told: Callable[[etree._Element], str]) -> bool:
    """Whether a link stands alone in a block, or above all in it, and may be the title of another page; no name is.

    `told` gives the text of an element on one line.
    """
    block, text, address = link.getparent(), told(link), link.get("href") or "#"
    is_here = "#" in address or words.PROFILE.search(address) is not None
    if block is None or is_here or len(text) < _LEAST_TITLE or is_titled_name(_ANSWERED.sub("", text)):
        return False
    is_heading = block.tag in SUBHEADINGS
    is_long = text.count(" ") >= _LEAST_WORDS or _FEW_SPACES.search(text) is not None
    is_above = block.tag in _BOXES and block[0] is link and not f"{block.text or ''}{link.tail or ''}".strip()
    is_alone = told(block) == text or is_above
    return is_alone and (is_heading or (is_long and ":" not in address))


def _below(heading: etree._Element) -> Iterator[etree._Element]:
    """The elements between a heading and the next of its level or a higher one."""
    for element in heading.itersiblings():
        if element.tag in HEADINGS and str(element.tag) <= str(heading.tag):
            return
        yield element
