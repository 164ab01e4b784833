"""Reading HTML: the site's own markup, else the text of any page by the grammar; completed by structured data."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from lxml import etree

from extractor.document import Document, host_of
from extractor.layout import HtmlFacts, Layout, Part, Selector
from extractor.layout.html import MARK
from extractor.layout.layout import layout_for
from extractor.readers.html.as_text import (
    headings,
    reach,
    read_lines,
)
from extractor.readers.html.look import EVERYTHING, Look
from extractor.readers.html.posts import words
from extractor.readers.html.posts.acceptance import answer_somebody, are_of_a_profession
from extractor.readers.html.posts.completing import complete
from extractor.readers.html.posts.decide import Remarks, Thread
from extractor.readers.html.posts.doubts import doubted
from extractor.readers.html.posts.parts import rendered
from extractor.readers.html.posts.question import strays, with_question
from extractor.readers.html.posts.records import to_records as records_of_regions
from extractor.readers.html.posts.repeats import SECTION, mark_posts
from extractor.readers.html.posts.thread import find_thread
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import is_article
from extractor.readers.html.rendering.head import Head, read_head
from extractor.readers.html.rendering.parse import Parsed, flattened, parse
from extractor.readers.html.rendering.ratings import mark_ratings
from extractor.readers.html.rendering.render import render
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.html.rendering.selectors import Rules
from extractor.readers.html.schema_org.applications import questions_in
from extractor.readers.html.schema_org.blocks import Blocks, read_blocks
from extractor.readers.html.schema_org.microdata import MARKUP, TYPE_ATTRIBUTES
from extractor.readers.html.schema_org.questions import read_graph
from extractor.readers.html.schema_org.reconcile import from_data, is_same, reconcile
from extractor.readers.html.schema_org.states import read_states
from extractor.readers.text.matcher import matcher_of
from extractor.readers.text.page_reading import PageReading
from extractor.readers.text.records import with_records
from extractor.records import QAPage, WarningCode, doubt
from extractor.records import Warning as PageWarning

_QA_MARKUP = {
    name: re.compile(name + rb"[\"']?[^\"'<>]*(?:Question|Answer|DiscussionForumPosting)\b") for name in TYPE_ATTRIBUTES
}
_MORE = 250
"""Characters beside the question that may be furniture of the page; an answer and its author take more."""
_MAX_BYTES, _MAX_TAGS = 8_000_000, 120_000
"""What a page may hold to be searched for posts; real threads of hundreds of posts have a third of that."""
_BODY = re.compile(r"/(?:question|answers/(\d+))/body")


def read_html(document: Document, layouts: Sequence[Layout], seen: Look = EVERYTHING) -> PageReading:
    """Read `document` by the one of `layouts` that is for it; the last is the generic one.

    What it was `seen` not to hold is not looked for.

    Raises:
        UnreadableDocument: if it cannot be decoded or holds nothing.

    """
    parsed = parse(document)
    head = read_head(parsed.root, document.url)
    blocks = (
        read_blocks(parsed.root, parsed.data) if b"ld+json" in parsed.data or b"LD+JSON" in parsed.data else Blocks()
    )
    layout = _choose(parsed.data, head, layouts)
    found = _read_thread(parsed, head, layout, layouts[-1], blocks) if seen.posts else None
    if found is None and (not seen.questions or (layout.is_generic and is_article(blocks.values))):
        return PageReading((), "", layout)
    page, records = found or _read_regions(parsed, head, layout, layouts[-1])
    records = [record.model_copy(update={"source": document.source}) for record in records]
    reading = PageReading(records, page.text, layout)
    if not any(record.answers for record in records) and (read := read_lines(page, head, layout, layouts)):
        by_line = with_records(read, document.source, page.url, spans=True)
        records = [record.model_copy(update={"text": page.text}) for record in by_line.records]
        reading = replace(by_line, text=page.text, layout=layout)
    titles = [*head.titles, *headings(page)]
    data = read_graph(blocks.values, titles, page.url) if blocks.values else []
    if not any(record.answers for record in (*records, *data)):
        data = read_graph(questions_in(read_states(parsed.data)), titles, page.url) or data
    notes = (*_notes(parsed, blocks), *_cuts(page, is_read_by_line=reading.read is not None))
    completed = [_complete(record, data, is_whole=found is not None) for record in records] or _from_data_alone(
        data, page, document, layout
    )
    told = [doubt.placed_by_fields(doubt.doubted(one, (*notes, *_shortened(one, page)))) for one in completed]
    return replace(reading, records=told)


def _choose(data: bytes, head: Head, layouts: Sequence[Layout]) -> Layout:
    """The layout of the page's host, else the first whose HTML the page has, else the last."""
    layout = layout_for(host_of(head.url), layouts)
    return layout or next((layout for layout in layouts if layout.html and layout.html.signs(data)), layouts[-1])


def _read_thread(
    parsed: Parsed, head: Head, layout: Layout, generic: Layout, blocks: Blocks
) -> tuple[Rendered, list[QAPage]] | None:
    """The page as a thread of posts, if it shows one whose authors are no members of a profession."""
    if len(parsed.data) > _MAX_BYTES or parsed.data.count(b"<") > _MAX_TAGS:
        return None
    tree = Tree(parsed.root)
    thread = find_thread(tree, blocks.values)
    if isinstance(thread, Remarks) and layout.is_generic:
        return Rendered(""), []
    if not isinstance(thread, Thread) or not (thread.posts.engine or layout.is_generic):
        return None
    page = with_question(rendered(tree, thread, head), matcher_of(generic), asks_first=thread.asks_first)
    records = records_of_regions(page, layout)
    if thread.posts.engine is None and (
        are_of_a_profession(records) or not (thread.is_forum or answer_somebody(records))
    ):
        return None
    return page, [doubted(record, thread.doubts) for record in records]


def _read_regions(parsed: Parsed, head: Head, layout: Layout, generic: Layout) -> tuple[Rendered, list[QAPage]]:
    """The page by the selectors of its site and of schema.org; where they do not tell, by the blocks that repeat."""
    marks = matcher_of(generic)
    page: Rendered | None = None
    records: list[QAPage] = []
    has_markup = _has_markup(parsed.data)
    if has_markup or not layout.is_generic:
        facts = None if layout.is_generic else layout.html
        page = _render(parsed, head, layout, _rules(facts, has_markup=has_markup))
        page = complete(with_question(page, marks, asks_first=_asks_first(layout)))
        records = records_of_regions(page, layout)
        if any(answer.doctor for record in records for answer in record.answers):
            return page, records
    kind = mark_posts(parsed.root)
    if page is not None and kind is None:
        return page, records
    mark_ratings(parsed.root)
    other = _render(parsed, head, layout, _post_rules(None if layout.is_generic else layout.html, generic.html))
    if not any(region.part is Part.ANSWER for region in other.regions):
        return page or other, records
    other = complete(with_question(other, marks))
    are_comments = _are_comments(parsed)
    found = [_less_sure(record, are_comments=are_comments) for record in records_of_regions(other, layout)]
    is_doubtful = (kind == SECTION and not _are_signed(found)) or 2 * len(strays(other)) >= _answers(found)
    if is_doubtful or (records and not _is_fuller(found, records)):
        return page or other, records
    return other, found if records or answer_somebody(found) else []


def _answers(records: Sequence[QAPage]) -> int:
    return sum(len(record.answers) for record in records)


def _are_signed(records: Sequence[QAPage]) -> bool:
    """Whether there are as many answers as the page declares, or most say who gave them."""
    if any(record.declared_answer_count == len(record.answers) for record in records):
        return True
    signed = [answer.doctor is not None for record in records for answer in record.answers]
    return 2 * sum(signed) > len(signed)


def _asks_first(layout: Layout) -> bool:
    return layout.html is not None and layout.html.asks_first


def _are_comments(parsed: Parsed) -> bool:
    """Whether the blocks that repeat are called comments: below a recipe or an article they are counted, too."""
    blocks = parsed.root.iterfind(f".//*[@{MARK}]")
    return any(words.COMMENT.search(block.get("class") or "") for block in blocks)


def _less_sure(record: QAPage, *, are_comments: bool) -> QAPage:
    """A record of posts that were found by their shape: doubtful unless the page says how many there are."""
    record = record.model_copy(update={"confidence": min(record.confidence, doubt.BY_SHAPE)})
    if record.declared_answer_count is not None and not are_comments:
        return record
    return doubt.doubted(record, [doubt.found_by_shape()])


def _has_markup(data: bytes) -> bool:
    """Whether elements of the page are marked up as questions or answers; a plain search goes first, it is faster."""
    return any(name in data and markup.search(data) for name, markup in _QA_MARKUP.items())


def _is_fuller(found: Sequence[QAPage], records: Sequence[QAPage]) -> bool:
    """Whether `found` has no fewer answers, and names who gave them."""
    return _answers(found) >= _answers(records) and any(answer.doctor for record in found for answer in record.answers)


def _render(parsed: Parsed, head: Head, layout: Layout, rules: Rules) -> Rendered:
    try:
        page = render(parsed.root, rules)
    except etree.XSLTApplyError:  # elements within elements, beyond what libxslt goes down to
        page = render(flattened(parsed).root, rules)
    regions = page.regions
    if layout.html and layout.html.meta:
        told = [Region(part, 0, 0, head.meta[name]) for name, part in layout.html.meta.items() if name in head.meta]
        regions = (*regions, *told)
    return replace(page, regions=regions, title=head.title, url=head.url, meta=head.meta)


@cache
def _rules(facts: HtmlFacts | None, *, has_markup: bool) -> Rules:
    """A site's selectors, and behind them those of schema.org if the page has any."""
    own = facts.selectors if facts else ()
    return Rules((*own, *MARKUP.selectors) if has_markup else own)


@cache
def _post_rules(facts: HtmlFacts | None, generic: HtmlFacts | None) -> Rules:
    """Selectors where the posts are the blocks that repeat; what the site takes for a post is then its text."""
    own = facts.selectors if facts else ()
    inner = [replace(one, part=Part.BODY) if one.part is Part.ANSWER else one for one in own]
    return Rules((Selector(Part.ANSWER, f"[{MARK}]"), *inner, *(generic.selectors if generic else ())))


def _complete(record: QAPage, data: Sequence[QAPage], *, is_whole: bool) -> QAPage:
    """The record with what the data adds; a thread that is read whole keeps its own posts."""
    told = next((one for one in data if is_same(record, one)), None)
    if told:
        return _with_own_posts(record, reconcile(record, told)) if is_whole else reconcile(record, told)
    if is_whole:
        return record
    if len(data) == 1 and data[0].answers:
        if all(answer.body and answer.body in (record.text or "") for answer in data[0].answers):
            return from_data(data[0], record.text or "").model_copy(
                update={"source": record.source, "site": record.site}
            )
        return doubt.doubted(record, [doubt.other_question(data[0].question.title)])
    return record


def _with_own_posts(record: QAPage, completed: QAPage) -> QAPage:
    """`completed` with the texts of `record`: data shortens them, and forums mark few of their posts as answers."""
    if len(completed.answers) != len(record.answers):
        return record
    pairs = zip(record.answers, completed.answers, strict=True)
    bodies = {pointer: where for pointer, where in (record.spans or {}).items() if pointer.endswith("/body")}
    declared = completed.declared_answer_count or 0
    told = (one for one in completed.warnings if not one.message.startswith("url: "))  # a post has many addresses
    kept = [one for one in told if one.code != WarningCode.COUNT_MISMATCH or declared > len(record.answers)]
    return completed.model_copy(
        update={
            "question": completed.question.model_copy(update={"body": record.question.body}),
            "answers": tuple(other.model_copy(update={"body": own.body}) for own, other in pairs),
            "spans": (completed.spans or {}) | bodies,
            "warnings": tuple(kept),
            "confidence": completed.confidence if kept else record.confidence,
        }
    )


def _from_data_alone(data: Sequence[QAPage], page: Rendered, document: Document, layout: Layout) -> list[QAPage]:
    alone = [_lone(from_data(one, page.text), page) for one in data if one.answers or len(data) == 1]
    return [one.model_copy(update={"source": document.source, "url": page.url, "site": layout.name}) for one in alone]


def _lone(record: QAPage, page: Rendered) -> QAPage:
    """A record of the data alone: doubtful if that has no answers while the page shows far more than the question."""
    told = len(record.question.title or "") + len(record.question.body or "")
    if record.answers or len(page.text) - told < _MORE:
        return record
    return doubt.doubted(record, [doubt.question_alone()])


def _notes(parsed: Parsed, blocks: Blocks) -> Iterator[PageWarning]:
    if parsed.repaired:
        yield doubt.repaired_encoding()
    if parsed.cut:
        yield doubt.cut_page(parsed.cut)
    if blocks.has_halves:
        yield doubt.repaired_characters()
    for number, error in blocks.broken:
        yield doubt.broken_block(number, error)


def _cuts(page: Rendered, *, is_read_by_line: bool) -> Iterator[PageWarning]:
    read = reach(page) if is_read_by_line else len(page.text)
    if page.is_cut or read < len(page.text):
        yield doubt.unread_rest((read, len(page.text)), doubt.line_at(page.text, read))


def _shortened(record: QAPage, page: Rendered) -> Iterator[PageWarning]:
    """Texts of the record of which the page shows the beginning, with a link to more."""
    for pointer, spans in (record.spans or {}).items() if page.cuts else ():
        field = _BODY.fullmatch(pointer)
        if field and spans[-1][1] in page.cuts:
            line = doubt.line_at(page.text, spans[-1][1])
            yield doubt.shortened_text(spans[-1], line, int(field[1]) + 1 if field[1] else None)
