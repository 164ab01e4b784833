"""The front door: a document to its records, or why there is none."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from extractor.document import Document, digest_of, host_of
from extractor.encodings import decode
from extractor.errors import Reason, UnreadableDocument
from extractor.layout import Layout
from extractor.layout.layout import layout_for
from extractor.readers.html.reader import read_html
from extractor.readers.text.acceptance import accepted
from extractor.readers.text.page import TextPage
from extractor.readers.text.probe import may_be_qa_page
from extractor.readers.text.reader import read_text
from extractor.readers.text.records import to_records
from extractor.readers.wrapped import unwrap
from extractor.records import Failure, QAPage, doubt
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
    return Failure(source=document.source, reason=Reason.NOT_A_QA_PAGE, detail="no question with answers on this page")


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


def _read_page(document: Document, layouts: Layouts, *, spans: bool) -> list[QAPage]:
    page = unwrap(document)
    if page is None:
        records = _read_text(document, layouts, spans=spans)
    else:
        left_out = {} if spans else {"spans": None, "text": None}
        records = [record.model_copy(update=left_out) for record in read_html(page, layouts).records]
    if document.warnings:
        records = [doubt.doubted(record, document.warnings) for record in records]
    if document.provenance is None:
        return records
    return [record.model_copy(update={"provenance": document.provenance}) for record in records]


def _read_text(document: Document, layouts: Layouts, *, spans: bool) -> list[QAPage]:
    decoded = decode(document)
    page = TextPage(decoded.text, host_of(document.url))
    if not _is_candidate(page, layouts):
        return []
    reading = read_text(page, layouts)
    reading = accepted(reading) if reading else None
    if reading is None:
        return []
    records = to_records(reading, document.source, document.url, spans=spans)
    return [doubt.doubted(record, [doubt.repaired_encoding()]) for record in records] if decoded.repaired else records


def _is_candidate(page: TextPage, layouts: Layouts) -> bool:
    """Whether the page is worth reading in full: in corpora few are."""
    return (page.host is not None and _is_known(page.host, layouts)) or may_be_qa_page(page, layouts)


@lru_cache(4096)
def _is_known(host: str, layouts: Layouts) -> bool:
    return layout_for(host, layouts) is not None
