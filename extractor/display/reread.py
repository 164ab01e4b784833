"""A page read again with all that a record leaves out: its text, spans, and the reading of its lines if it had one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.document import Document, digest_of
from extractor.readers.lines import Line, split_lines
from extractor.readers.text.doubts.margins import Margin
from extractor.readers.text.reader import TextReading
from extractor.readers.text.records import confidence_of
from extractor.readers.text.roles import LinePiece, line_roles
from extractor.readers.text.why import Reasons
from extractor.reading import Layouts, examine, read
from extractor.records import QAPage
from extractor.records.doubt import DOUBTFUL
from extractor.records.identity import identified


@dataclass(frozen=True)
class Reread:
    """A page: its text, its records with spans, and how its lines were read, if no markup told the fields.

    `margins` are those of the items of the reading.
    """

    document: Document
    text: str
    records: Sequence[QAPage]
    reading: TextReading | None
    margins: Sequence[Margin]

    @cached_property
    def lines(self) -> Sequence[Line]:
        """The lines of its text that are not blank."""
        return split_lines(self.text)

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The numbers of these lines in the page, from 1."""
        return list(_numbers(self.text, self.lines))

    @cached_property
    def pieces(self) -> Mapping[int, LinePiece]:
        """By the number of a line what it was read as: its last piece, if a label opens it."""
        return {row.number: row.pieces[-1] for row in line_roles(self.reading)} if self.reading else {}

    @cached_property
    def doubtful(self) -> Sequence[int]:
        """The numbers of the lines that could nearly as well be something else."""
        return [number for number, piece in self.pieces.items() if self.confidence(piece) < DOUBTFUL]

    @cached_property
    def reasons(self) -> Reasons | None:
        """What decided on its lines, if no markup told the fields."""
        return Reasons(self.reading) if self.reading else None

    def confidence(self, piece: LinePiece) -> float:
        """How likely a piece of a line is what it was read as; 1 where the wording leaves no choice."""
        if self.reading is None or piece.item is None or piece.rival is None:
            return 1.0
        return confidence_of(self.margins[piece.item].ahead, self.reading.weights)


def _numbers(text: str, lines: Sequence[Line]) -> Iterator[int]:
    number = 1
    starts = [0, *(line.start for line in lines)]
    for above, start in pairwise(starts):
        number += text.count("\n", above, start)
        yield number


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
