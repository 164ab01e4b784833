"""Degrees, fellowships and licences behind a name, by commas, side by side or in brackets: MD, FACS (Urology)."""

import re

from extractor.readers.people.fields import Found
from extractor.readers.people.name_words import recased, word_of
from extractor.readers.people.pieces import Piece, parts_of, split
from extractor.vocabulary import is_credential, word_set

NOTE = re.compile(r"[(\[](?P<note>[^()\[\]]{2,60})[)\]]$")
"""What stands in brackets at the end of a line."""
_CAPITALS = re.compile(r"[A-Z]{3,6}")


def credentials_in(text: str, start: int) -> tuple[Found[str], ...]:
    """The credentials of a text that holds nothing else, known ones or not.

    >>> [found.value for found in credentials_in("MD FACS, Reg. 12", 0)]
    ['MD', 'FACS', 'Reg. 12']
    """
    parts = parts_of(text, start)
    return tuple([found for part in parts for found in all_credentials(part) or [Found(*part)]])


def all_credentials(part: Piece) -> list[Found[str]]:
    """The credentials that `part`, which may end with others in brackets, consists of; none if it has anything else."""
    text, start, end = part
    if text.isalpha():  # most are one word
        return [Found(*part)] if _is_credential(text) else []
    if text[-1:] == ")" and (bracket := NOTE.search(text)) and bracket.start():
        head = text[: bracket.start()].rstrip()
        inside = (bracket["note"], start + bracket.start("note"), end - 1)
        outer, inner = all_credentials((head, start, start + len(head))), listed_credentials(inside)
        if outer and inner:
            return outer + inner
        return [Found(*part)] if _is_credential(text) or is_bracketed(text) else []
    return listed_credentials(part)


def is_bracketed(text: str) -> bool:
    """Whether a text ends with a degree of which a part stands in brackets behind a space.

    >>> is_bracketed("Ada Rowe, FRCS (Plast)"), is_bracketed("Ada Rowe, FRCS (retired)")
    (True, False)
    """
    return is_credential("".join(text.rsplit(maxsplit=2)[-2:]))


def listed_credentials(part: Piece) -> list[Found[str]]:
    """The credentials that `part` consists of, separated or side by side; none if it has anything else."""
    found: list[Found[str]] = []
    for text, start, end in parts_of(part[0], part[1]):
        piece = (
            (text[:-1], start, end - 1)
            if text.endswith(".") and text[:-1].isupper() and text.isascii() and "." not in text[:-1]
            else (text, start, end)
        )
        joined = split(*piece[:2], "/")
        if len(joined) > 1 and all(_is_credential(word) for word, _, _ in joined):
            found += [Found(*word) for word in joined]
            continue
        if _is_credential(piece[0]):
            found.append(Found(*piece))
            continue
        words = [word for word in split(piece[0], piece[1]) if word[0] not in ("and", "&")]
        if not all(_is_credential(word) for word, _, _ in words):
            return []
        found += [Found(*word) for word in words]
    return found


def unknown_credential(part: Piece) -> list[Found[str]]:
    """The part, if it is shaped like credentials that are in no list: three to six capitals."""
    return [Found(*part)] if _CAPITALS.fullmatch(part[0]) and part[0].lower() not in word_set("capital_places") else []


def _is_credential(word: str) -> bool:
    return word_of(recased(word) if word.islower() else word).is_credential
