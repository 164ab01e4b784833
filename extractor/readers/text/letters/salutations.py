"""How letters begin: whom a line greets, and whether it thanks for the question, or asks.

The wordings are by language, in `vocabulary/letters.toml`.
"""

import re
from collections.abc import Iterable
from functools import cache

from extractor import vocabulary
from extractor.layout.marks import GROUP
from extractor.layout.wordings import capital, one_of_patterns
from extractor.readers.text.letters.closings import INITIALS, NAME, signed_by_stranger

_STOP = r"(?<=[^\W\d_]{4})(?<!Prof)(?<!Dott)\.(?= +[^\W\d_a-z])"
"""The end of a salutation that is a sentence; a shorter word may be a title, which ends so as well."""
_SENTENCE_END = re.compile(r"(?<=[.!…]) +")


def thanks_for_a_question(text: str) -> bool:
    """Whether a line begins with thanks for a question, behind a greeting or without.

    >>> thanks_for_a_question("Hello. Thanks so much for your question! Rest it.")
    True
    >>> thanks_for_a_question("Thank you for your order.")
    False
    """
    thanked = _patterns()["thanks"].match(text)
    return thanked is not None and "question" in text[: thanked.end() + len(" question")].casefold()


def is_to_a_reader(text: str) -> bool:
    """Whether a line begins with a salutation of a reader without a name, as replies of columns do.

    >>> is_to_a_reader("Dear Reader: Rest it."), is_to_a_reader("Dear Readers: Thank you.")
    (True, False)
    """
    return _patterns()["reader"].match(text) is not None


def reader_greeted_at(text: str, begin: int) -> int:
    """Where behind the end of a sentence, from `begin` on, a reader is greeted without a name; 0 if nowhere.

    >>> reader_greeted_at("Is it a spur? Dear Reader: It may be one.", 0), reader_greeted_at("My Dear Reader: No.", 0)
    (14, 0)
    """
    return match.start() if (match := _patterns()["reader_behind"].search(text, begin)) else 0


def is_salutation(text: str) -> bool:
    """Whether a line begins with a salutation of somebody who is no doctor.

    >>> is_salutation("Dear Rosa, yes."), is_salutation("Hi Rosa… yes."), is_salutation("Dear Doctor,")
    (True, True, False)
    """
    match = _patterns()["salutation"].match(text)
    return match is not None and not is_addressed(match["who"] or match["named"])


def is_addressed(words: str) -> bool:
    """Whether words begin with what those who ask call a doctor, or others who answer: "doctor", "bác sĩ"."""
    return _patterns()["doctor"].match(words) is not None


def salutation_end(text: str) -> int:
    """Where a salutation at the beginning of a line, or of a quotation, ends, whoever is greeted; 0 if there is none.

    >>> salutation_end("Dear Nora: My heel hurts."), salutation_end("My heel hurts.")
    (11, 0)
    >>> salutation_end("Dear Nora. My heel hurts."), salutation_end("Dear Prof. Rowe: My heel hurts.")
    (11, 17)
    """
    begin = len(text) - len(text.lstrip('„“”"«'))
    match = _patterns()["letter"].match(text, begin)
    return match.end() if match and _patterns()["salutation"].match(text, begin) else 0


def greeted(text: str) -> str:
    """Whom a line greets at its beginning, with a salutation or by name alone; nothing if nobody, or a doctor.

    >>> greeted("Dear Limping: Rest it."), greeted("Limping: Rest it."), greeted("Rest it for two weeks.")
    ('Limping', 'Limping', '')
    """
    match = _patterns()["greeted"].match(text)
    return match["whom"] if match and not _patterns()["doctor"].match(match["whom"]) else ""


def greets_somebody(text: str) -> bool:
    """Whether a line begins with a salutation, whoever is greeted: a name, or what somebody calls himself."""
    return _patterns()["letter"].match(text) is not None


def is_opening(text: str) -> bool:
    """Whether a line greets nobody by name, or thanks for the question.

    >>> is_opening("Hello!"), is_opening("Thank you for your question."), is_opening("Thank you.")
    (True, True, False)
    """
    return _patterns()["greeting"].match(text) is not None


def wonders(text: str) -> bool:
    """Whether a line begins as somebody does who asks for himself."""
    return _patterns()["wonders"].match(text) is not None


def wonders_in(text: str) -> bool:
    """Whether a sentence of a text begins as those of somebody do who asks for himself.

    >>> wonders_in("My heel hurts. I'd like to know why."), wonders_in("Doctors would like to know why.")
    (True, False)
    """
    return any(map(wonders, _SENTENCE_END.split(text)))


def thanks(text: str) -> bool:
    """Whether a line thanks for the question, behind a greeting or without.

    >>> thanks("Hello! Thank you for writing."), thanks("Hello!")
    (True, False)
    """
    return _patterns()["thanks"].match(text) is not None


def opening_pattern() -> str:
    """A pattern for lines without which no page is a letter: a salutation, or the signature of who asked."""
    salutation, greeting = (GROUP.sub("(?:", _patterns()[name].pattern) for name in ("salutation", "greeting"))
    return rf"(?:{salutation}|{greeting})[^\n]*|{signed_by_stranger()}"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Of lines that greet somebody, and thank for the question."""
    table = vocabulary.table_of("letters.toml")
    greetings = _cased(vocabulary.letter_wordings("salutations"))
    thanks = _cased(table["thanks_for_asking"]["words"])
    readers = "|".join(table["readers"]["words"])
    doctors, nobody = table["doctors"], "|".join(table["nobody"]["words"])
    subscribers, alone = (one_of_patterns(table["subscribers"][name]) for name in ("words", "alone"))
    reader = rf"(?:(?:{greetings}),? (?i:{subscribers}|{alone})|(?<!\S)(?i:{alone}))\s?[:,!»…]"
    named = rf"(?P<named>(?>{NAME})), (?i:{'|'.join(table['behind_names']['words'])})\b"
    somebody = rf"(?:{greetings}),? (?!(?i:{nobody})\b)"
    of_readers = rf"(?i:{readers}|{one_of_patterns(doctors['alone'])})\b"
    who = rf"(?:{of_readers}\.?(?: (?:{NAME}|{INITIALS}))?|{NAME}|{INITIALS})"
    return {
        "salutation": re.compile(rf"(?:{somebody}(?P<who>{who})|{named})\s?(?:[,.!:;»…–—-]|(?=\n)|\Z)"),
        "letter": re.compile(rf"{somebody}[^\n:,!?»…–—]{{1,40}}?\s?(?:[:,!»…]\s*|[–—] |{_STOP} +|\Z)"),
        "greeted": re.compile(
            rf"(?:(?:{greetings}),? )?(?P<whom>[^\n:,!?»…–—]{{1,40}}?)\s?(?:[:!»…–—]|\??,|(?<![a-z]{{2}}\.)\Z)"
        ),
        "reader": re.compile(reader),
        "reader_behind": re.compile(rf"(?<=[.?!…\"”)] ){reader}"),
        "doctor": re.compile(rf"(?:{'|'.join([*doctors['words'], *doctors['alone']])})\b", re.IGNORECASE),
        "wonders": re.compile(rf"(?:{'|'.join(table['wondering']['words'])})\b", re.IGNORECASE),
        "thanks": re.compile(rf"(?:(?:{greetings})[\s,.!–—-]*)?(?i:{thanks})"),
        "greeting": re.compile(
            rf"(?:(?:{greetings})(?:\b[\s,.!–—-]*(?i:{thanks})|\s?(?:[,.!:;–—-]|(?=\n)|\Z))|{thanks})"
        ),
    }


def _cased(wordings: Iterable[str]) -> str:
    """One of these with a capital, or in capitals."""
    return one_of_patterns(form for word in wordings for form in (capital(word), word.upper()))
