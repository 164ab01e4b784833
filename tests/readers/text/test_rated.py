"""Texts that doctors with stars sign are answers, in doubt, where the head of the page is lost."""

import pytest

from extractor.readers.text.page import TextPage
from extractor.readers.text.rated import reading_of_rated
from extractor.readers.text.reader import read_text
from extractor.sites import all_layouts

TOLD = "Your swelling is normal, and your surgeon can drain it if it is fluid.\n\n"
SIGNED = "{name}, MD\nLeeds Plastic Surgeon\n4.9 out of 5 stars 12 reviews\n\n"
STARLESS = "{name}, MD\nLeeds Plastic Surgeon\n\n"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        (TOLD + SIGNED.format(name="Ada Rowe") + TOLD + SIGNED.format(name="Ben Hale"), True),
        (TOLD + SIGNED.format(name="Ada Rowe") + TOLD, False),
        (TOLD + STARLESS.format(name="Ada Rowe") + TOLD + STARLESS.format(name="Ben Hale"), False),
        (SIGNED.format(name="Ada Rowe") + SIGNED.format(name="Ben Hale"), False),
    ],
    ids=["two", "one", "without stars", "a list of doctors"],
)
def test_several_texts_are_signed_with_stars(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    found = reading_of_rated(read)
    assert (found is not None) is is_one
    assert found is None or found.lead <= read.weights.margin.suspect
