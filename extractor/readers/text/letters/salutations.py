"""How letters begin and end: whom a line greets, who signs it, and what stands at the end of one who asks.

The wordings are by language, in `vocabulary/letters.toml`.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from extractor import vocabulary
from extractor.layout import asked
from extractor.layout.marks import GROUP
from extractor.layout.wordings import capital, one_of, one_of_patterns

_SENTENCE_END = re.compile(r"(?<=[.!…]) +")
MAX_NAME = 40  # characters of a name with a place, or of words that close a letter
_HAN_SENTENCE = re.compile("[\u3040-\u30ff\u3400-\u9fff]{6}")  # more signs than a name has without spaces
_INITIALS = r"(?:[^\W\d_a-z]\.? ?){1,3}"
_PARTICLE = one_of(vocabulary.words_of("name_particles.txt"))
_MARKS = "\u0900-\u0963\u0966-\u0dff"  # of India, whose vowels are no letters to a regular expression
_NAME = rf"[^\W\d_a-z][\w{_MARKS}'’-]+(?: (?:{_PARTICLE} )?[^\W\d_a-z][\w{_MARKS}'’.-]*){{0,2}}"
_TOWN = r"(?:(?:г|гор|пос|с|м) ?\. ?)?[^\W\d_a-z][^\n,.?!]{1,30}(?:, [^\W\d_a-z][^\n,?!]{1,20})?"
_PLACE = rf"(?:(?:,| [–—-]) (?:[A-Z][a-z]{{1,5}}\.|{_TOWN})| \([{_MARKS}][{_MARKS} ]{{1,30}}\))"


def is_to_a_patient(text: str) -> bool:
    """Whether a line begins with a salutation of a patient or user without a name, as answers alone do.

    >>> is_to_a_patient("Gentile paziente, riposi."), is_to_a_patient("Dear Rosa, rest.")
    (True, False)
    """
    return _patterns()["patient"].match(text) is not None


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
    return match is not None and _patterns()["doctor"].match(match["who"] or match["named"]) is None


def salutation_end(text: str) -> int:
    """Where a salutation at the beginning of a line, or of a quotation, ends, whoever is greeted; 0 if there is none.

    >>> salutation_end("Dear Nora: My heel hurts."), salutation_end("My heel hurts.")
    (11, 0)
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


def closes(text: str) -> bool:
    """Whether a line ends with thanks in advance, or with a goodbye, and perhaps a name behind it."""
    return _patterns()["closing"].search(text) is not None


def wonders(text: str) -> bool:
    """Whether a line begins as somebody does who asks for himself."""
    return _patterns()["wonders"].match(text) is not None


def wonders_in(text: str) -> bool:
    """Whether a sentence of a text begins as those of somebody do who asks for himself.

    >>> wonders_in("My heel hurts. I'd like to know why."), wonders_in("Doctors would like to know why.")
    (True, False)
    """
    return any(map(wonders, _SENTENCE_END.split(text)))


def is_signed_by_stranger(text: str) -> bool:
    """Whether a line can only be who asked: sex and age, initials with a place, a name behind "by".

    >>> is_signed_by_stranger("F, 49, Oregon"), is_signed_by_stranger("by Rosa"), is_signed_by_stranger("Rosa")
    (True, True, False)
    """
    return _patterns()["signed"].fullmatch(text) is not None


def thanks(text: str) -> bool:
    """Whether a line thanks for the question, behind a greeting or without.

    >>> thanks("Hello! Thank you for writing."), thanks("Hello!")
    (True, False)
    """
    return _patterns()["thanks"].match(text) is not None


def opening_pattern() -> str:
    """A pattern for lines without which no page is a letter: a salutation, or the signature of who asked."""
    salutation, greeting, signed = (
        GROUP.sub("(?:", _patterns()[name].pattern) for name in ("salutation", "greeting", "signed")
    )
    return rf"(?:{salutation}|{greeting})[^\n]*|{signed}"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = vocabulary.table_of("letters.toml")
    return {**_of_beginnings(table), **_of_ends(table)}


def _of_beginnings(table: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """Of lines that greet somebody, and thank for the question."""
    greetings = _cased(vocabulary.wordings_of("letters.toml", "salutations"))
    thanks = _cased(table["thanks_for_asking"]["words"])
    readers = "|".join(table["readers"]["words"])
    no_strangers = "|".join([*table["doctors"]["words"], *table["nobody"]["words"]])
    subscribers, alone = (one_of_patterns(table["subscribers"][name]) for name in ("words", "alone"))
    reader = rf"(?:(?:{greetings}),? (?i:{subscribers}|{alone})|(?<!\S)(?i:{alone}))\s?[:,!»…]"
    named = rf"(?P<named>(?>{_NAME})), (?i:{'|'.join(table['behind_names']['words'])})\b"
    who = rf"(?:(?i:{readers})\b\.?(?: (?:{_NAME}|{_INITIALS}))?|{_NAME}|{_INITIALS})"
    return {
        "salutation": re.compile(rf"(?:(?:{greetings}),? (?P<who>{who})|{named})\s?(?:[,.!:;»…–—-]|(?=\n)|\Z)"),
        "letter": re.compile(rf"(?:{greetings}),? [^\n:,!?»…–—]{{1,40}}?\s?(?:[:,!»…]\s*|[–—] |\Z)"),
        "greeted": re.compile(
            rf"(?:(?:{greetings}),? )?(?P<whom>[^\n:,!?»…–—]{{1,40}}?)\s?(?:[:!»…–—]|\??,|(?<![a-z]{{2}}\.)\Z)"
        ),
        "patient": re.compile(rf"(?:{greetings}),? (?:{'|'.join(table['patients']['words'])})\b[,.!:]?"),
        "reader": re.compile(reader),
        "reader_behind": re.compile(rf"(?<=[.?!…\"”)] ){reader}"),
        "doctor": re.compile(rf"(?:{no_strangers})\b", re.IGNORECASE),
        "wonders": re.compile(rf"(?:{'|'.join(table['wondering']['words'])})\b", re.IGNORECASE),
        "thanks": re.compile(rf"(?:(?:{greetings})[\s,.!–—-]*)?(?i:{thanks})"),
        "greeting": re.compile(
            rf"(?:(?:{greetings})(?:\b[\s,.!–—-]*(?i:{thanks})|\s?(?:[,.!:;–—-]|(?=\n)|\Z))|{thanks})"
        ),
    }


def _of_ends(table: Mapping[str, Any]) -> dict[str, re.Pattern[str]]:
    """Of lines that close a letter, or sign it."""
    closings = one_of_patterns(vocabulary.wordings_of("letters.toml", "closings"))
    leads, ages = ("|".join(table[name]["words"]) for name in ("from", "ages"))
    age = rf", \d\d?(?: (?:{ages}))?"
    return {
        "closing": re.compile(rf"(?:^|[.!?,]\s*)(?i:{closings})[\s.!,]*+(?:{_NAME})?[\s.!]*$"),
        "name": re.compile(
            rf"(?:(?:{leads}) ?)?(?:(?:{_INITIALS} ?)?{_NAME}|{_INITIALS})(?:{_PLACE}| \((?:19|20)\d\d\)|{age})?"
        ),
        "signs": re.compile(rf"(?:^|[.!?…\"”)] ?)[-–—_]{{1,2}} ?(?:{_INITIALS}|{_NAME})(?:{_PLACE}|, \d\d?)?$"),
        "pseudonym": re.compile(r"(?:[–—]|--|_ ) ?[^\W\d_a-z][^\n.?!:;]{1,60}"),
        "aged": re.compile(rf"{_NAME}(?:{_PLACE})?{age}"),
        "signed": re.compile(
            rf"{asked.sex_and_age()}(?:{_PLACE})?|{_INITIALS}{_PLACE}|"
            rf"(?:{leads}) ?(?:{_NAME}|{_INITIALS})(?: \w+)?(?:{_PLACE})?"
        ),
    }


def _cased(wordings: Iterable[str]) -> str:
    """One of these with a capital, or in capitals."""
    return one_of_patterns(form for word in wordings for form in (capital(word), word.upper()))
