"""What becomes of a document: its records, or why there is none."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from extractor.document import Document
from extractor.errors import Reason, UnreadableDocument
from extractor.records import Failure, QAPage

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
