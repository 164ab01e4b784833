"""Pairing two sequences in order, so that the pairs share as many words as possible."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_MIN_SIMILARITY = 0.3
"""What two texts must at least have in common to be taken for the same."""


def pair_up(
    gold: Sequence[_T], found: Sequence[_T], words: Callable[[_T], frozenset[str]]
) -> Iterator[tuple[_T | None, _T | None]]:
    """Pairs in order, of the greatest total similarity (shared words by all words); None where a partner is missing.

    >>> list(pair_up(["a b", "c d"], ["c d e"], lambda text: frozenset(text.split())))
    [('a b', None), ('c d', 'c d e')]
    """
    similar = _similarities([words(one) for one in gold], [words(one) for one in found])
    best = _best_totals(similar, len(gold), len(found))
    i = j = 0
    while i < len(gold) or j < len(found):
        if (i, j) in similar and best[i, j] == similar[i, j] + best.get((i + 1, j + 1), 0.0):
            yield gold[i], found[j]
            i, j = i + 1, j + 1
        elif i < len(gold) and best.get((i, j), 0.0) == best.get((i + 1, j), 0.0):
            yield gold[i], None
            i += 1
        else:
            yield None, found[j]
            j += 1


def _similarities(gold: Sequence[frozenset[str]], found: Sequence[frozenset[str]]) -> dict[tuple[int, int], float]:
    """How similar the pairs are that may be the same at all."""
    shares = (((i, j), len(a & b) / (len(a | b) or 1)) for i, a in enumerate(gold) for j, b in enumerate(found))
    return {pair: share for pair, share in shares if share > _MIN_SIMILARITY}


def _best_totals(similar: Mapping[tuple[int, int], float], rows: int, columns: int) -> dict[tuple[int, int], float]:
    """The greatest total similarity of what follows each pair of places."""
    best: dict[tuple[int, int], float] = {}
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = similar[i, j] + best.get((i + 1, j + 1), 0.0) if (i, j) in similar else 0.0
            best[i, j] = max(best.get((i + 1, j), 0.0), best.get((i, j + 1), 0.0), paired)
    return best
