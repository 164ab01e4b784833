"""The layouts, one small file a site, and the reading of a document by them."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from urllib.parse import urlsplit

from extractor.document import Document, decode
from extractor.layouts import generic
from extractor.readers.acceptance import is_qa_page
from extractor.readers.assemble import to_records
from extractor.readers.layout import Layout
from extractor.readers.text import read_text
from extractor.records import QAPage


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every layout: those of sites in the order of their names, the generic one last."""
    names = sorted(module.name for module in iter_modules(__path__))
    sites = [import_module(f"{__name__}.{name}").LAYOUT for name in names if name != "generic"]
    return (*sites, generic.LAYOUT)


def read(document: Document, *, spans: bool = False) -> list[QAPage]:
    """The records of `document`, one a question; none if it is no Q&A page.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    text = decode(document).text
    host = urlsplit(document.url).hostname if document.url else None
    reading = read_text(text, all_layouts(), host)
    if reading is None or not is_qa_page(reading):
        return []
    return to_records(reading, document.source, document.url, spans=spans)
