"""Sections of a page that are not about its question: what else there is to read, forms, who wrote an article."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import takewhile
from typing import TypeAlias

from lxml import etree

from extractor.layout import writers
from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.readers.html.posts.shapes import tokens
from extractor.readers.html.rendering.elements import HEADINGS, SUBHEADINGS
from extractor.readers.people.names import is_titled_name
from extractor.vocabulary import has_question_mark

_Kind: TypeAlias = tuple[str, tuple[str, ...]]
"""The tag of an element, and its classes without numbers."""

_ANSWERED = re.compile(rf"(?<!\s)\s++{writers.answered()}$", re.IGNORECASE)
"""Behind the name of who answered."""
_LEAST_TITLE, _LEAST_WORDS = 12, 3
"""Characters of the title of a page, and blanks in one that is no heading: names, topics and buttons are shorter."""
_LABEL, _SEVERAL = 12, 2
"""Characters of a label in front of a title: "Related"; blocks that are several."""

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
    """Blocks beside each other, each of which begins with the title of another page that leads there.

    One alone is of another question if those beside it are built like it, and begin with none.
    """
    told = cache(text_on_one_line)  # a block is asked for each of its links
    titles = [link for link in root.iter("a") if _may_be_title(link) and _is_title(link, told)]
    around = Counter(outer for link in titles for outer in link.iterancestors())
    alone = (list(takewhile(lambda outer: around[outer] == 1, link.iterancestors())) for link in titles)
    outmost = [(outer[-1], link) for link, outer in zip(titles, alone, strict=True) if outer]
    begun = Counter(block.getparent() for block, link in outmost if told(block).startswith(told(link)))
    beside = cache(_kinds_inside)  # so is what a block stands in
    page = root.getroottree().findtext(".//title") or ""
    for block, link in outmost:
        if begun[block.getparent()] < _SEVERAL:
            if has_question_mark(told(link)) and told(link) not in page:
                yield from _asked_alone(link, told, around, beside)
        elif told(block).startswith(told(link)):
            yield block


def _asked_alone(
    link: etree._Element,
    told: Callable[[etree._Element], str],
    around: Counter[etree._Element],
    beside: Callable[[etree._Element], Mapping[_Kind, Sequence[etree._Element]]],
) -> Iterator[etree._Element]:
    """The block that begins with a title, of what the page does not ask, among several like it without one."""
    title = told(link)
    for block in link.iterancestors():
        outer = block.getparent()
        alike = beside(outer)[_kind(block)] if outer is not None else ()
        if len(alike) > _SEVERAL:
            is_first = title in told(block)[: len(title) + _LABEL] and around[block] == 1
            if is_first and not any(around[one] for one in alike if one is not block):
                yield block
            return


def _kinds_inside(outer: etree._Element) -> Mapping[_Kind, Sequence[etree._Element]]:
    """The elements directly inside another by their tag and class."""
    kinds: defaultdict[_Kind, list[etree._Element]] = defaultdict(list)
    for one in outer.iterchildren(etree.Element):
        kinds[_kind(one)].append(one)
    return kinds


def _kind(block: etree._Element) -> _Kind:
    return block.tag, tokens(block.get("class", ""))


def _may_be_title(link: etree._Element) -> bool:
    """Whether a link is long enough for the title of a page: a quick look, as pages have many that are not."""
    return len(link) > 0 or len(link.text or "") >= _LEAST_TITLE


def _is_title(link: etree._Element, told: Callable[[etree._Element], str]) -> bool:
    """Whether a link is a block, alone in one, or above all in it, and may be the title of another page; no name is.

    `told` gives the text of an element on one line.
    """
    block, text, address = link.getparent(), told(link), link.get("href") or "#"
    is_here = "#" in address or words.PROFILE.search(address) is not None
    if block is None or is_here or len(text) < _LEAST_TITLE or is_titled_name(_ANSWERED.sub("", text)):
        return False
    is_heading = block.tag in SUBHEADINGS
    is_long = text.count(" ") >= _LEAST_WORDS or _FEW_SPACES.search(text) is not None
    is_above = block.tag in _BOXES and block[0] is link and not f"{block.text or ''}{link.tail or ''}".strip()
    is_block = len(link) > 0 and link[0].tag in _BOXES
    is_alone = told(block) == text or is_above or is_block
    return is_alone and (is_heading or (is_long and ":" not in address))


def _below(heading: etree._Element) -> Iterator[etree._Element]:
    """The elements between a heading and the next of its level or a higher one."""
    for element in heading.itersiblings():
        if element.tag in HEADINGS and str(element.tag) <= str(heading.tag):
            return
        yield element
