"""What a byline says: fields that stand for themselves, fill one another and know their places."""

from extractor.readers.people.fields import NO_FIELDS, AnswerFacts, BylineFields, Found, filled, places_of, values_of

ANN = BylineFields(
    name=Found("Ann Lee", 0, 7),
    credentials=(Found("MD", 9, 11), Found("FACS", 13, 17)),
    rating=Found(0.0, 20, 23),
)


def test_values_and_places_leave_out_what_is_not_said() -> None:
    assert values_of(ANN) == {"name": "Ann Lee", "credentials": ("MD", "FACS"), "rating": 0.0}
    assert list(places_of(ANN)) == [("name", ((0, 7),)), ("credentials", ((9, 11), (13, 17))), ("rating", ((20, 23),))]
    assert not NO_FIELDS
    assert ANN


def test_what_is_there_is_kept_and_what_is_empty_filled() -> None:
    other = BylineFields(name=Found("A. Lee", 30, 36), location=Found("Leeds", 38, 43), rating=Found(4.0, 45, 48))
    assert values_of(ANN.or_else(other)) == values_of(ANN) | {"location": "Leeds"}
    assert ANN.or_else(NO_FIELDS) == ANN == NO_FIELDS.or_else(ANN)
    assert filled(AnswerFacts(votes=Found(0, 1, 2)), AnswerFacts(votes=Found(7, 3, 4))).votes == Found(0, 1, 2)


def test_all_places_move_and_no_value_changes() -> None:
    full = BylineFields(*[(Found("x", 1, 2),) if name == "credentials" else Found("x", 1, 2) for name in ANN._fields])  # type: ignore[arg-type]
    moved = full.moved(10)
    assert values_of(moved) == values_of(full)
    assert {places for _, places in places_of(moved)} == {((11, 12),)}


def test_only_different_values_of_one_field_contradict() -> None:
    assert not ANN.contradicts(BylineFields(location=Found("Leeds", 0, 5)))
    assert not ANN.contradicts(ANN.moved(5))
    assert ANN.contradicts(BylineFields(name=Found("Ann Li", 0, 6)))
    assert ANN.contradicts(BylineFields(credentials=(Found("MD", 0, 2),)))
