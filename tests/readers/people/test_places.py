"""Places and specialties: which words are which, and what is neither."""

import pytest

from extractor.readers.people.fields import NO_FIELDS, values_of
from extractor.readers.people.places import is_place, place_fields, specialty_first_fields


@pytest.mark.parametrize(
    ("line", "specialty", "location"),
    [
        ("Seattle Facial Plastic Surgeon", "Facial Plastic Surgeon", "Seattle"),
        ("Dermatologist", "Dermatologist", None),
        ("Leeds - Dermatologist", "Dermatologist", "Leeds"),
    ],
)
def test_the_longest_specialty_ends_a_place_line(line: str, specialty: str, location: str | None) -> None:
    fields = values_of(place_fields(line, 0) or NO_FIELDS)
    assert (fields["specialty"], fields.get("location")) == (specialty, location)


@pytest.mark.parametrize(
    ("line", "location"),
    [("Orthodontist in Omaha, NE", "Omaha, NE"), ("Dermatologist (Leeds)", "Leeds"), ("Dermatologist, Leeds", "Leeds")],
)
def test_a_specialty_may_come_first(line: str, location: str) -> None:
    fields = specialty_first_fields(line, 7)
    assert fields is not None
    assert fields.location is not None
    assert (fields.location.value, fields.location.start) == (location, 7 + line.index(location))


@pytest.mark.parametrize("line", ["dermatologist in Leeds", "Dermatologist in her office", "Gardener in Leeds"])
def test_other_lines_say_no_specialty_first(line: str) -> None:
    assert specialty_first_fields(line, 0) is None


@pytest.mark.parametrize("text", ["Portland, OR 97201", "80331 Munich", "Leeds LS1 4AP", "Rio de Janeiro"])
def test_a_place_may_have_a_postal_code(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize("text", ["Thank you", "Suite 400", "I had it done", "leeds", "A B C D E F G"])
def test_what_is_no_place(text: str) -> None:
    assert not is_place(text)
