"""Who wrote a post: what its regions say of the doctor."""

import re
from collections.abc import Iterator, Sequence

from extractor.layout import Part
from extractor.layout.html import UNCLEAR
from extractor.readers.html.posts.regions.marked import MarkedPost
from extractor.readers.html.posts.regions.post import COLONS
from extractor.readers.html.posts.regions.values import Values
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found, places_of, values_of
from extractor.readers.people.loose_bylines import byline_fields, line_fields
from extractor.readers.people.names import is_name_line, name_fields, whole_name_fields
from extractor.readers.people.numbers import count_in, decimal_in, rating_in
from extractor.readers.people.pieces import Piece, split
from extractor.readers.people.places import is_place, work_fields
from extractor.readers.people.ratings import is_grade, rating_fields
from extractor.records import Answer, Doctor, doubt
from extractor.records import Warning as PageWarning
from extractor.vocabulary import is_special

_TWO_WORDS = re.compile(r"\w \w")
"""In front of a comma: people give themselves names of one word with whatever behind it."""


def doctor_of(values: Values, post: MarkedPost, at: str) -> Doctor | None:
    """The doctor that the regions of a post tell of, None if they tell of none; `at` is the pointer of the value."""
    fields = _byline(values, post)
    for found in values.all(post, Part.SPECIALTY)[:1]:
        fields = (work_fields(found.value, found.start) or NO_FIELDS).or_else(fields)
        fields = fields.or_else(BylineFields(specialty=found))
    for found in _with_parts(values, post, Part.LOCATION, Part.PLACE_PART, ", "):
        work = work_fields(found.value, found.start)
        fields = work.or_else(fields) if work and work.location else fields
        fields = fields.or_else(BylineFields(location=found))
    fields = _rating(values, post).or_else(fields)
    for name, places in places_of(fields):
        values.spans[f"{at}/{name}"] = places
    url = values.address(post, Part.AUTHOR_URL, f"{at}/url")
    role = values.string(post, Part.ROLE, f"{at}/role")
    if not (fields or url or role):
        return None
    return Doctor.model_validate({**values_of(fields), "url": url, "role": role})


def _byline(values: Values, post: MarkedPost) -> BylineFields:
    """What the lines of a byline say, and the author's name where an element holds just that."""
    fields = NO_FIELDS
    for found in values.all(post, Part.BYLINE):
        line = found.value.rstrip(COLONS)
        told = name_with_work(split(line, found.start, ",")) or NO_FIELDS
        fields = fields.or_else(byline_fields(line, found.start, is_named=post.has(Part.AUTHOR))).or_else(told)
    for found in values.all(post, Part.MEMBER)[:1]:
        signed = name_fields(found.value, found.start) if _TWO_WORDS.search(found.value.rpartition(",")[0]) else None
        shown = BylineFields(name=Found(" ".join(found.value.split()), found.start, found.end))
        fields = (signed if signed and signed.credentials else shown).or_else(fields)
    for found in _with_parts(values, post, Part.AUTHOR, Part.NAME_PART, " "):
        name = found.value.replace("\n", " ")
        fields = (line_fields(name, found.start) or _parts(name, found.start)).or_else(fields)
    return fields


def _with_parts(values: Values, post: MarkedPost, head: Part, part: Part, between: str) -> list[Found[str]]:
    """The first value of `head`, with what belongs behind it and has elements of its own: names, a region."""
    found = values.all(post, head)[:1]
    for one in values.all(post, part) if found else ():
        if one.value not in found[0].value:
            whole = f"{found[0].value}{between}{one.value}"
            found = [Found(whole, *values.place(whole, found[0].start))]
    return found


def _rating(values: Values, post: MarkedPost) -> BylineFields:
    """Rating and number of reviews; a rating of 0 means that nobody has rated."""
    fields = NO_FIELDS
    for found in values.all(post, Part.RATING)[:1]:
        fields = rating_fields(found.value, found.start) or NO_FIELDS
        best = next((decimal_in(best.value) for best in values.all(post, Part.BEST_RATING)), None)
        if not (fields or is_grade(found.value)) and (rating := rating_in(found.value, best)):
            fields = BylineFields(rating=Found(rating, found.start, found.end))
    for found in values.all(post, Part.REVIEWS)[:1]:
        count = count_in(found.value)
        if count is not None and count >= 0 and (fields.rating or count > 0):
            fields = fields._replace(reviews=Found(count, found.start, found.end))
    return fields


def unread_ratings(values: Values, posts: Sequence[MarkedPost], answers: Sequence[Answer]) -> Iterator[PageWarning]:
    """Ratings and numbers of reviews that are there and were not understood; a 0 says that there are none."""
    for post, answer in zip(posts, answers, strict=True):
        for name, part in (("rating", Part.RATING), ("reviews", Part.REVIEWS)):
            if answer.doctor is None or getattr(answer.doctor, name) is None:
                for found in filter(_is_number, values.all(post, part)[:1]):
                    yield doubt.unread_value(name, found.value, answer.position)


def _is_number(found: Found[str]) -> bool:
    text = found.value
    return text == UNCLEAR or (any(map(str.isdecimal, text)) and rating_in(text) != 0)


def _parts(text: str, start: int) -> BylineFields:
    """What stands where the author stands, in words that the vocabulary lacks: name, specialty, place; or a name."""
    parts = split(text, start, ",")
    if known := name_with_work(parts) or whole_name_fields(text, start):
        return known
    if len(parts) != len(("name", "specialty", "location")) or not all(is_place(part) for part, _, _ in parts):
        return BylineFields(name=Found(text, start, start + len(text)))
    name, specialty, location = (Found(*part) for part in parts)
    return BylineFields(name=name, specialty=specialty, location=location)


def _is_work(text: str) -> bool:
    return text[:1].islower() or (text.isupper() and not is_special(text))


def name_with_work(parts: Sequence[Piece]) -> BylineFields | None:
    """A title with a name, and a word in small letters or capitals behind the comma: as what somebody works, "ORL"."""
    if len(parts) != len(("name", "specialty")) or not _is_work(parts[1][0]):
        return None
    name, specialty = (Found(*part) for part in parts)
    fields = name_fields(name.value, name.start)
    return fields._replace(specialty=specialty) if fields and is_name_line(fields, name.value, is_sure=True) else None
