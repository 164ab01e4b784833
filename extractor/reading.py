"""The front door: a document to its records, or why there is none."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from extractor.document import Document, digest_of, host_of
from extractor.encodings import decode_document
from extractor.errors import Reason, UnreadableDocument
from extractor.layout import Layout
from extractor.layout.layout import layout_for
from extractor.readers.damage import damage
from extractor.readers.html.look import EVERYTHING, Look
from extractor.readers.html.reader import read_html
from extractor.readers.html.trouble import broken_data
from extractor.readers.text.acceptance.believed import read_accepted
from extractor.readers.text.acceptance.probe import may_be_qa_page
from extractor.readers.text.page import TextPage
from extractor.readers.text.page_reading import PageReading
from extractor.readers.text.reader import read_text
from extractor.readers.text.records import refused, with_records
from extractor.readers.unread import why_unread
from extractor.readers.wrapped import unwrap
from extractor.records import Failure, QAPage, Warning, doubt  # noqa: A004 - the word of the record
from extractor.records.identity import identified
from extractor.records.joining import joined, same_question
from extractor.sites import LayoutFile, all_layouts, layout_in

Layouts: TypeAlias = tuple[Layout, ...]
Reader: TypeAlias = Callable[[Document], Sequence[QAPage]]
"""Reads a document: its records, none if it is no Q&A page; raises UnreadableDocument if it cannot be read."""


def outcome(document: Document, reader: Reader) -> Sequence[QAPage] | Failure:
    """The records of `document` (at least one), or the failure. Only running out of memory is raised."""
    try:
        records = reader(document)
    except UnreadableDocument as error:
        return Failure(source=document.source, reason=error.reason, detail=error.detail)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - a defect that one page brings to light does not take the others along
        detail = f"{type(error).__name__}: {error}; this is a defect of extractor, please report it with the page"
        return Failure(source=document.source, reason=Reason.INTERNAL_ERROR, detail=detail)
    if records:
        return records
    reason, detail = _why_none(document)
    return Failure(source=document.source, reason=reason, detail=detail)


def _why_none(document: Document) -> tuple[Reason, str]:
    """Why a page that could be read gave no record."""
    reason, detail = why_unread(document)
    if reason is Reason.NOT_A_QA_PAGE and (page := unwrap(document)) is not None and (broken := broken_data(page)):
        return Reason.BROKEN_DATA, broken
    return reason, detail


def read(document: Document, *, spans: bool = False, layouts: Layouts = ()) -> list[QAPage]:
    """The records of `document`, one a question; none if it is no Q&A page.

    The answers on its next pages belong to the last question of the page. `layouts` come before those that are
    installed.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    records = _read_pages(document, all_layouts(layouts), spans=spans)
    return identified(records, digest=digest_of(document)) if records else records


def read_with(document: Document, *, files: tuple[LayoutFile, ...], spans: bool = False) -> list[QAPage]:
    """`read`, with the layouts of files: for workers, which run the files themselves, and import this by its name.

    Raises:
        UnreadableDocument: if it cannot be decoded.
        UsageError: if a file has changed since it was named, or holds no layout.

    """
    return read(document, spans=spans, layouts=tuple(map(layout_in, files)))


def _read_pages(document: Document, layouts: Layouts, *, spans: bool) -> list[QAPage]:
    records = _read_page(document, layouts, spans=spans)
    if not records or not (document.next_pages or document.missing_page):
        return records
    further = [record for page in document.next_pages for record in _read_page(page, layouts, spans=spans)]
    same = [record for record in further if same_question(records[-1], record)]
    others = [record for record in further if not same_question(records[-1], record)]
    return [*records[:-1], joined([records[-1], *same], document.missing_page), *others]


def examine(document: Document, *, layouts: Layouts = ()) -> PageReading:
    """All that became of one page: its records, and how its lines were read; of its next pages nothing.

    The `layouts` come before those that are installed. A page of text that is refused is read all the same.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    return _reading_of(document, all_layouts(layouts), spans=True, is_examined=True)


def _read_page(document: Document, layouts: Layouts, *, spans: bool) -> list[QAPage]:
    records = _reading_of(document, layouts, spans=spans).records
    if document.provenance is None:
        return list(records)
    return [record.model_copy(update={"provenance": document.provenance}) for record in records]


def _reading_of(document: Document, layouts: Layouts, *, spans: bool, is_examined: bool = False) -> PageReading:
    page = unwrap(document)
    if page is None:
        plain = _read_plain(document, layouts, spans=spans, is_examined=is_examined)
        return _doubted(_with_damage(plain), document.warnings)
    seen = EVERYTHING if is_examined else _look_at(page, layouts)
    if not (seen.posts or seen.questions):
        return PageReading((), "")
    reading, left_out = read_html(page, layouts, seen), {} if spans else {"spans": None, "text": None}
    records = [record.model_copy(update=left_out) for record in reading.records]
    return _doubted(_with_damage(replace(reading, records=records)), document.warnings)


def _with_damage(reading: PageReading) -> PageReading:
    """The reading, in which records say what of them was damaged before it came here."""
    found = [damage(record, reading.text) for record in reading.records]
    if not any(found):
        return reading
    return replace(reading, records=list(map(doubt.doubted, reading.records, found)))


def _look_at(document: Document, layouts: Layouts) -> Look:
    """What the page holds of what a page with a record must hold; most pages of a crawl hold nothing of it."""
    content, host = document.content, host_of(document.url)
    if host and _is_known(host, layouts):
        return EVERYTHING
    return Look(content if isinstance(content, bytes) else content.encode("utf-8", "replace"), layouts)


def _read_plain(document: Document, layouts: Layouts, *, spans: bool, is_examined: bool) -> PageReading:
    decoded = decode_document(document)
    page = TextPage(decoded.text, host_of(document.url))
    believed = read_accepted(page, layouts) if is_examined or _is_candidate(page, layouts) else None
    if believed is None:
        read = read_text(page, layouts) if is_examined else None
        return refused(read) if read else PageReading((), page.text)
    reading = with_records(believed, document.source, document.url, spans=spans)
    repairs = [doubt.repaired_encoding()] if decoded.repaired else []
    return _doubted(reading, [*repairs, doubt.repaired_characters()] if decoded.has_lost_characters else repairs)


def _doubted(reading: PageReading, warnings: Sequence[Warning]) -> PageReading:
    if not warnings:
        return reading
    return replace(reading, records=[doubt.doubted(record, warnings) for record in reading.records])


def _is_candidate(page: TextPage, layouts: Layouts) -> bool:
    """Whether the page is worth reading in full: in corpora few are."""
    return (page.host is not None and _is_known(page.host, layouts)) or may_be_qa_page(page, layouts)


@lru_cache(4096)
def _is_known(host: str, layouts: Layouts) -> bool:
    return layout_for(host, layouts) is not None
