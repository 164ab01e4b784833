"""How letters end: what closes them, and the names, with places and ages, that sign them.

The wordings are by language, in `vocabulary/letters.toml`.
"""

import re
from functools import cache

from extractor import vocabulary
from extractor.layout import asked
from extractor.layout.marks import GROUP
from extractor.layout.wordings import one_of, one_of_patterns

MAX_NAME = 40  # characters of a name with a place, or of words that close a letter
_HAN_SENTENCE = re.compile("[\u3040-\u30ff\u3400-\u9fff]{6}")  # more signs than a name has without spaces
INITIALS = r"(?:[^\W\d_a-z]\.? ?){1,3}"
_PARTICLE = one_of(vocabulary.words_of("name_particles.txt"))
_MARKS = "\u0900-\u0963\u0966-\u0dff"  # of India, whose vowels are no letters to a regular expression
NAME = rf"[^\W\d_a-z][\w{_MARKS}'’-]+(?: (?:{_PARTICLE} )?[^\W\d_a-z][\w{_MARKS}'’.-]*){{0,2}}"
_TOWN = r"(?:(?:г|гор|пос|с|м) ?\. ?)?[^\W\d_a-z][^\n,.?!]{1,30}(?:, [^\W\d_a-z][^\n,?!]{1,20})?"
_IN_BRACKETS = rf"\((?:[{_MARKS}][{_MARKS} ]|[^\W\d_a-z][^\W\d_])[^\n\d()]{{0,30}}\)"
_PLACE = rf"(?:(?:,| [–—-]) (?:[A-Z][a-z]{{1,5}}\.|{_TOWN})| {_IN_BRACKETS})"

DOTTED = re.compile(r"(?:[^\W\d_a-z]\. ?){2,3}")
"""Initials with dots, as askers sign with: "P.W."."""


def is_name(text: str) -> bool:
    """Whether a line may be somebody's name, or initials, alone or with a place or an age; buttons look like names.

    >>> is_name("Rosa Vale, Leeds"), is_name("王小明"), is_name("我经常感觉有点头痛"), is_name("Photo Gallery")
    (True, True, False, False)
    """
    if len(text) > MAX_NAME or _patterns()["name"].fullmatch(text) is None:
        return False
    is_button = not vocabulary.word_set("buttons").isdisjoint(text.lower().split())
    return not is_button and (text.isascii() or _HAN_SENTENCE.search(text) is None)


def is_aged(text: str) -> bool:
    """Whether a line is a name, perhaps a place, and an age.

    >>> is_aged("Rosa, Leeds, 34 years"), is_aged("Rosa, Leeds")
    (True, False)
    """
    return _patterns()["aged"].fullmatch(text) is not None


def is_signed(text: str) -> bool:
    """Whether a line ends with a dash and the initials, or the name, of who wrote it.

    >>> is_signed("What can I do? — R.V."), is_signed("- Rosa, Leeds"), is_signed("It is new-Born")
    (True, True, False)
    """
    return _patterns()["signs"].search(text) is not None


def is_pseudonym(text: str) -> bool:
    """Whether a line is a long dash and what somebody calls himself: words without an end of a sentence.

    >>> is_pseudonym("— Tired of It"), is_pseudonym("- a pair of scissors"), is_pseudonym("— Is it?")
    (True, False, False)
    """
    return _patterns()["pseudonym"].fullmatch(text) is not None


def closes(text: str) -> bool:
    """Whether a line ends with thanks in advance, or with a goodbye, and perhaps a name behind it."""
    return _patterns()["closing"].search(text) is not None


def is_signed_by_stranger(text: str) -> bool:
    """Whether a line can only be who asked: sex and age, initials with a place, a name behind "by".

    >>> is_signed_by_stranger("F, 49, Oregon"), is_signed_by_stranger("by Rosa"), is_signed_by_stranger("Rosa")
    (True, True, False)
    """
    return _patterns()["signed"].fullmatch(text) is not None


def signed_by_stranger() -> str:
    """A pattern for such a line."""
    return GROUP.sub("(?:", _patterns()["signed"].pattern)


def signed_with_age() -> str:
    """A pattern for a line that is a name, perhaps a place, and an age."""
    return rf"(?=[^\n\d]{{3,45}}+\d\d?[^\n]{{0,12}}(?:\n|\Z)){_patterns()['aged'].pattern}"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Of lines that close a letter, or sign it."""
    table = vocabulary.table_of("letters.toml")
    closings = one_of_patterns(vocabulary.letter_wordings("closings"))
    leads, ages = ("|".join(table[name]["words"]) for name in ("from", "ages"))
    age = rf"(?:, \d\d?(?: (?:{ages}))?| \(\d\d?(?: (?:{ages}))?\))"
    return {
        "closing": re.compile(rf"(?:^|[.!?,]\s*)(?i:{closings})[\s.!,]*+(?:{NAME})?[\s.!]*$"),
        "name": re.compile(
            rf"(?:(?:{leads}) ?)?(?:(?:{INITIALS} ?)?{NAME}|{INITIALS})(?:{_PLACE}| \((?:19|20)\d\d\)|{age})?"
        ),
        "signs": re.compile(rf"(?:^|[.!?…\"”)] ?)[-–—_]{{1,2}} ?(?:{INITIALS}|{NAME})(?:{_PLACE}|, \d\d?)?$"),
        "pseudonym": re.compile(r"(?:[–—]|--|_ ) ?[^\W\d_a-z][^\n.?!:;]{1,60}"),
        "aged": re.compile(rf"{NAME}(?:{_PLACE})?{age}"),
        "signed": re.compile(
            rf"{asked.sex_and_age()}(?:{_PLACE})?|{INITIALS}{_PLACE}|"
            rf"(?:{leads}) ?(?:{NAME}|{INITIALS})(?: \w+)?(?:{_PLACE})?"
        ),
    }
