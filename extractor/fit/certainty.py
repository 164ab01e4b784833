"""How sure a reading is: from margins to confidences, and from a page's words to its being a Q&A page at all.

Both are fitted to pages that were read by weights which had not seen them: margins of pages that were are too large.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize

from extractor.fit.crf import Array, most_likely
from extractor.fit.folds import by_group
from extractor.fit.gold_paths import Page, is_lone_answer
from extractor.fit.reading import Numbers, ScoredPage
from extractor.readers.text.acceptance.accepted import evidences, is_told_by_words
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.readers.text.traced import Features, features_of, traced
from extractor.sites import all_layouts

_NEITHER = 2
_CONSTANT = ""
"""The feature of what no weight went into: that something cannot be."""
_MOST = 0.999
"""No confidence is higher: one page in a thousand is wrong in a way that nothing foresees."""

PageFeatures = Sequence[Features]
"""The features of a page as a thread, as a lone answer, and as neither."""


class Case(NamedTuple):
    """A page whose words must tell what it is, what it is (the place in `told`), and the pages that it belongs to."""

    told: PageFeatures
    kind: int
    group: str


_REAL_ERRORS = 1.5
"""How much a wrong answer counts, against 1 for a right one. Of 90 real pages that nobody had seen one in five was not
exact, of these here, left out of the fit, one in twelve, which asks for 2.5; above 1.5 more than one right page in ten
would be flagged, and that limit decides."""


def confidence(outcomes: Iterable[ScoredPage]) -> dict[str, float]:
    """The weights that make answers' margins the share of right ones among answers of that margin."""
    told = [(margin, right, one.page.share) for one in outcomes for margin, right in one.answers]
    margins = np.array([max(margin, 0.0) for margin, _, _ in told])
    is_right = np.array([right for _, right, _ in told])
    shares = np.array([share for _, _, share in told]) * np.where(is_right, 1.0, _REAL_ERRORS)

    def loss(weights: Array) -> float:
        chance = weights[2] / (1.0 + np.exp(-weights[0] - weights[1] * margins))
        return float(-(shares * np.log(np.where(is_right, chance, 1.0 - chance))).sum())

    start = np.array([-0.78, 0.93, 0.99])
    bounds = [(-5.0, 5.0), (0.01, 5.0), (0.5, _MOST)]
    found = minimize(loss, start, method="L-BFGS-B", bounds=bounds)
    return dict(zip(("confidence.bias", "confidence.margin", "confidence.most"), found.x.tolist(), strict=True))


def cases(pages: Iterable[Page]) -> Iterator[Case]:
    """The pages whose words must tell what they are."""
    for page in pages:
        read = read_text(TextPage(page.text), all_layouts())
        if read is not None and is_told_by_words(read):
            thread, alone = evidences(replace(read, weights=traced()))
            kind = _NEITHER if not page.records else int(is_lone_answer(page))
            yield Case((_features(thread), _features(alone), {}), kind, by_group(page))


def _features(evidence: float) -> Features:
    return features_of(evidence) or {_CONSTANT: float(evidence)}


def acceptance(found: Sequence[Case], priors: Numbers, sigmas: Numbers) -> Numbers:
    """The weights that make likely what each page is."""
    names = sorted({name for case in found for one in case.told for name in one} - {_CONSTANT})
    amounts = np.array([[[one.get(name, 0.0) for name in names] for one in case.told] for case in found])
    fixed = np.array([[one.get(_CONSTANT, 0.0) for one in case.told] for case in found])
    kinds = np.eye(_NEITHER + 1)[[case.kind for case in found]]

    def loss(weights: Array) -> tuple[float, Array]:
        logs = amounts @ weights + fixed
        powers = np.exp(logs - logs.max(axis=1, keepdims=True))
        chances = powers / powers.sum(axis=1, keepdims=True)
        return -float(np.log((chances * kinds).sum(axis=1)).sum()), np.einsum("pk,pkf->f", chances - kinds, amounts)

    prior = np.array([priors[name] for name in names])
    sigma = np.array([sigmas.get(name, 0.0) for name in names])
    return dict(zip(names, most_likely(loss, prior, sigma).tolist(), strict=True))


class Mistakes(NamedTuple):
    """Pages that are no Q&A pages and are taken for one, and Q&A pages that are refused."""

    false: int
    refused: int


def mistakes(found: Sequence[Case], priors: Numbers, sigmas: Numbers) -> tuple[Mistakes, Mistakes]:
    """Those of the weights there were, and of weights that were fitted without the pages that a page belongs to."""
    before, after = Mistakes(0, 0), Mistakes(0, 0)
    for fold in sorted({case.group for case in found}):
        others = [case for case in found if case.group != fold]
        weights = {**priors, **acceptance(others, priors, sigmas)}
        members = [case for case in found if case.group == fold]
        before, after = _plus(before, members, priors), _plus(after, members, weights)
    return before, after


def _plus(so_far: Mistakes, found: Sequence[Case], weights: Numbers) -> Mistakes:
    refused = [max(_evidence(told, weights) for told in case.told[:_NEITHER]) < 0 for case in found]
    false = sum(case.kind == _NEITHER and not is_refused for case, is_refused in zip(found, refused, strict=True))
    missed = sum(case.kind != _NEITHER and is_refused for case, is_refused in zip(found, refused, strict=True))
    return Mistakes(so_far.false + false, so_far.refused + missed)


def _evidence(features: Features, weights: Numbers) -> float:
    return sum(amount * weights.get(name, 1.0) for name, amount in features.items())
