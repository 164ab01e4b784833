"""The layouts, one small file a site, and the reading of a document by them."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from urllib.parse import urlsplit

from extractor.document import Document, decode
from extractor.errors import UsageError
from extractor.layouts import generic
from extractor.readers.acceptance import is_qa_page
from extractor.readers.assemble import to_records
from extractor.readers.html import read_html
from extractor.readers.layout import Layout
from extractor.readers.text import read_text
from extractor.readers.wrapped import unwrap
from extractor.records import QAPage

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

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    page = unwrap(document)
    if page is not None:
        records = read_html(page, all_layouts()).records
        return (
            list(records) if spans else [record.model_copy(update={"spans": None, "text": None}) for record in records]
        )
    text = decode(document).text
    host = urlsplit(document.url).hostname if document.url else None
    reading = read_text(text, all_layouts(), host)
    if reading is None or not is_qa_page(reading):
        return []
    return to_records(reading, document.source, document.url, spans=spans)
