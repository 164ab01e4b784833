"""Which headlines make a page without marks look like an article."""

import pytest

from extractor.readers.text.acceptance.headings import headlines_of, may_be_article
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

ASKED = "I had a tummy tuck two weeks ago and my scar is red and swollen. What can I do about it?"
TOLD = "Thank you for your question. Swelling is normal at two weeks; you should ask your surgeon if you have pain."


@pytest.mark.parametrize(
    ("headline", "is_one"),
    [("Day 2", True), ("Step 3: the scar", True), ("Week 2is early", False), ("Red scars fade", False)],
)
def test_numbered_headlines_are_those_of_sections(headline: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"Is a red scar normal?\n\n{ASKED}\n\n{headline}\n\n{TOLD}\n"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert headlines_of(read) == [headline]
    assert may_be_article(read) is is_one


IMPERSONAL = "Swelling of the scar is normal at two weeks, and numbness lasts for some months in most patients."


@pytest.mark.parametrize(
    ("asked", "told", "is_one"),
    [
        ("Common questions are how long does swelling of the scar last? Swelling lasts for weeks.", IMPERSONAL, True),
        (ASKED, IMPERSONAL, False),
        ("Common questions are how long does swelling of the scar last? Swelling lasts for weeks.", TOLD, False),
    ],
    ids=["nobody asks or is told", "somebody asks", "somebody is told"],
)
def test_a_text_of_nobody_to_nobody_may_be_an_article(asked: str, told: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(f"Swelling After a Tummy Tuck\n\n{asked}\n\n{told}\n"), all_layouts())
    assert read is not None
    assert may_be_article(read) is is_one
