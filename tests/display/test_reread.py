"""A page read again is what the run read, with its lines, their numbers and their roles."""

from extractor.api import extract_records
from extractor.display.reread import reread
from extractor.document import Document
from tests.test_api import PAGE


def test_records_are_those_of_the_run_with_spans() -> None:
    page = reread(Document(PAGE))
    assert list(page.records) == list(extract_records(PAGE, spans=True))


def test_lines_have_the_numbers_of_the_page_and_each_was_read_as_something() -> None:
    page = reread(Document("\n\n" + PAGE))
    told = dict(zip(page.numbers, (page.text[line.start : line.end] for line in page.lines), strict=True))
    assert told == {number: line for number, line in enumerate(f"\n\n{PAGE}".split("\n"), 1) if line.strip()}
    assert page.pieces.keys() == told.keys()


def test_what_could_nearly_as_well_be_something_else_is_doubtful() -> None:
    page = reread(Document(PAGE))
    assert page.reasons
    assert all(page.confidence(page.pieces[number]) < 0.9 for number in page.doubtful)
    assert all(0 <= page.confidence(piece) <= 1 for piece in page.pieces.values())


def test_a_page_whose_markup_tells_the_fields_has_no_reading_of_lines() -> None:
    markup = (
        '<html itemscope itemtype="https://schema.org/QAPage"><div itemprop="mainEntity" itemscope '
        'itemtype="https://schema.org/Question"><h1 itemprop="name">Is it normal?</h1><div itemprop="suggestedAnswer" '
        'itemscope itemtype="https://schema.org/Answer"><p itemprop="text">It is, give it a month.</p></div></div>'
    )
    page = reread(Document(markup))
    assert page.records
    assert (page.reading, page.pieces, page.reasons, page.doubtful) == (None, {}, None, [])
