"""What is to be said of a page that was damaged, cut, or is too long, in the warnings of its records."""

import re
from collections.abc import Iterator, Sequence

from extractor.document import Document
from extractor.readers.html.as_text import reach
from extractor.readers.html.no_questions import may_ask_nothing
from extractor.readers.html.page import HtmlPage
from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.html.schema_org.blocks import read_blocks
from extractor.readers.html.unsigned import is_unsigned, leaves_names
from extractor.readers.lines import split_lines
from extractor.records import QAPage, doubt, placing
from extractor.records import Warning as PageWarning
from extractor.vocabulary import PUNCTUATION
from extractor.vocabulary.deleted import is_deleted

_DATA = re.compile(rb"ld\+json", re.IGNORECASE)
_ASKS = re.compile(rb"@type[^,]{0,80}(?:Question|QAPage|DiscussionForumPosting)")
_MARKING = ("a", "b", "strong", "em", "i", "cite", "small")
_FEWEST = 2
"""Lines that have a first and a last."""
_LONGEST_NAME = 9
_SHORT, _ENDS = 60, (*PUNCTUATION, ")")
_BODY = re.compile(r"/(?:question|answers/(\d+))/body")


def with_trouble(
    record: QAPage, page: HtmlPage, shown: Rendered, *, is_read_by_line: bool, is_thread: bool = False
) -> QAPage:
    """The record with a warning for each trouble, and a place for each warning on one of its fields."""
    read = reach(shown) if is_read_by_line else len(shown.text)
    if page.layout.is_generic and may_ask_nothing(record, page.parsed.root, is_read_by_line=is_read_by_line):
        record = doubt.doubted(record, [doubt.doubtful_question()])
    if is_read_by_line and _is_of_sections(record, shown):
        record = doubt.doubted(record, [doubt.doubtful_question()])
    is_elsewhere = page.layout.is_generic and (page.head.url is not None or "faqpage" in page.blocks.types)
    if is_elsewhere and record.site is not None and not doubt.names_anybody(record):
        record = doubt.doubted(record, [doubt.unsigned()])  # lines alone look like those of a site
    is_left = leaves_names(record, page.parsed.root, is_read_by_line=is_read_by_line, is_of_site=page.is_of_site)
    ends = _marked_end(record, page) if is_read_by_line else () if is_thread else _loose_ends(record, shown)
    return placing.placed_by_fields(
        doubt.doubted(
            record,
            [
                *_of_page(page),
                *_cut(shown, read),
                *_shortened(record, shown),
                *_long_names(record),
                *_deleted(record),
                *([doubt.unread_bylines()] if is_left else ()),
                *ends,
                *([doubt.doubtful_question()] if _takes_name(record) else ()),
            ],
        )
    )


def broken_data(document: Document) -> str | None:
    """Why the structured data of a page without a record could not be read; None if that is not why there is none."""
    content = document.content
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    if not (_DATA.search(data) and _ASKS.search(data)):
        return None  # a parse costs far more than this look
    parsed = parse(document)
    broken = read_blocks(parsed.root, parsed.data).broken
    return f"JSON-LD block {broken[0][0]} could not be read: {broken[0][1]}" if broken else None


def _of_page(page: HtmlPage) -> Iterator[PageWarning]:
    if page.parsed.repaired:
        yield doubt.repaired_encoding()
    if page.parsed.cut:
        yield doubt.cut_page(page.parsed.cut)
    if page.blocks.has_halves:
        yield doubt.repaired_characters()
    for number, error in page.blocks.broken:
        yield doubt.broken_block(number, error)


def _cut(shown: Rendered, read: int) -> Iterator[PageWarning]:
    if shown.is_cut or read < len(shown.text):
        yield doubt.unread_rest((read, len(shown.text)), placing.line_at(shown.text, read))


def _shortened(record: QAPage, shown: Rendered) -> Iterator[PageWarning]:
    """Texts of the record of which the page shows the beginning, with a link to more."""
    for pointer, spans in (record.spans or {}).items() if shown.cuts else ():
        field = _BODY.fullmatch(pointer)
        if field and spans[-1][1] in shown.cuts:
            line = placing.line_at(shown.text, spans[-1][1])
            yield doubt.shortened_text(spans[-1], line, int(field[1]) + 1 if field[1] else None)


def _is_of_sections(record: QAPage, shown: Rendered) -> bool:
    """Whether nobody asks below the title, and all answers are sections with a heading that nobody signs."""
    spans = record.spans or {}
    if record.question.body or record.declared_answer_count is not None or len(record.answers) < _FEWEST:
        return False
    heads = (spans.get(f"/answers/{number}/headline") for number in range(len(record.answers)))
    are_headed = all(head and (hint := shown.hints.get(head[0][0])) and hint.heading > 1 for head in heads)
    return are_headed and not any(one.doctor for one in record.answers)


def _loose_ends(record: QAPage, shown: Rendered) -> Iterator[PageWarning]:
    """A line at an end of a text that is no part of it: who asked and when, a price, or who answers."""
    asked = _lines(record, "/question/body", shown)
    if _has_loose_end(asked, shown) or (len(asked) >= _FEWEST and not any(map(str.isalpha, asked[0][1]))):
        yield doubt.doubtful_question()
    for number, one in enumerate(record.answers):
        lines = _lines(record, f"/answers/{number}/body", shown)
        if _has_loose_end(lines, shown, may_begin=is_unsigned(one)):
            yield doubt.unread_bylines() if is_unsigned(one) else doubt.doubtful_boundary(one.position)


def _has_loose_end(lines: Sequence[tuple[int, str]], shown: Rendered, *, may_begin: bool = True) -> bool:
    """Whether the first or the last line is short, no sentence beside some, and marked up like none of the others.

    The first is looked at if the text `may_begin` with a name.
    """
    if len(lines) < _FEWEST:
        return False
    marks = [shown.hints.get(start) for start, _ in lines]
    ends = [(0, may_begin), (-1, lines[-2][1].endswith(_ENDS))]
    return any(may_be and _is_loose(lines[end][1]) and marks.count(marks[end]) == 1 for end, may_be in ends)


def _is_loose(text: str) -> bool:
    return len(text) <= _SHORT and not text.endswith(_ENDS)


def _deleted(record: QAPage) -> Iterator[PageWarning]:
    """Answers that are none any more."""
    for answer in record.answers:
        if answer.body and is_deleted(answer.body):
            yield doubt.deleted_text(answer.position)


def _long_names(record: QAPage) -> Iterator[PageWarning]:
    """Names of more words than any has: a line that says more than who answers."""
    for answer in record.answers:
        if answer.doctor and len((answer.doctor.name or "").split()) > _LONGEST_NAME:
            yield doubt.doubtful_boundary(answer.position)


def _marked_end(record: QAPage, page: HtmlPage) -> Iterator[PageWarning]:
    """A last line of the question that is no sentence below one that is, and that the markup sets off."""
    above, _, last = (record.question.body or "").rpartition("\n")
    is_loose = above.rstrip().endswith(_ENDS) and len(last) <= _SHORT and not last.endswith(_ENDS)
    if is_loose and any(text_on_one_line(element) == last for element in page.parsed.root.iter(*_MARKING)):
        yield doubt.doubtful_question()


def _takes_name(record: QAPage) -> bool:
    """Whether the last line of the question is short and holds the name of who gave the first answer."""
    above, _, last = (record.question.body or "").rpartition("\n")
    doctor = record.answers[0].doctor if record.answers else None
    return bool(above) and len(last) <= _SHORT and doctor is not None and (doctor.name or "\n") in last


def _lines(record: QAPage, pointer: str, shown: Rendered) -> list[tuple[int, str]]:
    """The lines of a text of the record, and where each begins on the page."""
    spans = (record.spans or {}).get(pointer, ())
    return [(start + line.start, line.text) for start, end in spans for line in split_lines(shown.text[start:end])]
