"""A page read and believed: by the site whose clue it carries or, where nothing proves that, by its labels."""

from collections.abc import Sequence

from extractor.layout import Kind, Layout
from extractor.layout.layout import layout_for
from extractor.readers.text.acceptance.accepted import accepted
from extractor.readers.text.grammar.markup import Markup
from extractor.readers.text.matcher import matcher_of
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import TextReading, read_text
from extractor.readers.text.weights import SHIPPED, Weights


def read_accepted(
    page: TextPage, layouts: Sequence[Layout], markup: Markup | None = None, weights: Weights = SHIPPED
) -> TextReading | None:
    """The reading of a page on which others answer somebody by one of `layouts`, or None if it is none.

    A page with the clue of a site and nothing that proves it to be of that site may be one of no known site: any column
    may say "Ask a doctor". It is read so if it has labels, or is not believed to be of that site, nor of medicine.
    """
    read = read_text(page, layouts, markup, weights)
    if read is None:
        return None
    is_proven = read.layout.is_generic or any(hit.kind in read.layout.proof for hit in read.cut.hits)
    if is_proven or not layouts[-1].is_generic or layout_for(page.host, layouts):
        return accepted(read)
    if _has_labels(page, layouts[-1]):
        return read_accepted(page, layouts[-1:], markup, weights) or accepted(read)
    believed = accepted(read)
    if believed is None and not page.may_be_unmarked:
        believed = read_accepted(page, layouts[-1:], markup, weights)
    return believed


def _has_labels(page: TextPage, generic: Layout) -> bool:
    return {Kind.QUESTION, Kind.ANSWER} <= {hit.kind for hit in matcher_of(generic).find(page.text, page.lines)}
