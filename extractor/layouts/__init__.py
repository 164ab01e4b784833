"""The layouts, one small file a site, and the reading of a document by them."""

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from extractor.document import Document, decode
from extractor.errors import UsageError
from extractor.joining import joined, same_question
from extractor.layouts import generic
from extractor.readers.acceptance import accepted
from extractor.readers.assemble import to_records
from extractor.readers.html import read_html
from extractor.readers.html_head import host_of
from extractor.readers.layout import Layout, layout_for
from extractor.readers.probe import may_be_qa_page
from extractor.readers.text import read_text
from extractor.readers.wrapped import unwrap
from extractor.records import QAPage, WarningCode
from extractor.records import Warning as PageWarning

ENTRY_POINTS = "extractor.layouts"
"""The group under which other packages announce their layouts: `NAME = "package.module:LAYOUT"`."""


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every layout: those of other packages, those of this one in the order of their names, the generic one last.

    Raises:
        UsageError: if another package announces something that is no layout.

    """
    names = sorted(module.name for module in iter_modules(__path__))
    own = [import_module(f"{__name__}.{name}").LAYOUT for name in names if name != "generic"]
    return (*_announced(), *own, generic.LAYOUT)


def _announced() -> Iterator[Layout]:
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name):
        try:
            layout = entry.load()
        except (ImportError, AttributeError) as error:
            raise UsageError(f"the layout {entry.name!r} ({entry.value}) cannot be loaded: {error}") from error
        if not isinstance(layout, Layout):
            raise UsageError(f"{entry.value} is announced as the layout {entry.name!r}, but is no extractor Layout")
        yield layout


def read(document: Document, *, spans: bool = False) -> list[QAPage]:
    """The records of `document`, one a question; none if it is no Q&A page.

    The answers on its next pages belong to the last question of the page.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
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
    return [record.model_copy(update=_doubted(record)) for record in records] if decoded.repaired else records


def _is_candidate(text: str, host: str | None) -> bool:
    """Whether the page is worth reading in full: in corpora few are. The look knows no hosts."""
    return (host is not None and _is_known(host)) or may_be_qa_page(text, all_layouts())


@lru_cache(4096)
def _is_known(host: str) -> bool:
    return layout_for(host, all_layouts()) is not None


def _doubted(record: QAPage) -> dict[str, object]:
    """What is different in a record whose page had bytes that are no text in its encoding."""
    message = "bytes that are not valid in the page's encoding were replaced"
    repaired = PageWarning(code=WarningCode.REPAIRED_ENCODING, message=message)
    return {"warnings": (*record.warnings, repaired), "confidence": min(record.confidence, 0.5)}
