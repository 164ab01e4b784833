"""Names of doctors with what belongs to them: titles in front, suffixes, credentials, a note in brackets.

Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)
"""

from extractor.readers.people.credentials import (
    NOTE,
    all_credentials,
    is_bracketed,
    listed_credentials,
    unknown_credential,
)
from extractor.readers.people.fields import NO_FIELDS, BylineFields, Found
from extractor.readers.people.name_words import Word, recased, word_of
from extractor.readers.people.pieces import MAX_BYLINE_LINE, Piece, parts_of, split, visible
from extractor.vocabulary import is_badge, is_credential, is_furniture, is_title
from extractor.vocabulary.specialties import is_specialty

_MAX_NAME_WORDS = 10


def name_fields(text: str, start: int) -> BylineFields | None:
    """Name, credentials and note of a line that holds nothing else; None if it does.

    `text` stands at `start` of the page.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(name_fields("Dr. Harold C. Penn, Jr, MD, FACS (in memoriam)", 0))
    {'name': 'Harold C. Penn, Jr', 'credentials': ('MD', 'FACS'), 'note': 'in memoriam'}
    """
    fields, rest = split_name(text, start)
    return fields if fields is not NO_FIELDS and not rest else None


def whole_name_fields(text: str, start: int) -> BylineFields | None:
    """Name and credentials of a text that is known to be who somebody is: the family name may stand first.

    >>> from extractor.readers.people.fields import values_of
    >>> values_of(whole_name_fields("ROWE, ADA PT DPT", 0))
    {'name': 'ROWE, ADA', 'credentials': ('PT', 'DPT')}
    """
    if fields := name_fields(text, start):
        return fields
    parts = split(text, start, ",")
    if len(parts) < len(("family", "given")) or not name_fields(*parts[0][:2]):
        return None
    begin, given = parts[0][1], parts[1][1]
    fields = name_fields(text[given - start :], given)
    if fields is None or fields.name is None or not fields.credentials:
        return None
    end = fields.name.end
    return fields._replace(name=Found(text[begin - start : end - start], begin, end))


def has_degrees(text: str) -> bool:
    """Whether the text is a name with degrees behind a comma, and nothing else.

    >>> has_degrees("Ada Rowe, MD"), has_degrees("Dr. Ada Rowe"), has_degrees("Ada Rowe, MD, Leeds")
    (True, False, False)
    """
    fields = name_fields(text, 0) if "," in text else None
    return fields is not None and bool(fields.credentials)


def introduces(text: str) -> bool:
    """Whether the text is a name with degrees, perhaps behind what its bearer is, and in front of where he works.

    >>> introduces("Our expert: Ada Rowe, MD"), introduces("Ada Rowe, M.D., Leeds"), introduces("Rest it, then run")
    (True, True, False)
    """
    who = text.rpartition(": ")[2]
    return "," in who and bool(split_name(who, 0)[0].credentials)


def split_name(text: str, start: int) -> tuple[BylineFields, list[Piece]]:
    """The name, credentials and note that `text` begins with, and the parts that follow them, whatever parts them."""
    if len(text) > MAX_BYLINE_LINE:
        return NO_FIELDS, []
    note: Found[str] | None = None
    credentials: list[Found[str]] = []
    if text[-1:] in (")", "]") and (bracket := NOTE.search(text)) and not _ends_with_degree(text):
        place = (bracket["note"], start + bracket.start("note"), start + bracket.end("note"))
        credentials = listed_credentials(place)
        if not credentials and any(map(str.isalpha, bracket["note"])):  # else a day, or a number
            note = Found(*place)
        text = text[: bracket.start()]
    parts = parts_of(text, start)
    name, first = _cut_name(parts[0]) if parts else (None, [])
    if name is None:
        return NO_FIELDS, []
    name, rest = _with_suffixes(name, parts[1:], text, start)
    first, rest = _with_credentials(first, rest)
    if len(rest) > 1 and note is None and (noted := _noted_credentials(rest[0])):
        first, note, rest = first + noted[0], noted[1], rest[1:]
    rest = [part for part in rest if not is_badge(part[0])]
    if text.islower() and not (first and " " in name.value):
        return NO_FIELDS, []
    if not text.isascii():
        name = name._replace(value=visible(name.value))
    return BylineFields(name, (*first, *credentials), note), rest


def _ends_with_degree(text: str) -> bool:
    """Whether the brackets at the end of a text are of a degree: FRCS(Plast)."""
    return is_credential(text.rsplit(maxsplit=1)[-1]) or is_bracketed(text)


def _with_credentials(first: list[Found[str]], rest: list[Piece]) -> tuple[list[Found[str]], list[Piece]]:
    """The credentials with those that follow them, and the parts that are left."""
    while rest and (found := all_credentials(rest[0]) or (first and unknown_credential(rest[0]))):
        first, rest = first + found, rest[1:]
    return first, rest


def _noted_credentials(part: Piece) -> tuple[list[Found[str]], Found[str]] | None:
    """The credentials and the note of a part in which a note in brackets follows them: MD (retired)."""
    text, start, _ = part
    bracket = NOTE.search(text) if text[-1] == ")" else None
    head = text[: bracket.start()].rstrip() if bracket else ""
    if not (bracket and head and (found := all_credentials((head, start, start + len(head))))):
        return None
    return found, Found(bracket["note"], start + bracket.start("note"), start + bracket.end("note"))


def _with_suffixes(name: Found[str], parts: list[Piece], text: str, start: int) -> tuple[Found[str], list[Piece]]:
    """The name with the suffixes that follow it, and the parts that are left."""
    for index, (part, _, end) in enumerate(parts):
        if not word_of(part).is_suffix:
            return name, parts[index:]
        name = Found(text[name.start - start : end - start], name.start, end)
    return name, []


def is_name_line(fields: BylineFields, text: str, *, is_sure: bool) -> bool:
    """Whether a line shaped like a name is one: it has a title or credentials or, unless we must be sure, two words.

    Two words that sites print around texts are none: "Tweet E-mail".
    """
    if fields.credentials or is_title(text.split(None, 1)[0]):
        return True
    has_two = not is_sure and fields.name is not None and len(fields.name.value.split()) > 1
    return has_two and not is_furniture(text)


def is_titled_name(text: str) -> bool:
    """Whether a text is a name with a title before it or credentials behind it.

    >>> is_titled_name("Dr. Ada Rowe"), is_titled_name("Ada Rowe, MD"), is_titled_name("Ada Rowe")
    (True, True, False)
    """
    fields = name_fields(text, 0) if _may_be_titled(text) else None
    return fields is not None and is_name_line(fields, text, is_sure=True)


def _may_be_titled(text: str) -> bool:
    """Whether a text opens or ends as a name with a title or credentials does: a quick look."""
    if "," in text or text[-1:] in (")", "]"):
        return True
    words = text.split()
    return bool(words) and (word_of(words[0]).is_title or word_of(words[-1]).is_credential)


def _cut_name(head: Piece) -> tuple[Found[str] | None, list[Found[str]]]:
    """The name in `head` without the titles before and the credentials behind it; None if it is not shaped like one."""
    text, start, end = head
    if text[-1:] == ")" and (bracket := NOTE.search(text)) and bracket.start():
        inside = listed_credentials((bracket["note"], start + bracket.start("note"), end - 1))
        outer = text[: bracket.start()].rstrip()
        name, credentials = _cut_name((outer, start, start + len(outer))) if inside else (None, [])
        return name, [*credentials, *inside]
    texts = text.split()
    words = list(map(word_of, map(recased, texts) if text.islower() else texts))
    first, last = 0, len(words)
    while first < last and words[first].is_title:
        first += 1
    while last > first + 1 and words[last - 1].is_credential:
        last -= 1
    if not _is_name(texts[first:last], words[first:last]):
        return None, []
    if last - first == len(words):
        return Found(*head), []
    places = split(text, start)
    begin, end = places[first][1], places[last - 1][2]
    return Found(text[begin - start : end - start], begin, end), [Found(*place) for place in places[last:]]


def _is_name(texts: list[str], words: list[Word]) -> bool:
    if not 0 < len(words) <= _MAX_NAME_WORDS or not words[0].is_first:
        return False
    for word in words:  # no generator: it costs more than the look-ups
        if not (word.is_name or word.is_suffix):  # "Rowe 3rd"
            return False
    return not (words[-1].ends_specialty and is_specialty(" ".join(texts)))
