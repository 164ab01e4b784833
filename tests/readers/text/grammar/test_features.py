"""What a line's own words say, and that the quick ways to it say the same as the plain ones."""

from collections.abc import Iterator

import pytest

from extractor.readers.people.fields import BylineFields, Found
from extractor.readers.text.grammar.features import byline_evidence, has_sentences, headline_evidence, strip_photo
from extractor.readers.text.grammar.looks import _CLOSING, _is_signature, look_at, opening_of
from extractor.readers.text.weights import SHIPPED
from tests.paths import FIXTURES

LINES = """
Hello dear doctor
Thank you for asking
Great question!
I'm so sorry to hear it
I fully agree with Dr. Rowe
Agree with the others
1) a lens
b. a needle
- a comb
SWELLING: two weeks
All my best wishes,
Kind regards
Hope this helps you
I hope that is of help
Please advise
Dr. Ada Rowe
~ Dr. P
With warm thanks
The eye is dry
K
"""


def _lines() -> Iterator[str]:
    """Lines of the fixtures, the ends of these lines, and lines made to be looked at, in several cases."""
    for line in LINES.split("\n"):
        yield from (line, line.lower(), line.upper(), line.title())
    for path in sorted(FIXTURES.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            yield from (line.strip(), line[len(line) // 2 :].strip())


def test_the_quick_look_is_what_both_patterns_say() -> None:
    for line in filter(None, _lines()):
        look = look_at(line)
        if look.is_datum:
            continue
        assert look.opening == opening_of(line), line
        assert look.is_closing == (len(line) < 90 and (_CLOSING.match(line) is not None or _is_signature(line))), line


@pytest.mark.parametrize(
    ("line", "opening", "is_closing", "is_bare"),
    [
        ("Hello dear doctor", "greeting", False, True),
        ("1) a lens", "list", False, False),
        ("SWELLING: two weeks", "list", False, False),
        ("All my best wishes,", None, True, False),
        ("Two weeks of ice", None, False, True),
        ("Two weeks of ice.", None, False, False),
        ("and two weeks of ice", None, False, False),
    ],
)
def test_how_lines_look(line: str, opening: str | None, is_closing: bool, is_bare: bool) -> None:  # noqa: FBT001 - a table's columns
    assert look_at(line) == (opening, is_closing, is_bare, False)


@pytest.mark.parametrize(
    "line", ["2 years ago", "March 4, 2019", "128", "98%", "+1 (555) 010-0100", "www.rowe.example"]
)
def test_a_date_a_number_or_an_address_is_no_words_of_anybody(line: str) -> None:
    assert look_at(line).is_datum


@pytest.mark.parametrize("line", ["2 weeks", "$2500", "Why?!", "In two years", "March on", "10 Downing ideas"])
def test_what_only_begins_like_one(line: str) -> None:
    assert not look_at(line).is_datum


@pytest.mark.parametrize(
    ("title", "stripped"), [("Is it? (photos)", "Is it?"), ("Is it? (Photo)", "Is it?"), ("Is it? (no)", "Is it? (no)")]
)
def test_a_title_is_compared_without_its_photo_marker(title: str, stripped: str) -> None:
    assert strip_photo(title) == stripped


def test_a_byline_is_the_surer_the_more_it_says() -> None:
    own, name, place = SHIPPED.byline, Found("Ann Rowe", 0, 8), Found("Leeds", 9, 14)
    said = [
        BylineFields(name=name),
        BylineFields(name=name, credentials=(Found("MD", 10, 12),)),
        BylineFields(name=name, specialty=Found("Surgeon", 10, 17)),
        BylineFields(location=place, rating=Found(4.0, 15, 18)),
    ]
    assert [byline_evidence(fields, own) for fields in said] == [
        own.has_no_rating + own.name_alone,
        own.has_no_rating + own.name_with_credentials,
        own.has_no_rating + own.name_with_specialty,
        own.has_rating + own.has_location,
    ]


@pytest.mark.parametrize(
    ("line", "is_several"),
    [
        ("It hurts. Is it a spur?", True),
        ("Me duele. ¿Es un espolón?", True),
        ("Болит пятка. Что это?", True),
        ("Es schmerzt. Übt das Druck aus?", True),
        ("Болит пятка", False),
        ("It hurts vs. it burns", False),
    ],
)
def test_a_sentence_begins_with_a_capital_in_any_script(line: str, *, is_several: bool) -> None:
    assert has_sentences(line) is is_several


def test_who_is_spoken_to_on_a_line_of_its_own_is_no_headline() -> None:
    spoken_to, greeting = (
        headline_evidence(line, look_at(line), "", frozenset(), SHIPPED.headline) for line in ("Dear Rosa,", "Hi Rosa")
    )
    assert spoken_to < SHIPPED.headline.is_salutation < greeting
