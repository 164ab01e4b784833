"""What speaks, in a line's own words and shape, for its being a title, a question, a headline or a first body line.

Every function gives log-odds against "one more body line", which is 0 by definition: the sum of the weights, of those
that it is given, whose features the line has.
"""

import re
from math import log
from operator import itemgetter

from extractor import vocabulary
from extractor.layout import writers
from extractor.readers.people.fields import BylineFields
from extractor.readers.text.grammar.looks import LineLook, greets_alone, is_rest
from extractor.readers.text.grammar.persons import begins_with_writer, count_persons
from extractor.readers.text.weights import WeightGroup

_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"[^\W\d_][\w'’]*")
_SENTENCE_BREAK = re.compile(r"[.!?。](?:\s+[¿¡“\"«„]?[^\W\d_a-zß-ÿа-яё]|(?<=。)\S)")
COMMON = vocabulary.word_set("common")
_CREDIT = re.compile(rf"{writers.credited()}:? [^\W\d_a-z][^?!]{{2,60}}$")
"""Who wrote an article."""
_STEM = 4
"""Letters; shorter words stand in any text."""
_TELLING = re.compile(r"(?s)(?=[^?]+\.\Z).+?\w\w\. (?!\.\Z)")
"""That the text ends with a sentence is looked at once, not behind each of them."""
_FIRST_CHARACTER = itemgetter(0)
_MIN_TITLE_CASE = 3
"""Words of a line in which capitals say that it is written as a title."""
_MAX_HEADLINE = 260
_USUAL_TITLE, _LONG_TITLE, _VERY_LONG_TITLE = 110, 180, 250
_SHORT_HEADLINE, _USUAL_HEADLINE, _LONG_HEADLINE, _VERY_LONG_HEADLINE = 50, 80, 110, 160
_MAX_WITH_TITLE_WORDS = 119
_MAX_TITLE_WORDS = 3
_MAX_ASKING = 10 / 3
"""How much may speak for or against an asker: ten to one between "I" and "you", and some more."""


def strip_photo(title: str) -> str:
    """A title without the photo marker, as headlines repeat it.

    >>> strip_photo("Is this normal? (photos)")
    'Is this normal?'
    """
    head, bracket, tail = title.rpartition("(")
    return head.rstrip() if bracket and tail.casefold() in {"photo)", "photos)"} else title


def stems_of(text: str) -> frozenset[str]:
    """The beginnings of the longer words of `text`, which stay when these are inflected."""
    return frozenset([word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) >= _STEM])


def content_words(text: str) -> frozenset[str]:
    """The words of `text` that carry its subject, folded."""
    return frozenset([word for word in _WORDS.findall(text.lower()) if word not in COMMON and len(word) > 1])


def title_evidence(text: str, look: LineLook, weights: WeightGroup) -> float:
    """For a line being the page's title."""
    evidence = _title_size_evidence(len(text), weights)
    if text.endswith("?"):
        evidence += weights.is_question
    elif text.endswith((".", ",", ":")) and not text.endswith(".."):
        evidence += weights.ends_like_text if len(text) <= _USUAL_TITLE else weights.ends_like_long_text
    further = len(_SENTENCE_BREAK.findall(text)) - 1
    if further > 0:
        evidence += weights.further_sentences * further
    if is_credit(text):
        evidence += weights.is_credit
    if look.opening or (not text.endswith("?") and begins_with_writer(text)):
        evidence += weights.begins_like_text
    return evidence + weights.is_rest if is_rest(text) else evidence


def _title_size_evidence(size: int, weights: WeightGroup) -> float:
    if size <= _USUAL_TITLE:
        return weights.is_usual
    if size <= _LONG_TITLE:
        return weights.is_long
    return weights.is_very_long if size <= _VERY_LONG_TITLE else weights.is_paragraph


def headline_evidence(
    text: str, look: LineLook, title: str, title_words: frozenset[str], weights: WeightGroup
) -> float:
    """For a line being the headline of an answer on a page with this title."""
    if text == title:
        return weights.is_title
    evidence = _headline_size_evidence(len(text), weights) + _ending_evidence(text, weights)
    if look.opening == "list":
        evidence += weights.begins_like_list
    if look.is_closing:
        evidence += weights.is_sign_off
    elif look.opening:
        evidence += weights.is_salutation if greets_alone(text, look) else weights.begins_like_text
    if text[0].islower():
        evidence += weights.begins_small
    if _SENTENCE_BREAK.search(text) or text[-1] == "。":  # which no headline ends with
        evidence += weights.has_sentences
    elif _is_title_case(text):
        evidence += weights.is_title_case
    if title_words and len(text) <= _MAX_WITH_TITLE_WORDS:
        shared = len(title_words.intersection(text.lower().rstrip(".?!").split()))
        evidence += weights.title_words * min(shared, _MAX_TITLE_WORDS)
    return evidence


def _headline_size_evidence(size: int, weights: WeightGroup) -> float:
    if size <= _SHORT_HEADLINE:
        return weights.is_short
    if size <= _USUAL_HEADLINE:
        return weights.is_usual
    if size <= _LONG_HEADLINE:
        return weights.is_long
    return weights.is_very_long if size <= _VERY_LONG_HEADLINE else weights.is_paragraph


def _is_title_case(text: str) -> bool:
    words = text.split()
    return len(words) >= _MIN_TITLE_CASE and sum(map(str.isupper, map(_FIRST_CHARACTER, words))) > 0.6 * len(words)


def _ending_evidence(text: str, weights: WeightGroup) -> float:
    last = text[-1]
    if last.isalnum():
        return weights.ends_with_letter
    if last in ".。":
        return weights.ends_with_dots if text.endswith("..") else weights.ends_with_stop
    if last in ",;":
        return weights.ends_with_comma
    if last in "?!？！":
        return weights.ends_with_mark
    return weights.ends_with_colon if last == ":" else weights.ends_otherwise


def could_be_headline(text: str) -> bool:
    """Whether the line is short enough for a headline, and no text that announces what is below it.

    >>> could_be_headline("It depends. In my practice:"), could_be_headline("In my practice:")
    (False, True)
    """
    return len(text) <= _MAX_HEADLINE and not (text[-1] == ":" and has_sentences(text))


def only_tells(text: str) -> bool:
    """Whether a text is several sentences, none of which asks.

    >>> only_tells("My heel hurts. It is sore."), only_tells("It hurts. Why?"), only_tells("It hurts.")
    (True, False, False)
    """
    return _TELLING.match(text) is not None


def has_sentences(text: str) -> bool:
    """Whether a line is more than one sentence."""
    return _SENTENCE_BREAK.search(text) is not None


def first_evidence(text: str, look: LineLook, weights: WeightGroup) -> float:
    """For a line being the first of an answer without a headline."""
    if look.opening == "list" or text[0].islower() or look.is_closing:
        return weights.is_no_beginning
    return weights.has_opening if look.opening else 0.0


def asker_evidence(text: str, weights: WeightGroup) -> float:
    """For a paragraph being the patient's (who writes "I") and not the doctor's (who writes "you")."""
    first, second = count_persons(text)
    questions = min(text.count("?"), 3)
    if not first and not questions:
        return weights.speaks_to_reader if second else weights.is_impersonal
    asking = log((first + 0.5) / (second + 0.5)) + 0.5 * questions
    return weights.asks * max(-_MAX_ASKING, min(_MAX_ASKING, asking))


def byline_evidence(fields: BylineFields, weights: WeightGroup) -> float:
    """For a byline being one that signs an answer, by what it says of the doctor."""
    evidence = weights.has_rating if fields.rating else weights.has_no_rating
    if fields.name:
        if fields.credentials:
            evidence += weights.name_with_credentials
        else:
            evidence += weights.name_with_specialty if fields.specialty else weights.name_alone
    return evidence + weights.has_location if fields.location else evidence


def is_credit(text: str) -> bool:
    """Whether a line says by whom a text is: "By Ann Rowe"."""
    return _CREDIT.match(text) is not None
