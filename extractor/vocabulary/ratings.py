"""What pages write of ratings, as parts of patterns without regard to case; the words are in `ratings.toml`."""

import re
from collections.abc import Iterable
from itertools import chain

from extractor.vocabulary import table_of, words_of


def rating_words(kind: str) -> list[str]:
    """The words of one kind, by its name in `ratings.toml`."""
    words: list[str] = table_of("ratings.toml")[kind]
    return words


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})".replace(r"\ ", r"\s+")


def _any(*kinds: str) -> str:
    return _one_of(chain.from_iterable(map(rating_words, kinds)))


POINT = "[.,٫·]"
"""What stands before decimals, in Latin and in Arabic writing, and raised as the British had it."""
_MAGNITUDE = _one_of(entry.rpartition(" ")[0] for entry in words_of("magnitudes.txt"))
_GROUPS = r"(?:\d{1,3}(?:[,.'’\s]\d{3})+|\d{1,2}(?:,\d\d)+,\d{3})(?!\d)"
COUNT = rf"(?:{_GROUPS}|\d+(?:{POINT}\d+)?\s?{_MAGNITUDE}\b|\d+)"
"""A whole number, in groups of thousands (or as in India) or with a word that multiplies it."""
STARS = rf"{_any('star_words')}[^\W\d_]*"
REVIEWS = rf"{_any('review_words')}\w*"
RATERS = rf"(?:{_any('whose')}\s+){{0,2}}{_any('review_words', 'rater_words')}\w*"
"""Reviews, or who rates: where it is known that ratings are counted."""
OUT_OF = rf"(?:/|{_any('out_of')}\b)"
"""What stands between a rating and the end of its scale: "4.9 out of 5", "4,9/5"."""
OF = rf"(?:/|\b{_any('out_of', 'of')}\b)"
"""The same where it is known that a rating is said: "4.9 of 5"."""
RATED = _any("rated")
GRADED = _any("rated", "graded")
BASED_ON = _any("based_on")
"""What stands in front of a rating, of one with the end of its scale, and of a number of reviews."""
