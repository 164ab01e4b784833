"""How sure a reading is: from margins to confidences, and from a page's words to its being a Q&A page at all.

Both are fitted to pages that were read by weights which had not seen them: margins of pages that were are too large.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from scipy.optimize import minimize

from extractor.fit.crf import Array, most_likely
from extractor.fit.gold_paths import Page, is_lone_answer
from extractor.fit.reading import Outcome, weights_with
from extractor.readers.text.acceptance import evidences, is_told_by_words
from extractor.readers.text.reader import read_text
from extractor.readers.text.traced import Features, features_of, traced
from extractor.sites import all_layouts

_MOST = 0.999
"""No confidence is higher: one page in a thousand is wrong in a way that nothing foresees."""

Case = tuple[Sequence[Features], int, float]
"""The features of a page as a thread, as a lone answer and as neither, which of these it is, and what it counts."""


def confidence(outcomes: Iterable[Outcome]) -> dict[str, float]:
    """The weights that make answers' margins the share of right ones among answers of that margin."""
    told = [(margin, right, one.page.share) for one in outcomes for margin, right in one.answers]
    margins = np.array([max(margin, 0.0) for margin, _, _ in told])
    is_right = np.array([right for _, right, _ in told])
    shares = np.array([share for _, _, share in told])

    def loss(weights: Array) -> float:
        chance = weights[2] / (1.0 + np.exp(-weights[0] - weights[1] * margins))
        return float(-(shares * np.log(np.where(is_right, chance, 1.0 - chance))).sum())

    start = np.array([-0.78, 0.93, 0.99])
    bounds = [(-5.0, 5.0), (0.01, 5.0), (0.5, _MOST)]
    found = minimize(loss, start, method="L-BFGS-B", bounds=bounds)
    return dict(zip(("confidence.bias", "confidence.margin", "confidence.most"), found.x.tolist(), strict=True))


def cases(pages: Iterable[Page], numbers: Mapping[str, float]) -> list[Case]:
    """The pages whose words must tell what they are, as they are read by these weights."""
    found: list[Case] = []
    for page in pages:
        read = read_text(page.text, all_layouts(), weights=weights_with(numbers))
        if read is None or not is_told_by_words(read):
            continue
        thread, alone = evidences(replace(read, weights=traced()))
        kind = 2 if not page.records else 1 if is_lone_answer(page) else 0
        found.append(([_with_constant(thread), _with_constant(alone), {}], kind, page.share))
    return found


_CONSTANT = ""
"""The feature of what no weight went into: that something cannot be."""


def _with_constant(evidence: float) -> Features:
    features = features_of(evidence)
    return features or {_CONSTANT: float(evidence)}


def acceptance(found: Sequence[Case], priors: Mapping[str, float], sigmas: Mapping[str, float]) -> dict[str, float]:
    """The weights that make likely what each page is."""
    names = sorted({name for features, _, _ in found for one in features for name in one} - {_CONSTANT})
    amounts = np.array([[[one.get(name, 0.0) for name in names] for one in features] for features, _, _ in found])
    fixed = np.array([[one.get(_CONSTANT, 0.0) for one in features] for features, _, _ in found])
    kinds = np.eye(3)[[kind for _, kind, _ in found]]
    shares = np.array([share for _, _, share in found])

    def loss(weights: Array) -> tuple[float, Array]:
        logs = amounts @ weights + fixed
        logs -= logs.max(axis=1, keepdims=True)
        chances = np.exp(logs) / np.exp(logs).sum(axis=1, keepdims=True)
        lost = -float(shares @ np.log((chances * kinds).sum(axis=1)))
        return lost, np.einsum("pk,pkf->f", (chances - kinds) * shares[:, None], amounts)

    prior = np.array([priors[name] for name in names])
    sigma = np.array([sigmas.get(name, 0.0) for name in names])
    return dict(zip(names, most_likely(loss, prior, sigma).tolist(), strict=True))
