"""Who speaks in a text: a doctor who answers a patient, a patient who asks, or somebody else.

Both evidences are log-odds against a text of another kind (an advert, a leaflet, a diary, news ...), linear in how
often the text uses wordings of each kind in `vocabulary/voices.toml`. The weights `doctor.*` and `asker.*` are those of
a logistic regression over the texts of `fixtures/` and over news, novels and quotations that are not ours to ship,
rounded.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from typing import NamedTuple

from extractor import vocabulary
from extractor.readers.text.grammar.features import COMMON
from extractor.readers.text.weights import SHIPPED, Weights

_TOKEN = re.compile(r"[^\W_]+(?:'[^\W\d_]+)*|[?©£€<>{}=_|\\#@*]")
_ASCII_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)*|[?<>{}=_|\\#@*]")
"""The same for small letters without accents, where it is twice as fast."""
_REMEMBERED_WORDS = 20_000
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_NUMBERS = vocabulary.word_set("numbers")
_STEMS = tuple(vocabulary.word_set("medical_stems"))
_I = vocabulary.word_set("i")
_YOU = vocabulary.word_set("you")
_ENDS = (*vocabulary.SENTENCE_ENDS, *")\"”’'")
_FEW = 30
"""Words added to a text's own, so that one wording in a short text does not count for too much."""
_PLAIN = bytes(byte if byte not in b".,;:!?()\x1c\x1d\x1e\x1f" else 32 for byte in bytes(range(256)).lower())
"""Bytes of a text in small letters, points as spaces: bytes are translated and split in half the time of a text."""
_MIN_MEDICAL = 2
_WORDS_PER_MEDICAL = 250
_USUAL_COMMON = 45.0
"""Percent of the words of ordinary prose that are common words; lists and tables have fewer."""

_WORDINGS = tuple(
    "courtesy case colleague practice advice measure contraction patient asking story past trade treatise elsewhere ? "
    "symbol I you".split()
)
_MOST = dict.fromkeys(_WORDINGS, 6.0) | {"I": 12.0, "you": 12.0, "contraction": 10.0}
"""The highest rate per 100 words that counts."""
_ASKED = ("courtesy", "case", "colleague", "practice", "advice")
"""What somebody says who is asked by a patient."""
_PERSONAL = (*_ASKED, "you", "I", "contraction")


class Voices(NamedTuple):
    """The evidence for each speaker; the words of the text: in all, of medicine, and common ones; its wordings by kind.

    Those of somebody who is asked (`personal`), those of treatises, spans of time and amounts (`measure`), and words
    drawn together as in speech (`contraction`).
    """

    doctor: float
    asker: float
    words: int
    medical: int
    common: int
    personal: int
    treatise: int
    measure: int
    contraction: int


def is_medical(text: str) -> bool:
    """Whether a text is about medicine at all; quick, as most texts of a corpus are not."""
    encoded = (text if text.isascii() else text.lower()).encode("utf-8", "replace")
    words = encoded.translate(_PLAIN).split()
    return len(_encoded_medical().intersection(words)) >= max(_MIN_MEDICAL, len(words) / _WORDS_PER_MEDICAL)


@lru_cache(maxsize=4)
def voices_of(text: str, weights: Weights = SHIPPED) -> Voices:
    """Who speaks in `text`; remembered because a short page is its own first line, and its only answer.

    >>> voices = voices_of("Thank you for your question. Swelling is normal at two weeks; ask your surgeon.")
    >>> voices.doctor > 2 > voices.asker
    True
    """
    counts = _count(_tokens(text))
    amounts = _amounts(text, counts)
    return Voices(
        sum([weight * amounts[kind] for kind, weight in weights.doctor.items()]),
        sum([weight * amounts[kind] for kind, weight in weights.asker.items()]),
        counts["word"],
        counts["medical"],
        counts["common"],
        sum([counts[kind] for kind in _ASKED]),
        counts["treatise"],
        counts["measure"],
        counts["contraction"],
    )


def _amounts(text: str, counts: Counter[str]) -> dict[str, float]:
    """How much the text has of each kind of wording, per 100 words, and of what tells talk from lists and treatises."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    words = counts["word"]
    found = counts.get
    rates = {kind: min(100 * found(kind, 0) / (words + _FEW), most) for kind, most in _MOST.items()}
    return rates | {
        "bias": 1.0,
        "names": min(100 * len(_NAME.findall(text)) / (words + _FEW), 10.0),
        "unlike_prose": min(max(0.0, _USUAL_COMMON - 100 * counts["common"] / max(1, words)), 30.0),
        "unended": sum([not line.endswith(_ENDS) for line in lines[:-1]]) / max(1, len(lines)),
        "lines": min(max(0, len(lines) - 2), 10),
        "impersonal": 1.0 if counts.keys().isdisjoint(_PERSONAL) else 0.0,
    }


def _tokens(text: str) -> list[str]:
    """The words in small letters, `#` for a number, and the signs that tell."""
    lowered = text.lower().replace("’", "'")
    found = (_ASCII_TOKEN if lowered.isascii() else _TOKEN).findall(lowered)
    return ["#" if token in _NUMBERS or token[0].isdigit() else token for token in found]


def _count(words: Sequence[str]) -> Counter[str]:
    """How many words, and wordings of each kind, there are; where several wordings of a kind begin, they are one."""
    counts = Counter(chain.from_iterable(map(_kinds_of, words)))
    pairs = _pairs()
    for index, pair in enumerate(pairwise(words)):
        if pair in pairs:
            for kind in {kind for kind, rest in pairs[pair] if words[index + 2 : index + 2 + len(rest)] == rest}:
                counts[kind] += 1  # an update of the counter would cost more than the rest of the loop
    return counts


@lru_cache(maxsize=_REMEMBERED_WORDS)
def _kinds_of(word: str) -> tuple[str, ...]:
    """What a word counts as by itself; remembered because most words of a text are on every page."""
    if word == "?" or not (word[0].isalpha() or word == "#"):
        return ("?" if word == "?" else "symbol",)
    kinds = {
        "common": word in COMMON,
        "contraction": "'" in word,
        "I": word in _I,
        "you": word in _YOU,
        "medical": word in _medical() or word.startswith(_STEMS),
    }
    return ("word", *[kind for kind, is_of_kind in kinds.items() if is_of_kind], *_single_words().get(word, ()))


@cache
def _encoded_medical() -> frozenset[bytes]:
    return frozenset(word.encode() for word in _medical())


@cache
def _medical() -> frozenset[str]:
    words = vocabulary.words_of("medical.txt")
    return frozenset([*words, *[f"{word}s" for word in words]])


@cache
def _wordings() -> list[tuple[str, list[str]]]:
    """Every wording as its words, with its kind."""
    data = vocabulary.table_of("voices.toml")
    return [(kind, wording.split()) for kind, wordings in data.items() for wording in wordings]


@cache
def _single_words() -> dict[str, list[str]]:
    """The kinds of wordings of one word."""
    singles: dict[str, list[str]] = {}
    for kind, words in _wordings():
        if len(words) == 1 and kind not in singles.setdefault(words[0], []):
            singles[words[0]].append(kind)
    return singles


@cache
def _pairs() -> dict[tuple[str, str], list[tuple[str, list[str]]]]:
    """For the first two words of the longer wordings: their kinds, and how they go on."""
    pairs: dict[tuple[str, str], list[tuple[str, list[str]]]] = {}
    for kind, words in _wordings():
        if len(words) > 1 and kind not in _single_words().get(words[0], ()):
            pairs.setdefault((words[0], words[1]), []).append((kind, words[2:]))
    return pairs
