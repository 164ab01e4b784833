"""A page read again with all that a record leaves out: its text, spans, and the reading of its lines if it had one."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.document import Document, host_of
from extractor.encodings import decode
from extractor.readers.html.reader import read_html
from extractor.readers.text.acceptance import accepted
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.readers.wrapped import unwrap
from extractor.reading import Layouts, read
from extractor.records import QAPage
from extractor.sites import all_layouts


@dataclass(frozen=True, slots=True)
class Reread:
    """A page: its text, its records with spans, and how its lines were read, if no markup told the fields."""

    document: Document
    text: str
    records: Sequence[QAPage]
    reading: TextReading | None


def reread(document: Document, layouts: Layouts = ()) -> Reread:
    """Read a page again.

    Raises:
        UnreadableDocument: if it cannot be decoded.

    """
    known = all_layouts(layouts)
    records = read(document, spans=True, layouts=layouts)
    page = unwrap(document)
    if page is not None:
        markup = read_html(page, known)
        text = next((record.text for record in records if record.text), markup.page.text)
        return Reread(document, text, records, markup.text if text == markup.page.text else None)
    plain = TextPage(decode(document).text, host_of(document.url))
    reading = read_text(plain, known)
    return Reread(document, plain.text, records, reading and (accepted(reading) or reading))
