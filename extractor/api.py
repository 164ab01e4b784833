"""Reading pages from a program. Nothing here writes or prints, and only `extract_all` opens files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from extractor.document import MAX_SIZE, Document
from extractor.errors import NoRecord, SeveralRecords
from extractor.layout import Layout
from extractor.reading import outcome, read
from extractor.records import Failure, QAPage
from extractor.sources import SourceOptions, documents


def extract(
    page: str | bytes | Document, *, url: str | None = None, spans: bool = False, layouts: Sequence[Layout] = ()
) -> QAPage:
    r"""The record of a page that holds one question.

    `page` is the page itself, text or HTML, not its path. `url` is its address, if known: it chooses the layout and
    goes into the record. With `spans` the record says where in the page each value stands. `layouts` are of sites that
    this package does not know.

    >>> page = extract("Is this normal?\n\nMy nose is still swollen.\n\nDoctor Answers 1\n\n"
    ...     "Swelling is normal\n\nGive it a year.\n\n"
    ...     "Anna Berg, MD\nBoston Plastic Surgeon\n4.9 out of 5 stars 12 reviews\n")
    >>> page.answers[0].doctor.name, page.answers[0].doctor.reviews
    ('Anna Berg', 12)

    Raises:
        NoRecord: if the page is no Q&A page.
        SeveralRecords: if it holds several questions; `extract_records` gives them all.
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    records = extract_records(page, url=url, spans=spans, layouts=layouts)
    if not records:
        raise NoRecord("the page holds no question with answers; is it the whole text of a Q&A page?")
    if len(records) > 1:
        raise SeveralRecords(f"the page holds {len(records)} questions; extract_records gives a record for each")
    return records[0]


def extract_records(
    page: str | bytes | Document, *, url: str | None = None, spans: bool = False, layouts: Sequence[Layout] = ()
) -> list[QAPage]:
    """The records of a page, one a question, in page order; none if it is no Q&A page.

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    document = page if isinstance(page, Document) else Document(page)
    return read(replace(document, url=url) if url else document, spans=spans, layouts=tuple(layouts))


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
