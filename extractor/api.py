"""Reading pages from a program. Nothing here writes or prints, and only what is given by its path is opened."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path

from extractor.document import MAX_SIZE, Document
from extractor.errors import NoRecord, SeveralRecords, UnreadableDocument, UsageError
from extractor.layout import Layout
from extractor.reading import outcome, read
from extractor.records import Failure, QAPage
from extractor.records.notebook import Records
from extractor.sources import SourceOptions, documents

_LONGEST_NAME = 4096
"""Characters that the name of a file may have (PATH_MAX of Linux)."""


def extract(
    page: str | bytes | Path | Document, *, url: str | None = None, spans: bool = False, layouts: Sequence[Layout] = ()
) -> QAPage:
    r"""The record of a page that holds one question.

    `page` is the page itself, text or HTML, or the `Path` of its file. `url` is its address, if known: it chooses the
    layout and goes into the record. With `spans` the record says where in the page each value stands. `layouts` are of
    sites that this package does not know.

    >>> page = extract("Is this normal?\n\nMy nose is still swollen.\n\nDoctor Answers 1\n\n"
    ...     "Swelling is normal\n\nGive it a year.\n\n"
    ...     "Anna Berg, MD\nBoston Plastic Surgeon\n4.9 out of 5 stars 12 reviews\n")
    >>> page.answers[0].doctor.name, page.answers[0].doctor.reviews
    ('Anna Berg', 12)

    Raises:
        NoRecord: if the page is no Q&A page.
        SeveralRecords: if it holds several questions; `extract_records` gives them all.
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in, or its file cannot be read.
        UsageError: if it is the name of a file, where the page itself or a `Path` is wanted, or holds several pages.

    """
    records = extract_records(page, url=url, spans=spans, layouts=layouts)
    if not records:
        raise NoRecord("the page holds no question with answers; is it the whole text of a Q&A page?")
    if len(records) > 1:
        raise SeveralRecords(f"the page holds {len(records)} questions; extract_records gives a record for each")
    return records[0]


def extract_records(
    page: str | bytes | Path | Document, *, url: str | None = None, spans: bool = False, layouts: Sequence[Layout] = ()
) -> Records:
    """The records of a page, one a question, in page order; none if it is no Q&A page.

    They are a list, which a notebook shows as a table, and which `to_frame` makes a data frame of.

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.
        UsageError: if it is the name of a file, where the page itself or a `Path` is wanted, or holds several pages.

    """
    document = _document(page)
    document = replace(document, url=url) if url else document
    return Records(read(document, spans=spans, layouts=tuple(layouts)))


def _document(page: str | bytes | Path | Document) -> Document:
    if isinstance(page, Document):
        return page
    if isinstance(page, Path):
        return _opened(page)
    if isinstance(page, str) and len(page) <= _LONGEST_NAME and "\n" not in page and _is_file(page):
        raise UsageError(f"{page!r} is the name of a file, not a page; give Path({page!r}) to have it read")
    if not isinstance(page, str | bytes):
        raise UsageError(f"a page is text, bytes, a Path or a Document, not {type(page).__name__}")
    return Document(page)


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # no name at all: a part of it is too long, there is a NUL in it
        return False


def _opened(path: Path) -> Document:
    """The one page that a file holds."""
    found = list(islice(documents([str(path)]), 2))
    if len(found) > 1:
        raise UsageError(f"{path} holds several pages; extract_all([{str(path)!r}]) gives the records of all")
    if isinstance(found[0], Failure):
        raise UnreadableDocument(found[0].reason, found[0].detail)
    return found[0]


def extract_all(
    inputs: Iterable[str | Path | Document | Failure],
    *,
    spans: bool = False,
    max_size: int = MAX_SIZE,
    layouts: Sequence[Layout] = (),
) -> Iterator[QAPage | Failure]:
    """The records of many pages, one page at a time, in order.

    An input that gives no record gives a `Failure` with the reason. Inputs are documents (and failures, which are
    handed on), or names of files, directories (recursive), globs and `-` for standard input. Files above `max_size`
    bytes are refused.
    """
    reader, options = partial(read, spans=spans, layouts=tuple(layouts)), SourceOptions(max_size=max_size)
    for item in inputs:
        for document in [item] if isinstance(item, Document | Failure) else documents([str(item)], options):
            result = document if isinstance(document, Failure) else outcome(document, reader)
            yield from [result] if isinstance(result, Failure) else result
