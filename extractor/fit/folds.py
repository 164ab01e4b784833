"""Pages that belong together, and what is learnt without them: cross-validation."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from extractor.fit.crf import ChainArrays, fit
from extractor.fit.gold_paths import Chain, Page
from extractor.fit.reading import Numbers

FOLDS = 5
_STEP = 0.5
"""How far weights go from what they were to what fits these pages best: fixtures are invented in one hand, and of real
pages that nobody had seen the whole step read no more. The largest of four steps that lost no text page in sample."""
_HEAD = 60
_LEAST = 25
"""Characters of a text that two pages must share to belong together, and that it must have to say so."""

Fold = Callable[[Page], str]
Taught = tuple[Page, Sequence[Chain]]
HeldOut = tuple[Page, Numbers]
"""A page, and weights to read it by that were fitted without those of its fold."""


def grouped(pages: Sequence[Page]) -> list[Page]:
    """The pages, those that share a title, a question or the beginning of an answer in one group."""
    owners: dict[str, str] = {}
    groups = {page.name: page.name for page in pages}

    def owner(name: str) -> str:
        while groups[name] != name:
            name = groups[name]
        return name

    for page in pages:
        for key in _keys(page):
            groups[owner(page.name)] = owner(owners.setdefault(key, page.name))
    return [replace(page, group=owner(page.name)) for page in pages]


def _keys(page: Page) -> Iterator[str]:
    for record in page.records:
        texts = [record.question.title, record.question.body, *[answer.body for answer in record.answers]]
        for text in texts:
            key = re.sub(r"\W+", " ", (text or "").lower()).strip()[:_HEAD]
            if len(key) >= _LEAST:
                yield key


def by_group(page: Page) -> str:
    """The fold of a page, drawn by its group."""
    return str(int(hashlib.sha256(page.group.encode()).hexdigest(), 16) % FOLDS)


def by_family(page: Page) -> str:
    """The family of a page as its fold: what is learnt carries over to pages of another make."""
    return page.family


class Learner:
    """Fits weights to pages, and reads others by them."""

    def __init__(self, taught: Sequence[Taught], priors: Numbers, sigmas: Numbers) -> None:
        self._pages = [page for page, _ in taught]
        self._field = ChainArrays([chains for _, chains in taught])
        self._priors, self._sigmas = priors, sigmas

    def fitted(self, fold_of: Fold | None = None, left_out: str = "") -> Numbers:
        """The weights fitted to the pages, without those of the fold that is left out."""
        taught = [fold_of is None or fold_of(page) != left_out for page in self._pages]
        shares = np.array([page.share for page in self._pages]) * taught
        fitted = fit(self._field, self._priors, self._sigmas, shares)
        return {name: prior + _STEP * (fitted[name] - prior) for name, prior in self._priors.items() if name in fitted}

    def validated(self, pages: Sequence[Page], fold_of: Fold) -> list[HeldOut]:
        """Pages with weights that were fitted without those of their fold."""
        fitted = {fold: self.fitted(fold_of, fold) for fold in sorted({fold_of(page) for page in pages})}
        return [(page, fitted[fold_of(page)]) for page in pages]
