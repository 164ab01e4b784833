"""Reading HTML: the site's own markup, else the text of any page by the grammar; completed by structured data."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from extractor.document import Document
from extractor.layout import Layout
from extractor.readers.html.as_text import read_lines
from extractor.readers.html.by_regions import read_regions
from extractor.readers.html.by_thread import read_thread
from extractor.readers.html.look import EVERYTHING, Look
from extractor.readers.html.no_questions import asks_nothing, is_about_who_answers
from extractor.readers.html.page import HtmlPage, Shown, open_page
from extractor.readers.html.posts.by_shape.acceptance import are_signed_by_profession
from extractor.readers.html.posts.witness import is_article
from extractor.readers.html.trouble import with_trouble
from extractor.readers.html.with_data import with_data
from extractor.readers.text.page_reading import PageReading
from extractor.readers.text.records import with_records
from extractor.records import QAPage


@contextmanager
def _without_collections() -> Iterator[None]:
    """Without looking for cycles of objects: a page makes as many objects as it has elements, and none of them is one.

    Looking for them takes up to half of the time for a page, and more the more else the process holds.
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()


@_without_collections()
def read_html(document: Document, layouts: Sequence[Layout], seen: Look = EVERYTHING) -> PageReading:
    """Read `document` by the one of `layouts` that is for it; the last is the generic one.

    What it was `seen` not to hold is not looked for.

    Raises:
        UnreadableDocument: if it cannot be decoded or holds nothing.

    """
    page = open_page(document, layouts)
    thread = read_thread(page) if seen.posts else None
    if not (thread and thread.records) and not _may_ask(page, seen):
        return PageReading((), "", page.layout)
    found = thread if thread and not thread.is_spare else read_regions(page)
    reading = _reading(found, page, layouts)
    if thread and thread.is_spare and not _says_more(reading.records, thread):
        found = thread
        reading = _reading(thread, page, layouts)
    by_line = reading.read is not None
    records = [
        with_trouble(one, page, found.page, is_read_by_line=by_line, is_thread=found.is_thread)
        for one in with_data(page, found.page, reading.records, is_thread=found.is_thread)
    ]
    if thread and not thread.records and _may_be_article(records):
        records = []
    if page.layout.is_generic:
        records = [one for one in records if not is_about_who_answers(one)]
    return replace(reading, records=records)


def _may_be_article(records: Sequence[QAPage]) -> bool:
    """Whether what readers remark on may be an article: what was read above is doubtful, and not signed by doctors."""
    return any(one.warnings for one in records) and not are_signed_by_profession(records)


def _says_more(records: Sequence[QAPage], thread: Shown) -> bool:
    """Whether another reading says as much as that of `thread`; beside comments, whether it says who answers."""
    return _told(records)[0] > 0 if thread.are_comments else _told(records) >= _told(thread.records)


def _told(records: Sequence[QAPage]) -> tuple[int, int, int]:
    """Of how many answers it is known who gave them; what else of these, and of who asked; of how many it is, when."""
    doctors = [answer.doctor for one in records for answer in one.answers if answer.doctor]
    work = sum(bool(told) for one in doctors for told in (one.specialty, one.location, one.credentials))
    askers = sum(one.question.asker is not None for one in records)
    dated = sum(answer.answered_at is not None for one in records for answer in one.answers)
    return sum(one.name is not None for one in doctors), work + askers, dated


def _may_ask(page: HtmlPage, seen: Look) -> bool:
    """Whether a page without a thread may show questions: an article's comments are none, whatever its data says."""
    return seen.questions and (page.is_described or not is_article(page.blocks.values, page.blocks.types))


def _reading(found: Shown, page: HtmlPage, layouts: Sequence[Layout]) -> PageReading:
    """What the elements say; if that is no answer, what the grammar makes of the lines."""
    shown = found.page
    is_read = found.is_thread or any(record.answers for record in found.records)
    if not is_read and (read := read_lines(shown, page.head, page.layout, layouts)):
        reading = with_records(read, page.source, shown.url, spans=True)
        told = (one for one in reading.records if not (page.layout.is_generic and asks_nothing(one, page.parsed.root)))
        records = [one.model_copy(update={"text": shown.text}) for one in told]
        return replace(reading, records=records, text=shown.text, layout=page.layout)
    records = [record.model_copy(update={"source": page.source}) for record in found.records]
    return PageReading(records, shown.text, page.layout)
