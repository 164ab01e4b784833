"""Who signs a letter, at the end of a line behind a dash, or on a line of its own; and whether a reply greets him."""

import re
from collections.abc import Sequence
from functools import cache

from extractor import vocabulary
from extractor.layout import writers
from extractor.layout.wordings import one_of_patterns
from extractor.readers.lines import Line
from extractor.readers.text.grammar.features import COMMON
from extractor.readers.text.grammar.looks import look_at
from extractor.readers.text.letters.closings import DOTTED, MAX_NAME, closes, is_aged
from extractor.readers.text.letters.salutations import greeted, greets_somebody, is_salutation
from extractor.vocabulary import SENTENCE_ENDS

MAX_LETTER_LINES = 12
"""Lines above a signature that are looked over for what the letter began with."""
SIGNATURE = re.compile(r"(?:^|[.!?…\"”)\]] ?)[-–—_]{1,2} ?(?P<who>[^\W\d_][^\n?!:]{0,60})[?!]?$")
_SIGNED = re.compile(
    rf"[^\W\d_a-z][^?!:;.–—]{{1,60}}(?:[^\W\d_]| {writers.of_place()} [A-Z][^?!:;.,–—]{{1,30}}, [A-Z][a-z]{{1,4}}\.)"
)
"""Words without a stop, but behind the short name of a state."""
_MAX_SIGNED = 110
"""Characters that these take at most."""
_DASHES = frozenset("-–—_")
MAX_SIGNATURE = 70
"""Characters at the end of a line in which a signature stands."""
_NAMED = re.compile(
    r"[.?!…][”\"]? {1,3}([^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’.-]*)?(?:, [^\n?!]{2,40}| \([^\n()]{2,40}\))?)\.?\Z"
)
_PARTED = re.compile(r", | [–—-] | \((?=[^\d()]+\)\Z)")
_AGE = re.compile(r"(?:,| \() ?\d\d?[^,]*\Z")
_WORDS = re.compile(r"\w+")
_NO_NAMES = frozenset(vocabulary.table_of("letters.toml")["readers"]["words"])
"""Stand in front of a name in a salutation, or for it: "Dear Mrs. Vale", "Liebe Frau Kern"."""


def signature_above(lines: Sequence[Line], index: int, seam: int) -> str:
    """Who signs on line `index`: behind a dash, alone, or behind the farewell above a salutation on line `seam`."""
    text = lines[index].text
    if signed := signature_of(text) or signature_alone(lines, index, seam):
        return signed
    farewell = signs_off(text[-MAX_SIGNATURE:]) if greets_somebody(lines[seam].text) else None
    return farewell["who"] if farewell else ""


def signs_off(text: str) -> re.Match[str] | None:
    """The farewell of a letter at the end of a line, and behind it who signs (`who`).

    >>> signs_off("What can I do? Kind regards, tired of it")["who"], signs_off("It was signed by hand")
    ('tired of it', None)
    """
    return _farewell().search(text)


@cache
def _farewell() -> re.Pattern[str]:
    closings = one_of_patterns(vocabulary.letter_wordings("closings"))
    goes_on = "|".join(vocabulary.table_of("letters.toml")["thanked"]["words"])
    no_name = rf"(?!(?i:{closings})\b|(?:{goes_on})\b)"
    return re.compile(
        rf"(?:^|[.!?…] ?)(?i:{closings})(?:[,.:!–—-] ?| ){no_name}(?P<who>[^\W\d_][^\n?!:”\"»]{{0,60}})[”\"»]?$"
    )


def may_sign(text: str) -> bool:
    """Whether a line may be who signs, or a heading: short, and no sentence but in capitals.

    >>> may_sign("A mother"), may_sign("Is it a spur?"), may_sign("ROSA, REST IT.")
    (True, False, True)
    """
    return len(text) <= MAX_NAME and (text[-1].isalnum() or text.isupper())


def signature_of(text: str) -> str:
    """Who signs at the end of a line, behind a dash; nothing if nobody does.

    >>> signature_of("What can I do? — Limping in Leeds"), signature_of("It is well-known")
    ('Limping in Leeds', '')
    """
    end = text[-MAX_SIGNATURE:]
    signed = None if _DASHES.isdisjoint(end) else SIGNATURE.search(text, len(text) - len(end))
    return signed["who"] if signed else ""


def named_at_end(text: str) -> str:
    """A name at the end of a line, behind a sentence, with a place or without, as which somebody may sign.

    >>> named_at_end("What can I do? Rosa (Leeds)"), named_at_end("What can Rosa do?")
    ('Rosa (Leeds)', '')
    """
    named = _NAMED.search(text[-MAX_SIGNATURE:])
    return named[1] if named else ""


def signature_alone(lines: Sequence[Line], index: int, seam: int) -> str:
    """Who signs on a short line of its own without a dash, if line `seam` is a salutation; else nothing.

    The line is a paragraph, or it stands below a sentence, or the farewell of a letter to no doctor, and the salutation
    repeats words of it.
    """
    line, below = lines[index].text, lines[seam].text
    if len(line) > _MAX_SIGNED or not _SIGNED.fullmatch(line):
        return ""
    is_greeted = greets(below, line) and (is_salutation(below) or look_at(below).opening == "greeting")
    if lines[index].blanks:
        return line if is_greeted or is_salutation(below) else ""
    if index == 0 or not is_greeted:
        return ""
    above = lines[index - 1].text
    letter = lines[max(0, index - MAX_LETTER_LINES) : index]
    is_signed_off = closes(above) and any(is_salutation(told) for _, _, told, _ in letter)
    return line if is_signed_off or above.endswith(SENTENCE_ENDS) else ""


def greets(text: str, signature: str) -> bool:
    """Whether a line begins with words of a signature, behind a salutation or not.

    >>> greets("Dear Limping: Rest it.", "Limping in Leeds"), greets("Dear Ann: Rest it.", "Limping in Leeds")
    (True, False)
    >>> greets("Liebe Frau Kern, nein.", "A. Kern"), greets("Liebe Frau, nein.", "A. Kern")
    (True, False)
    """
    words = set(_WORDS.findall(greeted(text).casefold())) - COMMON - _NO_NAMES
    return bool(words) and words <= set(_WORDS.findall(signature.casefold()))


def signed_with(line: Line) -> dict[str, tuple[int, int]]:
    """Who asked, by a line that says no more, and where: behind a dash, or behind initials, or a dash, and a comma.

    In front of an age a place stands behind any name.
    """
    own = line.text.lstrip("–—-_ <")
    begin = line.end - len(own)
    own = own.rstrip("> ")
    if is_aged(own):
        own = _AGE.sub("", own)
        name, _, place = own.partition(", ")
        where = {"asker_location": (begin + len(own) - len(place), begin + len(own))} if place else {}
        return {"asker": (begin, begin + len(name))} | where
    parted = _PARTED.search(own)
    if parted is None or (
        own == line.text and parted[0] in (", ", " (") and not DOTTED.fullmatch(own[: parted.start()])
    ):
        return {"asker": (begin, begin + len(own))}
    end = len(own.removesuffix(")")) if "(" in parted[0] else len(own)
    return {"asker": (begin, begin + parted.start()), "asker_location": (begin + parted.end(), begin + end)}
