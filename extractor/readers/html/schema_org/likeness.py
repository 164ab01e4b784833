"""When two texts, dates or values that stand in different places of a page are the same."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from extractor.records import Answer
from extractor.vocabulary import ELLIPSES

_NOT_WORD = re.compile(r"[\W_]+")
_MARKED_UP = re.compile(r"\[/?[a-z]{1,5}(?:=[^\[\]\s]{0,200})?\](?!\()|\]\([^()\s]{1,300}\)")
"""Tags of BBCode, addresses in Markdown, which the page shows as what they mean."""
_SIGNS = bytes(byte for byte in range(128) if not chr(byte).isalnum())
"""Those of ASCII, which are all that most texts have: to strike them out is ten times as fast as to search for them."""
_TYPOGRAPHY = re.compile(r"[\w\s\"'`´“”„‟‘’‚‛«»‹›.…,;\-‐-―•·*]")
"""What the same text is written with in another way: quotes, dashes, dots, bullets; letters and space."""
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MIN_COMMON = 20
"""Letters and digits that two texts must share at their beginnings to be the same text."""


def is_one_moment(own: str, data: str) -> bool:
    """Whether two dates in ISO 8601 agree as far as both go; one without a zone may be in any."""
    if own.startswith(data) or data.startswith(own):
        return True
    try:
        moments = [datetime.fromisoformat(date) for date in (own, data)]
    except ValueError:
        return False
    if any(moment.tzinfo is None for moment in moments):
        moments = [moment.replace(tzinfo=None) for moment in moments]
    if not all(moment.microsecond for moment in moments):  # forums print the same time with and without milliseconds
        moments = [moment.replace(microsecond=0) for moment in moments]
    return moments[0] == moments[1]


def align(own: Sequence[Answer], data: Sequence[Answer]) -> dict[int, int]:
    """For positions of the text's answers, the positions of the data's answers with the same text."""
    pairs: dict[int, int] = {}
    free = {answer.position: plain(answer.body or "") for answer in data}
    for answer in own:
        body = plain(answer.body or "")
        whole = plain(answer.headline or "") + body
        for position, other in free.items():
            if _begin_alike(body, other) or _begin_alike(whole, other):
                pairs[answer.position] = position
                del free[position]
                break
    return pairs


def have_one_beginning(own: str, data: str) -> bool:
    """Whether one of two texts begins with the other, without regard to an ellipsis at their ends."""
    return _begin_alike(plain(own), plain(data))


def _begin_alike(one: str, other: str) -> bool:
    """Whether one begins with the other; very short ones must be equal."""
    if min(len(one), len(other)) < _MIN_COMMON:
        return one == other != ""
    return one.startswith(other) or other.startswith(one)


def agree(own: object, data: object) -> bool:
    """Whether two values mean the same: equal numbers, or strings of which one has all words of the other."""
    if isinstance(own, str) and isinstance(data, str):
        words, others = set(_words(own)), set(_words(data))
        return words <= others or others <= words
    return own == data


def _words(text: str) -> list[str]:
    return _NOT_WORD.sub(" ", text.casefold()).split()


def uncut(text: str) -> str:
    """The text without an ellipsis at its end.

    >>> uncut("It may... "), uncut("It may. ")
    ('It may', 'It may. ')
    """
    bare = text.rstrip()
    mark = next(filter(bare.endswith, ELLIPSES), None)
    return bare.removesuffix(mark).rstrip() if mark else text


@lru_cache(256)
def plain(text: str) -> str:
    """Letters and digits alone: what is left when white space, quotes, dashes, ellipses are written in another way.

    >>> plain("[b]Rest[/b] - and [ice](https://example.org/ice).")
    'restandice'
    """
    text = text.casefold()
    if "]" in text:
        text = _MARKED_UP.sub("", text)
    text = text.encode("utf-8", "surrogatepass").translate(None, _SIGNS).decode("utf-8", "surrogatepass")
    return text if text.isascii() else _NOT_WORD.sub("", text)


def lacks_signs(data: str, own: str) -> bool:
    """Whether `data` has the words of `own`, but not all signs that are more than typography, such as ":)"."""
    return data != own and plain(data) == plain(own) and bool(_signs(own) - _signs(data))


def _signs(text: str) -> Counter[str]:
    return Counter(_TYPOGRAPHY.sub("", text))
