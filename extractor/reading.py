"""The front door: a document to its records, or why there is none."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeAlias

from extractor.document import Document, host_of
from extractor.encodings import decode
from extractor.errors import Reason, UnreadableDocument
from extractor.layout.layout import layout_for
from extractor.readers.html.reader import read_html
from extractor.readers.text.acceptance import accepted
from extractor.readers.text.probe import may_be_qa_page
from extractor.readers.text.reader import read_text
from extractor.readers.text.records import to_records
from extractor.readers.wrapped import unwrap
from extractor.records import Failure, QAPage, WarningCode
from extractor.records import Warning as PageWarning
from extractor.records.identity import identified
from extractor.records.joining import joined, same_question
from extractor.sites import all_layouts

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


def read(document: Document, *, spans: bool = False) -> list[QAPage]:
    """The records of `document`, one a question; none if it is no Q&A page.

    The answers on its next pages belong to the last question of the page.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    return identified(_read_pages(document, spans=spans))


def _read_pages(document: Document, *, spans: bool) -> list[QAPage]:
    records = _read_page(document, spans=spans)
    if not records or not (document.next_pages or document.missing_page):
        return records
    further = [record for page in document.next_pages for record in _read_page(page, spans=spans)]
    same = [record for record in further if same_question(records[-1], record)]
    others = [record for record in further if not same_question(records[-1], record)]
    return [*records[:-1], joined([records[-1], *same], document.missing_page), *others]


def _read_page(document: Document, *, spans: bool) -> list[QAPage]:
    page = unwrap(document)
    if page is None:
        records = _read_text(document, spans=spans)
    else:
        left_out = {} if spans else {"spans": None, "text": None}
        records = [record.model_copy(update=left_out) for record in read_html(page, all_layouts()).records]
    if document.warnings:
        records = [record.model_copy(update=_doubted(record, document.warnings)) for record in records]
    if document.provenance is None:
        return records
    return [record.model_copy(update={"provenance": document.provenance}) for record in records]


def _read_text(document: Document, *, spans: bool) -> list[QAPage]:
    decoded = decode(document)
    host = host_of(document.url)
    if not _is_candidate(decoded.text, host):
        return []
    reading = read_text(decoded.text, all_layouts(), host)
    reading = accepted(reading) if reading else None
    if reading is None:
        return []
    records = to_records(reading, document.source, document.url, spans=spans)
    return (
        [record.model_copy(update=_doubted(record, _REPAIRED)) for record in records] if decoded.repaired else records
    )


def _is_candidate(text: str, host: str | None) -> bool:
    """Whether the page is worth reading in full: in corpora few are. The look knows no hosts."""
    return (host is not None and _is_known(host)) or may_be_qa_page(text, all_layouts())


@lru_cache(4096)
def _is_known(host: str) -> bool:
    return layout_for(host, all_layouts()) is not None


_REPAIRED = (
    PageWarning(
        code=WarningCode.REPAIRED_ENCODING, message="bytes that are not valid in the page's encoding were replaced"
    ),
)


def _doubted(record: QAPage, warnings: tuple[PageWarning, ...]) -> dict[str, object]:
    """What is different in a record of a page whose content is in doubt for these reasons."""
    return {"warnings": (*record.warnings, *warnings), "confidence": min(record.confidence, _MOST_OF_A_DOUBT)}


_MOST_OF_A_DOUBT = 0.5
"""The confidence that a record can have at most if its page did not come in whole and unchanged."""
