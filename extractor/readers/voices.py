"""Who speaks in a text: a doctor who answers a patient, a patient who asks, or somebody else.

Both evidences are log-odds against a text of another kind (an advert, a leaflet, a diary, news ...), linear in how
often the text uses wordings of each kind in `vocabulary/voices.toml`. The weights are set by hand: they are those of a
logistic regression over the texts of `fixtures/` and over news, novels and quotations that are not ours to ship,
rounded.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from extractor import vocabulary
from extractor.readers.features import COMMON

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*|[?©£€<>{}=_|\\#@*]")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_NUMBERS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty".split()
)
_STEMS = tuple(
    "dermat orthodon periodon surg diagnos inflam infect inject rhinopl liposu implant hyperp anesth anaesth medic "
    "antibio swell scarr cosmet blephar abdomin capsul ophthal cirug cirurg cicatr pacient".split()
)
_I = frozenset("i my me mine im ive i'm i've i'd i'll".split())
_YOU = frozenset("you your yours you'd you'll you're you've".split())
_ENDS = tuple(".!?)\"”’'")
_FEW = 30
"""Words added to a text's own, so that one wording in a short text does not count for too much."""
_POINTS = ".,;:!?()"
_POINTS_TO_SPACES = str.maketrans(dict.fromkeys(_POINTS, " "))
_MIN_MEDICAL = 2
_WORDS_PER_MEDICAL = 250
_USUAL_COMMON = 45.0
"""Percent of the words of ordinary prose that are common words; lists and tables have fewer."""

_DOCTOR = {
    "courtesy": 1.6,
    "case": 1.4,
    "colleague": 0.2,
    "practice": 1.4,
    "advice": 0.6,
    "measure": 0.3,
    "contraction": 0.0,
    "patient": -0.5,
    "asking": -0.5,
    "story": -0.9,
    "past": -0.4,
    "trade": -0.7,
    "treatise": -1.2,
    "elsewhere": -0.5,
    "?": -0.5,
    "symbol": -0.3,
    "I": -0.6,
    "you": -0.5,
    "names": -0.4,
    "unlike prose": -0.1,
    "unended": -4.6,
    "lines": 0.0,
    "impersonal": -1.5,
}
_DOCTOR_BIAS = 3.3
_ASKER = {
    "courtesy": 0.1,
    "case": -1.2,
    "colleague": -1.0,
    "practice": -1.4,
    "advice": -1.2,
    "measure": 0.2,
    "contraction": -0.3,
    "patient": 0.1,
    "asking": 0.9,
    "story": -0.2,
    "past": 0.4,
    "trade": -0.2,
    "treatise": -0.9,
    "elsewhere": -0.4,
    "?": 1.0,
    "symbol": -0.4,
    "I": 0.5,
    "you": -0.8,
    "names": -0.3,
    "unlike prose": 0.1,
    "unended": -3.3,
    "lines": -0.5,
    "impersonal": -0.7,
}
_ASKER_BIAS = -2.6


class Voices(NamedTuple):
    """The evidence for each speaker, and how many words the text has, of medicine and in all."""

    doctor: float
    asker: float
    words: int
    medical: int


def is_medical(text: str) -> bool:
    """Whether a text is about medicine at all; quick, as most texts of a corpus are not."""
    text = text.lower()
    if text.isascii():
        text = text.translate(_POINTS_TO_SPACES)
    else:  # where `translate` is slow
        for point in _POINTS:
            text = text.replace(point, " ")
    words = text.split()
    return len(_medical().intersection(words)) >= max(_MIN_MEDICAL, len(words) / _WORDS_PER_MEDICAL)


def voices_of(text: str) -> Voices:
    """Who speaks in `text`.

    >>> voices = voices_of("Thank you for your question. Swelling is normal at two weeks; ask your surgeon.")
    >>> voices.doctor > 2 > voices.asker
    True
    """
    counts = _count(_tokens(text))
    amounts = _amounts(text, counts)
    return Voices(
        _DOCTOR_BIAS + sum([weight * amounts[kind] for kind, weight in _DOCTOR.items()]),
        _ASKER_BIAS + sum([weight * amounts[kind] for kind, weight in _ASKER.items()]),
        counts["word"],
        counts["medical"],
    )


_PERSONAL = ("courtesy", "case", "colleague", "practice", "advice", "you", "I", "contraction")
_SHAPES = ("names", "unlike prose", "unended", "lines", "impersonal")
_RATES = tuple(kind for kind in _DOCTOR if kind not in _SHAPES)
_MOST = {"I": 12.0, "you": 12.0, "contraction": 10.0}
"""The highest rate per 100 words that counts; 6 for those that are not named."""


def _amounts(text: str, counts: Counter[str]) -> dict[str, float]:
    """How much the text has of each kind of wording, per 100 words, and of what tells talk from lists and treatises."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    words = counts["word"]
    rates = {kind: min(100 * counts[kind] / (words + _FEW), _MOST.get(kind, 6.0)) for kind in _RATES}
    return rates | {
        "names": min(100 * len(_NAME.findall(text)) / (words + _FEW), 10.0),
        "unlike prose": min(max(0.0, _USUAL_COMMON - 100 * counts["common"] / max(1, words)), 30.0),
        "unended": sum([not line.endswith(_ENDS) for line in lines[:-1]]) / max(1, len(lines)),
        "lines": min(max(0, len(lines) - 2), 10),
        "impersonal": 0.0 if any(counts[kind] for kind in _PERSONAL) else 1.0,
    }


def _tokens(text: str) -> list[str]:
    """The words in small letters, `#` for a number, and the signs that tell."""
    found = _TOKEN.findall(text.lower().replace("’", "'"))
    return ["#" if token in _NUMBERS or token[0].isdigit() else token for token in found]


def _count(words: Sequence[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    phrases, medical = _phrases(), _medical()
    for index, word in enumerate(words):
        if word == "?" or not (word[0].isalpha() or word == "#"):
            counts["?" if word == "?" else "symbol"] += 1
            continue
        counts["word"] += 1
        counts["common"] += word in COMMON
        counts["contraction"] += "'" in word
        counts["I"] += word in _I
        counts["you"] += word in _YOU
        counts["medical"] += word in medical or word.startswith(_STEMS)
        for kind, endings in phrases.get(word, ()):
            counts[kind] += any(tuple(words[index + 1 : index + 1 + len(ending)]) == ending for ending in endings)
    return counts


@cache
def _medical() -> frozenset[str]:
    words = vocabulary.words_of("medical.txt")
    return frozenset([*words, *[f"{word}s" for word in words]])


@cache
def _phrases() -> dict[str, list[tuple[str, list[tuple[str, ...]]]]]:
    """For the first word of the phrases: for each kind, how they go on."""
    data = tomllib.loads(files(vocabulary).joinpath("voices.toml").read_text(encoding="utf-8"))
    phrases: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for kind, wordings in data.items():
        for wording in wordings:
            first, *rest = wording.split()
            phrases.setdefault(first, {}).setdefault(kind, []).append(tuple(rest))
    return {first: list(kinds.items()) for first, kinds in phrases.items()}
