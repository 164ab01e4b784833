"""A full name alone above a reply may be of who answers."""

import pytest

from extractor.readers.text.doubts.names_as_text import replies_below_names
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts


@pytest.mark.parametrize(("name", "is_doubted"), [("Rosa Vale", True), ("Rosa", False)])
def test_a_reply_below_a_full_name_that_it_does_not_greet(name: str, is_doubted: bool) -> None:  # noqa: FBT001 - a column
    page = f"Question: My heel hurts when I run. What is it?\n\n{name}\n\nAnswer: It is a spur.\n"
    read = read_text(TextPage(page), all_layouts())
    assert read is not None
    assert bool(list(replies_below_names(read))) is is_doubted
