"""White space around lines says nothing: a page is read alike with and without it."""

from collections.abc import Callable, Sequence

import pytest

from extractor import QAPage, extract_records
from extractor.evaluation.gold import GoldPage
from tests.long import some_of
from tests.readings import fixture_pages, page_text, records_of

PAGES = [page for page in fixture_pages() if page.path.suffix == ".txt" and not page.name.startswith("hard/")]


def _each_line(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda text: "\n".join(map(change, text.split("\n")))


MARGINS: dict[str, Callable[[str], str]] = {
    "trailing spaces": _each_line(lambda line: f"{line}  " if line else line),
    "blank lines of spaces": _each_line(lambda line: line or " "),
    "an indented page": _each_line(lambda line: f"\t{line}" if line else line),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "blank lines above": lambda text: "\n\n" + text,
    "a byte order mark": lambda text: "\ufeff" + text,
}


@pytest.mark.parametrize("page", [pytest.param(page, id=page.name) for page in PAGES])
def test_margins_change_nothing(page: GoldPage) -> None:
    text = page_text(page.path)
    plain = _contents(records_of(page.path))
    names = some_of(list(MARGINS), page.name)
    assert [name for name in names if _contents(extract_records(MARGINS[name](text))) != plain] == []


def _contents(records: Sequence[QAPage]) -> list[object]:
    return [record.model_dump(exclude={"digest", "spans", "text", "warnings", "confidence"}) for record in records]
