"""Places and specialties: which words are which, and what is neither."""

import pytest

from extractor.readers.people.fields import NO_FIELDS, values_of
from extractor.readers.people.places import is_place, place_fields, specialty_first_fields


@pytest.mark.parametrize(
    ("line", "location", "specialty"),
    [
        ("Seattle Plastic Surgeon", "Seattle", "Plastic Surgeon"),
        ("Seattle Facial Plastic Surgeon", "Seattle", "Facial Plastic Surgeon"),
        ("Boca Raton Dermatologic Surgeon", "Boca Raton", "Dermatologic Surgeon"),
        ("Raleigh-Durham Dermatologist", "Raleigh-Durham", "Dermatologist"),
        ("Rio de Janeiro Cirurgião Plástico", "Rio de Janeiro", "Cirurgião Plástico"),
        ("St. Louis, MO Board Certified Plastic Surgeon", "St. Louis, MO", "Board Certified Plastic Surgeon"),
        ("The Woodlands Plastic Surgeon", "The Woodlands", "Plastic Surgeon"),
        ("Hope Mills Plastic Surgeon", "Hope Mills", "Plastic Surgeon"),
        ("Borgo di Sopra Dermatologo", "Borgo di Sopra", "Dermatologo"),
        ("Dermatologist", None, "Dermatologist"),
        ("Leeds - Dermatologist", "Leeds", "Dermatologist"),
        ("Portland Dermatologist, Mohs Surgeon", "Portland", "Dermatologist, Mohs Surgeon"),
        ("Leeds Dermatologist & Plastic Surgeon", "Leeds", "Dermatologist & Plastic Surgeon"),
        ("Portland, OR 97201 Plastic Surgeon", "Portland, OR 97201", "Plastic Surgeon"),
        ("London W1G 9QP | Plastic Surgeon", "London W1G 9QP", "Plastic Surgeon"),
        ("Portland, OR · Plastic Surgeon", "Portland, OR", "Plastic Surgeon"),
    ],
)
def test_a_place_line_ends_with_the_longest_specialty(line: str, location: str | None, specialty: str) -> None:
    fields = values_of(place_fields(line, 4) or NO_FIELDS)
    assert (fields["specialty"], fields.get("location")) == (specialty, location)


@pytest.mark.parametrize(
    ("line", "specialty", "location"),
    [
        ("Orthodontist in Omaha, NE", "Orthodontist", "Omaha, NE"),
        ("Orthodontist of Omaha", "Orthodontist", "Omaha"),
        ("Dermatóloga, Guadalajara", "Dermatóloga", "Guadalajara"),
        ("Cirurgião vascular - Ribeirão Preto", "Cirurgião vascular", "Ribeirão Preto"),
        ("Orthodontist | Omaha, NE 68102", "Orthodontist", "Omaha, NE 68102"),
        ("Orthodontist (Omaha)", "Orthodontist", "Omaha"),
    ],
)
def test_a_line_may_begin_with_the_specialty(line: str, specialty: str, location: str) -> None:
    fields = specialty_first_fields(line, 4)
    assert values_of(fields or NO_FIELDS) == {"specialty": specialty, "location": location}


@pytest.mark.parametrize("line", ["Dentist in our town", "dentist in Omaha", "Omaha in Nebraska", "Dentist in 2011"])
def test_what_does_not_begin_with_a_specialty_and_end_with_a_place(line: str) -> None:
    assert specialty_first_fields(line, 0) is None


@pytest.mark.parametrize(
    "line",
    ["Ask a Plastic Surgeon", "I am a Dermatologist", "Seattle", "see a plastic surgeon", "MDDallas Dermatologist"],
)
def test_what_is_no_place_line(line: str) -> None:
    assert place_fields(line, 0) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Salt Lake City", True),
        ("Leeds, West Yorkshire", True),
        ("Coeur d'Alene", True),
        ("Vila Nova de Gaia", True),
        ("Winston-Salem", True),
        ("Good luck", False),
        ("The one", False),
        ("leeds", False),
        ("Leeds 7", False),
        ("A B C D E F G", False),
        ("A" + "-a" * 60 + "!", False),
    ],
)
def test_places_are_a_few_capitalised_words(text: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_place(text) is is_one


@pytest.mark.parametrize(
    ("line", "location"),
    [("Orthodontist in Omaha, NE", "Omaha, NE"), ("Dermatologist (Leeds)", "Leeds"), ("Dermatologist, Leeds", "Leeds")],
)
def test_a_place_behind_a_specialty_is_where_it_is(line: str, location: str) -> None:
    fields = specialty_first_fields(line, 7)
    assert fields is not None
    assert fields.location is not None
    assert (fields.location.value, fields.location.start) == (location, 7 + line.index(location))


@pytest.mark.parametrize("line", ["dermatologist in Leeds", "Dermatologist in her office", "Gardener in Leeds"])
def test_other_lines_say_no_specialty_first(line: str) -> None:
    assert specialty_first_fields(line, 0) is None


@pytest.mark.parametrize(
    "text",
    ["Portland, OR 97201", "80331 Munich", "Leeds LS1 4AP", "Rio de Janeiro", "Katwijk aan den Rijn", "Warm Springs"],
)
def test_a_place_may_have_a_postal_code(text: str) -> None:
    assert is_place(text)


@pytest.mark.parametrize(
    "text", ["Thank you", "Suite 400", "I had it done", "leeds", "A B C D E F G", "The Best", "Many Thanks", "The"]
)
def test_what_is_no_place(text: str) -> None:
    assert not is_place(text)


def test_a_place_does_not_begin_with_a_degree() -> None:
    assert not is_place("FACS Orlando")
    assert not is_place("PhD Edison")
    assert not is_place("FRCS")
    assert not is_place("MBChB")
    assert is_place("PA")
    assert is_place("Do Rio")
