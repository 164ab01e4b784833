"""What became of a page: one result, of which a page that nobody read has the text alone."""

import pytest

from extractor import Document
from extractor.readers.text.page import TextPage
from extractor.readers.text.page_reading import PageReading, read_accepted
from extractor.reading import examine
from extractor.sites import all_layouts

PAGE = "Is it normal?\n\nMy heel hurts. What can I do?\n\nDoctor Answers 1\n\nRest\n\nRest your heel.\n\nAnn Rowe, MD\nLeeds Dermatologist"
EXCHANGE = "Q: My heel hurts when I run. Is it a spur?\n\nA: It may be one. You can rest it for two weeks."


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


@pytest.mark.parametrize(
    ("text", "site"),
    [
        (f"Ask a doctor: heels\n\n{EXCHANGE}", None),
        (f"Ask a doctor\n\n{PAGE}", "realself"),
        ("Ask a doctor\n\nMy heel hurts.", "none"),
    ],
    ids=["labels", "proof", "neither"],
)
def test_a_clue_is_no_proof_where_labels_say_more(text: str, site: str | None) -> None:
    read = read_accepted(TextPage(text), all_layouts())
    assert (read.layout.name if read else "none") == site
