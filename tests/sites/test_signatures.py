"""A site is known by what only its own pages carry."""

import pytest

from extractor.evaluation.gold import GoldPage
from extractor.layout import Layout
from extractor.layout.layout import signed
from extractor.readers.text.page import TextPage
from extractor.sites import all_layouts
from tests.readings import fixture_pages

SITES = [layout for layout in all_layouts() if layout.signature]
"""A site that is known by clues alone has marks that prove a page to be its own (`Layout.proof`)."""
PAGES = [page for page in fixture_pages() if page.path.suffix == ".txt"]
LIKE_HEALTHTAP = "hard/negative/clinic-faq-recovery.txt"
"""A question and its answer on one line below: what tells it from a page of healthtap is who speaks."""


@pytest.mark.parametrize("layout", SITES, ids=lambda layout: layout.name)
def test_a_signature_is_on_no_page_of_another_site(layout: Layout) -> None:
    found = [page.name for page in PAGES if _site_of(page) not in (layout.name, None) and _signs(layout, page)]
    assert found == []


@pytest.mark.parametrize("layout", SITES, ids=lambda layout: layout.name)
def test_a_signature_is_on_no_page_that_is_none(layout: Layout) -> None:
    found = {page.name for page in PAGES if not page.records and _signs(layout, page)}
    assert found <= {LIKE_HEALTHTAP}


def _site_of(page: GoldPage) -> str | None:
    """The site whose fixtures the page is among; None if it may be of any."""
    folder = page.name.partition("/")[0]
    return {"onedoc3": "1doc3"}.get(folder, None if folder in ("generic", "hard", "negative") else folder)


def _signs(layout: Layout, page: GoldPage) -> bool:
    return _is_signed(layout, page.path.read_text(encoding="utf-8"))


def _is_signed(layout: Layout, content: str) -> bool:
    text = TextPage(content)
    return bool(signed(text.text, text.outline, text.heads, (layout,)))


@pytest.mark.parametrize(
    ("asked", "told", "is_one"),
    [
        ("Is a swollen knee warm for a week?", "Rest it. It cools within a week.", True),
        ("Is a swollen knee warm for a week?", "Yes. It cools within a week.", False),
        ("Is a swollen knee warm for a week?", "Not always. It cools within a week.", False),
        ("Is a swollen knee warm for a week?", "Most knees cool by then. Rest it.", False),
        ("Is a swollen knee warm for a week?", "This week. It cools within a week.", True),
        ("Is a swollen knee warm for a week?", "Yes. It cools within a week.\nRest it. It cools within days.", True),
        ("Dzień dobry, boli mnie kolano. Czy to minie?", "Dzień dobry, to minie. Proszę odpocząć.", False),
        ("मेरे घुटने में दर्द है, क्या करूँ?", "उत्तर: आराम करें. It helps.", False),
    ],
    ids=[
        "a headline",
        "a word alone",
        "words that answer",
        "a sentence",
        "its beginning",
        "one of several answers",
        "a reply that greets back",
        "a label of signs that are no letters",
    ],
)
def test_letters_and_labels_are_no_answers_of_healthtap(asked: str, told: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    (healthtap,) = (layout for layout in SITES if layout.name == "healthtap")
    assert _is_signed(healthtap, f"{asked}\n\n{told}") is is_one
