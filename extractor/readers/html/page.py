"""An HTML page opened: its tree, what its head and its structured data say, and the layout that it is read by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree

from extractor.document import Document, host_of
from extractor.layout import Layout
from extractor.layout.layout import layout_for
from extractor.readers.html.rendering.composed import compose
from extractor.readers.html.rendering.head import Head, read_head
from extractor.readers.html.rendering.parse import Parsed, flattened, parse
from extractor.readers.html.rendering.render import render
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.html.rendering.selectors import Rules
from extractor.readers.html.schema_org.blocks import Blocks, read_blocks
from extractor.readers.html.schema_org.microdata import TYPE_ATTRIBUTES
from extractor.records import QAPage

_QA_MARKUP = {
    name: re.compile(name + rb"[\"']?[^\"'<>]{0,200}(?:Question|Answer|DiscussionForumPosting)\b")
    for name in TYPE_ATTRIBUTES
}
_BLOCK = re.compile(rb"\+(?:(?<=ld\+)json|(?<=LD\+)JSON)")
"""A pattern that begins with a rare sign is found as fast as that."""
_MAX_BYTES, _MAX_TAGS = 8_000_000, 120_000
_SHORTEST_TAG = 3
"""Bytes that a tag takes at least."""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What every way to read a page starts from; `generic` is the layout of sites that nobody has described."""

    source: str | None
    parsed: Parsed
    head: Head
    blocks: Blocks
    layout: Layout
    generic: Layout

    @property
    def is_searchable(self) -> bool:
        """Whether it is small enough to be searched for posts; real threads of hundreds of posts are far smaller."""
        data = self.parsed.data
        is_small = len(data) <= _SHORTEST_TAG * _MAX_TAGS
        return is_small or (len(data) <= _MAX_BYTES and data.count(b"<") <= _MAX_TAGS)

    @property
    def is_described(self) -> bool:
        """Whether selectors say where things stand on pages of its site; of some sites only the text is known."""
        return not self.layout.is_generic and self.layout.html is not None and bool(self.layout.html.selectors)

    @property
    def is_of_site(self) -> bool:
        """Whether it is described as a page of one site, and not of all that run on one engine: told by signs alone."""
        facts = self.layout.html
        return facts is not None and self.is_described and (bool(self.layout.hosts) or not facts.signatures)

    @property
    def has_markup(self) -> bool:
        """Whether elements are marked up as questions or answers; a plain search goes first, it is faster."""
        data = self.parsed.data
        return any(name in data and markup.search(data) for name, markup in _QA_MARKUP.items())


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as one way of reading shows it, and the records which that made of it."""

    page: Rendered
    records: Sequence[QAPage] = ()
    is_spare: bool = False
    """Another way of reading says more, if it finds anything."""
    is_thread: bool = False
    """The posts of a thread were found: its text is not read anew, even if nobody answers."""
    are_comments: bool = False
    """They are called comments, and set aside: somebody may answer above them."""


def open_page(document: Document, layouts: Sequence[Layout]) -> HtmlPage:
    """Parse `document`, and choose the one of `layouts` that is for it; the last is the generic one.

    Raises:
        UnreadableDocument: if it cannot be decoded or holds nothing.

    """
    parsed = parse(document)
    compose(parsed.root, parsed.data)
    head = read_head(parsed.root, document.url)
    blocks = read_blocks(parsed.root, parsed.data) if _BLOCK.search(parsed.data) else Blocks()
    return HtmlPage(document.source, parsed, head, blocks, _choose(parsed.data, head, layouts), layouts[-1])


def _choose(data: bytes, head: Head, layouts: Sequence[Layout]) -> Layout:
    """The layout of the page's host, else the first whose HTML the page has, else the last."""
    layout = layout_for(host_of(head.url), layouts)
    return layout or next((layout for layout in layouts if layout.html and layout.html.signs(data)), layouts[-1])


def show(page: HtmlPage, rules: Rules) -> Rendered:
    """The page's text, with a region for each element that `rules` name, and for each value that its head holds."""
    try:
        shown = render(page.parsed.root, rules)
    except etree.XSLTApplyError:  # elements within elements, beyond what libxslt goes down to
        shown = render(flattened(page.parsed).root, rules)
    head, facts = page.head, page.layout.html
    told = (
        [Region(part, 0, 0, head.meta[name]) for name, part in facts.meta.items() if name in head.meta] if facts else []
    )
    return replace(shown, regions=(*shown.regions, *told), title=head.title, url=head.url, meta=head.meta)
