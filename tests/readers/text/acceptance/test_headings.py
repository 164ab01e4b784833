"""Which headlines make a page without marks look like an article."""

import pytest

from extractor.readers.text.acceptance.headings import has_headings, headlines_of
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
    assert has_headings(read) is is_one
