"""HTML read as text: what its lines say to the grammar, without the sections on other matters."""

import re
from collections.abc import Iterator, Sequence

from extractor.document import host_of
from extractor.layout import Layout
from extractor.layout.around import announcing
from extractor.readers.html.posts.words import OTHER_SECTION
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.text.acceptance.believed import read_accepted
from extractor.readers.text.acceptance.probe import may_be_qa_page
from extractor.readers.text.grammar.markup import Markup
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading

_MAX_LINES, _MAX_CHARACTERS = 3_000, 300_000
"""What the grammar is given of a page at most; the largest real threads have a third of that."""

_LABEL = re.compile(rf"{announcing()}:?(?=\n|\Z)", re.IGNORECASE)
"""What a heading says that only announces a question or answers."""


def read_lines(page: Rendered, head: Head, layout: Layout, layouts: Sequence[Layout]) -> TextReading | None:
    """The text by the grammar, without the sections that are about something else; None if it is no Q&A page."""
    candidates = (layout,) if layout.marks and not layout.is_generic else layouts
    text = TextPage(_own_text(page)[: reach(page)], host_of(head.url))
    if candidates is layouts and not may_be_qa_page(text, tuple(layouts)):
        return None
    return read_accepted(text, candidates, _markup(page))


def _markup(page: Rendered) -> Markup | None:
    """Which lines are headings and, on a page that has some, paragraphs; None if it has no heading."""
    told = {
        start: "main_heading" if hint.heading == 1 else "heading" for start, hint in page.hints.items() if hint.heading
    }
    if not told:
        return None
    return told | {start: "paragraph" for start, hint in page.hints.items() if hint.tag in ("p", "li")}


def reach(page: Rendered) -> int:
    """How far the text is read by the grammar, which takes longer for a line than the rest does."""
    lines = list(page.hints)
    return min(lines[_MAX_LINES] if len(lines) > _MAX_LINES else len(page.text), _MAX_CHARACTERS)


def _own_text(page: Rendered) -> str:
    """The page's text with blanks in place of what stands above its title, labels and sections on other matters."""
    pieces: list[str] = []
    position = 0
    for start, end in sorted([*_other_sections(page), *_labels(page)]):
        if start < position:
            continue
        pieces += (page.text[position:start], re.sub(r"\S", " ", page.text[start:end]))
        position = end
    return "".join([*pieces, page.text[position:]])


def _other_sections(page: Rendered) -> Iterator[tuple[int, int]]:
    headings = [(start, hint.heading) for start, hint in page.hints.items() if hint.heading]
    titles = [start for start, level in headings if level == 1]
    if len(titles) == 1 and titles[0]:
        yield 0, titles[0]
    section: tuple[int, int] | None = None
    for start, level in [*headings, (len(page.text), 0)]:
        if section and level <= section[1]:
            yield section[0], start
            section = None
        if section is None and level > 1 and OTHER_SECTION.match(page.text, start):
            section = start, level


def _labels(page: Rendered) -> Iterator[tuple[int, int]]:
    """Headings that only say that a question or answers follow."""
    for start, hint in page.hints.items():
        if hint.heading > 1 and (label := _LABEL.match(page.text, start)):
            yield label.span()


def headings(page: Rendered) -> list[str]:
    """The page's main headings."""
    starts = [start for start, hint in page.hints.items() if hint.heading == 1]
    ends = (page.text.find("\n", start) for start in starts)
    return [page.text[start : end if end >= 0 else None] for start, end in zip(starts, ends, strict=True)]
