"""What a mark says of a doctor: the groups of its pattern that are parts of a byline, or a line with several."""

from collections.abc import Callable, Mapping

from extractor.layout.marks import BYLINE_GROUPS, TEXT_GROUPS
from extractor.readers.people.credentials import credentials_in
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found, V
from extractor.readers.people.names import name_fields, split_name
from extractor.readers.people.numbers import count_in, rating_in
from extractor.readers.people.one_line import one_line_fields
from extractor.records import Span
from extractor.vocabulary import is_title
from extractor.vocabulary.specialties import is_specialty, specialty_in_front, specialty_start


def group_fields(groups: Mapping[str, Span], text: str, base: int) -> BylineFields:
    """What the `groups` of a mark say of the doctor, whose places in `text` they are.

    What has a group of its own counts for more than the line it stands in. Places are counted from `base`, where the
    mark begins.
    """
    told = {name: _found(text, groups[name], base) for name in BYLINE_GROUPS & groups.keys()}
    fields = NO_FIELDS
    for line in (told.get("name"), told.get("byline")):
        if line:
            fields = _line_fields(line).or_else(fields)
    rating, reviews, credentials = told.get("rating"), told.get("reviews"), told.get("credentials")
    own = BylineFields(
        credentials=credentials_in(credentials.value, credentials.start) if credentials else (),
        specialty=told.get("specialty"),
        location=told.get("location"),
        rating=rating and _read(rating, rating_in),
        reviews=reviews and _read(reviews, count_in),
    )
    return own.or_else(fields)


def byline_span(groups: Mapping[str, Span], line: Span) -> Span | None:
    """Where a byline stands that a mark on `line` holds: up to the text below it; None if there is none."""
    signed = max((end for name, (_, end) in groups.items() if name in BYLINE_GROUPS), default=None)
    if signed is None:
        return None
    below = (start for name, (start, _) in groups.items() if name in TEXT_GROUPS and start > signed)
    return line[0], min(below, default=line[1])


def _found(text: str, span: Span, base: int) -> Found[str]:
    start, end = span
    value = text[start:end].strip()
    return Found(value, start - base, start - base + len(value))


def _line_fields(line: Found[str]) -> BylineFields:
    """What a line says that a mark names a byline, or the name in one; if it is shaped like none, it is the name.

    What a member of a board goes by may begin with a title, and has a digit: it stands as printed.
    """
    text, start, _ = line
    if " " in text and "," not in text and text[-1].isdigit() and is_title(text.split()[0]):
        return BylineFields(name=line)
    if is_specialty(text):
        return BylineFields(specialty=line)
    if fields := one_line_fields(text, start) or name_fields(text, start):
        return fields
    fields, rest = split_name(text, start)
    if rest and (work := _work(*rest[0])):
        fields = fields._replace(specialty=work)
    return fields if fields.name else fields._replace(name=line)


def _work(text: str, start: int, end: int) -> Found[str] | None:
    """The specialty behind a name, where it may stand at which clinic, or since when, behind it."""
    if specialty_start(text) is not None:
        return Found(text, start, end)
    work = specialty_in_front(text)
    return Found(work, start, start + len(work)) if work else None


def _read(found: Found[str], read: Callable[[str], V | None]) -> Found[V] | None:
    value = read(found.value)
    return None if value is None else Found(value, found.start, found.end)
