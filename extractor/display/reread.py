"""A page read again with all that a record leaves out: its text, spans, and the reading of its lines if it had one."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document import Document, digest_of
from extractor.readers.text.margins import Margin
from extractor.readers.text.reader import TextReading
from extractor.reading import Layouts, examine, read
from extractor.records import QAPage
from extractor.records.identity import identified


@dataclass(frozen=True, slots=True)
class Reread:
    """A page: its text, its records with spans, and how its lines were read, if no markup told the fields.

    `margins` are those of the items of the reading.
    """

    document: Document
    text: str
    records: Sequence[QAPage]
    reading: TextReading | None
    margins: Sequence[Margin]


def reread(document: Document, layouts: Layouts = ()) -> Reread:
    """Read a page again.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    examined = examine(document, layouts=layouts)
    if document.next_pages or document.missing_page:
        records = read(document, spans=True, layouts=layouts)
    else:
        records = identified(examined.records, digest=digest_of(document), provenance=document.provenance)
    joined = next((record.text for record in records if record.text), examined.text)
    is_one_page = joined == examined.text
    return Reread(document, joined, records, examined.read if is_one_page else None, examined.margins)
