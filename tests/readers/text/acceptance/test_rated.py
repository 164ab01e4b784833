"""Texts that doctors with stars sign are answers, in doubt, where the head of the page is lost."""

import pytest

from extractor.readers.text.acceptance.rated import reading_of_counted, reading_of_rated
from extractor.readers.text.page import TextPage
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


COUNTED = "Wadenkrämpfe in der Nacht\nMein Vater hat sie seit Mai. Was kann er tun?\n{count} Antworten\n"
SAID = "Dr. {name}\nKardiologe\nKassel\nEine Blutprobe zeigt, ob Kalium fehlt, und das sollte er bald wissen.\n"


@pytest.mark.parametrize(
    ("count", "names", "is_one"),
    [(2, ("Ada Rowe", "Ana Vale"), True), (3, ("Ada Rowe", "Ana Vale"), False), (1, ("Ada Rowe",), False)],
    ids=["as many", "more", "one"],
)
def test_as_many_doctors_sign_as_answers_are_declared(count: int, names: tuple[str, ...], is_one: bool) -> None:  # noqa: FBT001 - a table's column
    text = COUNTED.format(count=count) + "".join(SAID.format(name=name) for name in names)
    read = read_text(TextPage(text), all_layouts())
    assert read is not None
    found = reading_of_counted(read)
    assert (found is not None) is is_one
    assert found is None or found.reading.answers == count
