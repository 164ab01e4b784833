"""What a page says of who signs, asks and answers, each value with the place of its text.

Fields that are empty are those that the page does not say. Where the others stand is counted from the beginning of a
text that each function names.
"""

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from extractor.records import Span

V = TypeVar("V", bound=str | float)


class Found(NamedTuple, Generic[V]):
    """A value and the place of its text, `[start, end)`."""

    value: V
    start: int
    end: int

    def at(self, place: "Move") -> "Found[V]":
        """The same value in another place."""
        return Found(self.value, *place(self.start, self.end))


Move: TypeAlias = Callable[[int, int], Span]
"""From a place in one text to the same place in another."""


class BylineFields(NamedTuple):
    """The fields of a byline, named as in `Doctor`."""

    name: Found[str] | None = None
    credentials: tuple[Found[str], ...] = ()
    note: Found[str] | None = None
    specialty: Found[str] | None = None
    location: Found[str] | None = None
    rating: Found[float] | None = None
    reviews: Found[int] | None = None

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return self != NO_FIELDS

    def or_else(self, other: "BylineFields") -> "BylineFields":
        """These fields, and those of `other` that are empty here.

        >>> other = BylineFields(name=Found("Ann", 9, 12), note=Found("late", 14, 18))
        >>> values_of(BylineFields(name=Found("Ann Lee", 0, 7)).or_else(other))
        {'name': 'Ann Lee', 'note': 'late'}
        """
        if self is NO_FIELDS:
            return other
        return self if other is NO_FIELDS else filled(self, other)

    def moved(self, by: int) -> "BylineFields":
        """The same fields, `by` characters further on."""
        return self.at(lambda start, end: (start + by, end + by)) if by else self

    def at(self, place: Move) -> "BylineFields":
        """The same fields in another place."""
        return BylineFields(
            name=self.name and self.name.at(place),
            credentials=tuple([one.at(place) for one in self.credentials]),
            note=self.note and self.note.at(place),
            specialty=self.specialty and self.specialty.at(place),
            location=self.location and self.location.at(place),
            rating=self.rating and self.rating.at(place),
            reviews=self.reviews and self.reviews.at(place),
        )

    def contradicts(self, other: "BylineFields") -> bool:
        """Whether a field that both have has different values."""
        for said, its in zip(self, other, strict=True):  # noqa: SIM110 - no generator: it costs more than the comparing
            if said and its and _values(said) != _values(its):
                return True
        return False


NO_FIELDS = BylineFields()
"""What says nothing."""


class QuestionFacts(NamedTuple):
    """What stands beside a question, named as in `Question`."""

    asker: Found[str] | None = None
    location: Found[str] | None = None
    asked_at: Found[str] | None = None
    tags: tuple[Found[str], ...] = ()


class AnswerFacts(NamedTuple):
    """What stands beside an answer, named as in `Answer`."""

    answered_at: Found[str] | None = None
    votes: Found[int] | None = None


Said: TypeAlias = BylineFields | QuestionFacts | AnswerFacts
_Said = TypeVar("_Said", BylineFields, QuestionFacts, AnswerFacts)


NO_QUESTION_FACTS, NO_ANSWER_FACTS = QuestionFacts(), AnswerFacts()


def filled(own: _Said, other: _Said) -> _Said:
    """The fields of `own`, and those of `other` that are empty there."""
    return type(own)._make([said or its for said, its in zip(own, other, strict=True)])


def values_of(said: Said) -> dict[str, object]:
    """The values by name, without empty ones: what the part of the record is made of."""
    if not any(said):
        return {}
    return {
        name: found.value if type(found) is Found else _values(found)
        for name, found in zip(said._fields, said, strict=True)
        if found
    }


def starts_of(said: BylineFields) -> list[int]:
    """Where the values begin, field by field."""
    name, credentials, *others = said
    return [found.start for found in (name, *credentials, *others) if found]


def places_of(said: Said) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Where the values stand, by name, without empty ones."""
    for name, found in zip(said._fields, said, strict=True):
        if found:
            yield name, tuple([(one.start, one.end) for one in ((found,) if isinstance(found, Found) else found)])


def _values(found: object) -> object:
    if isinstance(found, Found):
        return found.value
    return tuple([one.value for one in found]) if isinstance(found, tuple) else found
