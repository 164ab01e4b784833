"""explain marks what lowered the confidence of a record, line by line, with the reason."""

from io import StringIO

from rich.console import Console

from extractor.cli.explain import print_explanation
from extractor.document import Document
from extractor.records import QAPage, doubt
from tests.readings import fixture_pages, records_of

TEXTS = [page.path for page in fixture_pages() if page.path.suffix == ".txt"]


def explained(content: bytes) -> list[str]:
    out = StringIO()
    print_explanation(Document(content), Console(file=out, width=200, color_system=None), why=False)
    return out.getvalue().splitlines()


def is_doubtful(record: QAPage) -> bool:
    return min(record.confidence, *(answer.confidence for answer in record.answers), 1.0) < doubt.DOUBTFUL


def test_every_doubtful_page_has_marks_with_reasons() -> None:
    doubtful = [path for path in TEXTS if any(map(is_doubtful, records_of(path)))]
    assert len(doubtful) > 10
    for path in doubtful:
        marks = [line.strip() for line in explained(path.read_bytes()) if line.strip()[:2] in ("? ", "! ")]
        assert marks, path
        assert all(len(mark) > len("? body") for mark in marks), path


def test_a_warning_is_shown_below_its_line() -> None:
    page = (
        "Is swelling normal after two weeks?\n\n\nI had surgery on May 2.\n\n\nDoctor Answers 7\n\n"
        "Swelling after surgery\n\nIt takes a month, and you can cool it.\n\n"
        "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n"
    )
    shown = explained(page.encode())
    count = next(number for number, line in enumerate(shown) if "Doctor Answers 7" in line)
    assert shown[count].split()[0] == "7"
    assert shown[count + 1].strip() == "! the page declares 7 answers, 1 were found"
    assert shown[-1] == "warning: count-mismatch (line 7): the page declares 7 answers, 1 were found"
