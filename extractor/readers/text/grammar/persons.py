"""Who speaks in a text, and to whom: of himself, of what is his and others', to a reader.

The words are by language, in `vocabulary/persons.toml`.
"""

import re

from extractor import vocabulary

_WORD = re.compile(r"\w+")
_SPACED = {code: " " for code in range(128) if not _WORD.match(chr(code))}
_FIRST_PERSON, _SECOND_PERSON = (
    frozenset(word for words in vocabulary.table_of("persons.toml")[person].values() for word in words)
    for person in ("first", "second")
)
_PERSONS = _FIRST_PERSON | _SECOND_PERSON
_UNSPACED = re.compile("|".join(word for word in sorted(_PERSONS) if word > "\u3000" or "\u0900" <= word < "\u0e80"))
"""Persons of scripts that part no words."""
_OTHERS = {word: (other, frozenset(by)) for word, (other, *by) in vocabulary.table_of("persons.toml")["others"].items()}
"""Words that are of another person than this language says, what they are then, and words beside which they are."""
_NOBODY = {word: frozenset(by) for word, by in vocabulary.table_of("persons.toml")["nobody"].items()}
"""Words that are of no person beside these."""
_OURS = re.compile(rf"\b(?i:{'|'.join(vocabulary.table_of('persons.toml')['ours']['words'])})\b")
_OURS_FIRST = re.compile(rf"(?:(?<=[.?!] )|^)(?=[A-Z]){_OURS.pattern}(?=[^.?!]*[.!])")
"""Begins a sentence that asks nothing, of somebody and his."""


def count_persons(text: str) -> tuple[int, int]:
    """How many words of the text speak of its writer, and how many to a reader."""
    persons = list(filter(_PERSONS.__contains__, _words_of(text)))
    of_writer = sum(map(_FIRST_PERSON.__contains__, persons))
    return of_writer, len(persons) - of_writer


def persons_in(text: str) -> int:
    """By how many words the text speaks more of its writer than to a reader.

    >>> persons_in("Je moet het niet doen."), persons_in("Je ne dois pas dormir.")
    (-1, 1)
    >>> persons_in("Du må ikke løpe i skogen."), persons_in("I do not run, fiancé.")
    (-1, 1)
    >>> persons_in("My heel hurts, what can I do?"), persons_in("You should rest your heel.")
    (2, -2)
    """
    of_writer, to_reader = count_persons(text)
    return of_writer - to_reader


def has_persons(text: str) -> bool:
    """Whether somebody speaks of himself in the text, or to a reader."""
    return not _PERSONS.isdisjoint(_words_of(text))


def begins_with_writer(text: str) -> bool:
    """Whether the first word of the text is an "I" or "my"."""
    match = _WORD.match(text)
    return match is not None and match[0].lower() in _FIRST_PERSON


def speaks_of_writer(text: str) -> bool:
    """Whether there is an "I" or "my" in the text."""
    return not _FIRST_PERSON.isdisjoint(_words_of(text))


def tells_of_ours(text: str) -> bool:
    """Whether somebody tells of what is not his alone, as of a child or a pet.

    >>> tells_of_ours("Our cat limps. Why?"), tells_of_ours("Why does our cat limp?")
    (True, False)
    """
    return _OURS_FIRST.search(text) is not None


def tells_of_own(text: str) -> bool:
    """Whether somebody tells of himself, or of himself and his."""
    return speaks_of_writer(text) or tells_of_ours(text)


def speaks_for_several(text: str) -> bool:
    """Whether there is a "we" or "our" in the text."""
    return _OURS.search(text) is not None


def speaks_to_reader(text: str) -> bool:
    """Whether there is a "you" in the text."""
    return not _SECOND_PERSON.isdisjoint(_words_of(text))


def _words_of(text: str) -> list[str]:
    """The runs of letters and digits in `text`, in small letters ("I'd" is two), and persons inside of such runs."""
    lowered = text.lower()
    if lowered.isascii():
        words = lowered.translate(_SPACED).split()
    else:
        words = _WORD.findall(lowered) + _UNSPACED.findall(lowered)
        nobody = [word for word, beside in _NOBODY.items() if word in words and not beside.isdisjoint(words)]
        words = [one for one in words if one not in nobody] if nobody else words
    for word, (other, beside) in _OTHERS.items():
        if word in lowered and word in words and not beside.isdisjoint(words):
            words = [other if one == word else one for one in words]
    return words
