"""What became of a page: the one result that records, and the explanation of records, are taken from."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractor.layout import Layout
from extractor.readers.text.doubts.margins import Margin
from extractor.readers.text.reader import TextReading
from extractor.records import QAPage


@dataclass(frozen=True, slots=True)
class PageReading:
    """A page read.

    `text` is the page's text, of HTML as it is rendered. `layout` is the one it was read by, None if by none. `read` is
    how the grammar reads its lines, None where the markup tells; `margins` say how sure that is, item by item.
    """

    records: Sequence[QAPage]
    text: str
    layout: Layout | None = None
    read: TextReading | None = None
    margins: Sequence[Margin] = ()
