"""What became of a page: one result, of which a page that nobody read has the text alone."""

from extractor import Document
from extractor.readers.text.page_reading import PageReading
from extractor.reading import examine

PAGE = "Is it normal?\n\nMy heel hurts. What can I do?\n\nDoctor Answers 1\n\nRest\n\nRest your heel.\n\nAnn Rowe, MD\nLeeds Dermatologist"


def test_a_page_that_was_read_says_by_what_and_how_sure_each_item_is() -> None:
    reading = examine(Document(PAGE))
    assert reading.records
    assert reading.text == PAGE
    assert reading.read is not None
    assert reading.layout is reading.read.layout
    assert len(reading.margins) == len(reading.read.cut.items)


def test_a_page_that_nobody_read_has_its_text_and_nothing_else() -> None:
    reading = PageReading((), "text")
    assert (reading.layout, reading.read, reading.margins) == (None, None, ())
