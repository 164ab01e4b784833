"""The weights under which the gold paths of pages are likely: a conditional random field over modes and paths.

A page is read in several modes, in each of which it is a chain of items; its readings are the paths of all of them, and
the log-odds of one is its score. What is made small is how unlikely the gold readings are (the negative log-likelihood)
and how far the weights are from those they had (a normal prior). Both, and their gradients, are exact: forward-backward
over all chains at once, item by item.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from extractor.fit.gold_paths import CLOSING, IMPOSSIBLE, Chain, transitions_of
from extractor.readers.text.grammar.states import STATES, Gap, Mode, State
from extractor.readers.text.traced import Features, features_of

Array = NDArray[np.float64]

_SIZE = len(STATES)
_MAX_STEPS = 200
_LEAST, _MOST = 1e-300, 300.0
"""Numbers beyond which a power is none, or too large."""


class _Rows:
    """Features, row by row, as a sparse matrix; a row to which nothing was added is impossible."""

    def __init__(self, columns: dict[str, int]) -> None:
        self._columns = columns
        self._rows: list[int] = []
        self._places: list[int] = []
        self._amounts: list[float] = []
        self._possible: list[int] = []

    def add(self, row: int, features: Features) -> None:
        """Add what is there in a row."""
        self._possible.append(row)
        for name, amount in features.items():
            self._rows.append(row)
            self._places.append(self._columns.setdefault(name, len(self._columns)))
            self._amounts.append(amount)

    def matrix(self, rows: int) -> csr_matrix:
        """All rows, for the features that are known by now."""
        return csr_matrix((self._amounts, (self._rows, self._places)), shape=(rows, len(self._columns)))

    def mask(self, rows: int) -> NDArray[np.bool_]:
        """Which rows are possible."""
        mask = np.zeros(rows, dtype=bool)
        mask[self._possible] = True
        return mask


class ChainArrays:
    """The chains of pages as arrays; each page has one with a gold path at least.

    Chains stand in order of length, the longest first, so that those that have an item `n` are the first few. Items
    stand by their number, then by chain.
    """

    def __init__(self, pages: Sequence[Sequence[Chain]]) -> None:
        numbered = [(page, chain) for page, chains in enumerate(pages) for chain in chains]
        numbered.sort(key=lambda one: -len(one[1].read.steps))
        self._chains = [chain for _, chain in numbered]
        self._page_of = np.array([page for page, _ in numbered])
        self._pages = len(pages)
        lengths = np.array([len(chain.read.steps) for chain in self._chains])
        self._alive = [int((lengths > item).sum()) for item in range(int(lengths.max(initial=0)) + 1)]
        self._offsets = [0, *np.cumsum(self._alive).tolist()]
        self._items = int(lengths.sum())
        self._has_gold = np.array([chain.gold is not None for chain in self._chains])
        columns: dict[str, int] = {}
        self._compile(columns)
        self.names = list(columns)

    def _compile(self, columns: dict[str, int]) -> None:
        emissions, transitions, gold = _Rows(columns), _Rows(columns), _Rows(columns)
        tables: dict[tuple[Mode, Gap], int] = {}
        self._table = np.zeros(self._items, dtype=np.int64)
        self._closing = np.zeros(len(self._chains), dtype=np.int64)
        for number, chain in enumerate(self._chains):
            mode = chain.read.cut.mode
            for item, (gap, states, evidence) in enumerate(chain.read.steps):
                place = self._offsets[item] + number
                self._table[place] = tables.setdefault((mode, gap), len(tables))
                for state, own in zip(states, evidence, strict=True):
                    emissions.add(place * _SIZE + state, features_of(own))
            self._closing[number] = tables.setdefault((mode, CLOSING), len(tables))
            if chain.gold:
                gold.add(number, _features(chain, chain.gold))
        for (mode, gap), number in tables.items():
            for row, features in _possible(mode, gap):
                transitions.add(number * _SIZE * _SIZE + row, features)
        self._add_matrices(emissions, transitions, gold, len(tables))

    def _add_matrices(self, emissions: _Rows, transitions: _Rows, gold: _Rows, tables: int) -> None:
        self._tables = tables
        rows = self._items * _SIZE, tables * _SIZE * _SIZE
        self._emissions, self._is_state = emissions.matrix(rows[0]), emissions.mask(rows[0])
        self._transitions, self._is_pair = transitions.matrix(rows[1]), transitions.mask(rows[1])
        self._gold = gold.matrix(len(self._chains))
        ones = np.ones(self._items)
        self._by_table = csr_matrix((ones, (self._table, np.arange(self._items))), shape=(tables, self._items))

    def loss(self, weights: Array, shares: Array) -> tuple[float, Array, Array]:
        """How unlikely the gold readings are, with the gradient, and of each page; `shares` are what pages count."""
        own = _powers(self._emissions @ weights, self._is_state).reshape(-1, _SIZE)
        pairs = _powers(self._transitions @ weights, self._is_pair).reshape(-1, _SIZE, _SIZE)
        beginnings, scales, logs = self._forward(own, pairs)
        gold = np.where(self._has_gold, self._gold @ weights, -np.inf)
        chosen, of_all = self._softmax(gold), self._softmax(logs)
        losses = of_all[1] - chosen[1]
        expected = of_all[0] * shares[self._page_of]
        states, moves, closing = self._backward(own, pairs, (beginnings, scales), expected)
        gradient = self._emissions.T @ states.ravel() - self._gold.T @ (chosen[0] * shares[self._page_of])
        gradient += self._transitions.T @ self._counts(moves, closing).ravel()
        return float(losses @ shares), gradient, losses

    def _forward(self, own: Array, pairs: Array) -> tuple[Array, Array, Array]:
        """For every item the shares of states after the beginnings; their scales; every chain's log sum."""
        beginnings, scales = np.zeros((self._items, _SIZE)), np.ones(self._items)
        logs = np.zeros(len(self._chains))
        before = np.zeros((len(self._chains), 1, _SIZE))
        before[:, 0, State.START] = 1.0
        for item, alive in enumerate(self._alive[:-1]):
            here = slice(self._offsets[item], self._offsets[item] + alive)
            shares = (before[:alive] @ pairs[self._table[here]])[:, 0] * own[here]
            scales[here] = np.maximum(shares.sum(axis=1), _LEAST)
            beginnings[here] = shares / scales[here, None]
            logs[:alive] += np.log(scales[here])
            before[:alive, 0] = beginnings[here]
        self._ends = (before[:, 0] * pairs[self._closing][:, :, State.END]).sum(axis=1)
        return beginnings, scales, logs + np.log(np.maximum(self._ends, _LEAST))

    def _backward(
        self, own: Array, pairs: Array, forward: tuple[Array, Array], expected: Array
    ) -> tuple[Array, Array, Array]:
        """How often every state, and every pair of states, is expected, each chain counting as `expected` says."""
        beginnings, scales = forward
        states, moves = np.zeros_like(beginnings), np.zeros((self._items, _SIZE, _SIZE))
        ends = pairs[self._closing][:, :, State.END]
        rests = expected[:, None] * ends / np.maximum(self._ends, _LEAST)[:, None]
        closing = np.zeros((len(self._chains), _SIZE))
        start = np.zeros(_SIZE)
        start[State.START] = 1.0
        for item in range(len(self._alive) - 2, -1, -1):
            alive, below = self._alive[item], self._alive[item + 1]
            here = slice(self._offsets[item], self._offsets[item] + alive)
            states[here] = beginnings[here] * rests[:alive]
            closing[below:alive] = states[here][below:]
            behind = own[here] * rests[:alive] / scales[here, None]
            above = beginnings[self._offsets[item - 1] :][:alive] if item else np.broadcast_to(start, (alive, _SIZE))
            table = pairs[self._table[here]]
            moves[here] = above[:, :, None] * table * behind[:, None, :]
            rests[:alive] = (table @ behind[:, :, None])[:, :, 0]
        return states, moves, closing

    def _counts(self, moves: Array, closing: Array) -> Array:
        """How often every pair of states is expected, by table."""
        counts: Array = np.asarray(self._by_table @ moves.reshape(self._items, -1)).reshape(-1, _SIZE, _SIZE)
        np.add.at(counts[:, :, State.END], self._closing, closing)
        return counts

    def _softmax(self, logs: Array) -> tuple[Array, Array]:
        """Of the chains of each page: the share of each, and the log of their sum."""
        most = np.full(self._pages, -np.inf)
        np.maximum.at(most, self._page_of, logs)
        powers = np.exp(logs - most[self._page_of])
        sums = np.zeros(self._pages)
        np.add.at(sums, self._page_of, powers)
        return powers / sums[self._page_of], most + np.log(sums)


def _powers(logs: Array, is_possible: NDArray[np.bool_]) -> Array:
    return np.where(is_possible, np.exp(np.minimum(logs, _MOST)), 0.0)


def _possible(mode: Mode, gap: Gap) -> Iterator[tuple[int, Features]]:
    """The transitions that the grammar has, by the number of the pair, with their features."""
    for above, weights in enumerate(transitions_of(mode).matrix(gap)):
        for state, weight in enumerate(weights):
            if weight > IMPOSSIBLE:
                yield above * _SIZE + state, features_of(weight)


def _features(chain: Chain, path: Sequence[int]) -> Features:
    """The features of a whole path."""
    transitions = transitions_of(chain.read.cut.mode)
    score: float = 0.0
    above: int = State.START
    for (gap, states, evidence), state in zip(chain.read.steps, path, strict=True):
        score = score + evidence[states.index(state)] + transitions.matrix(gap)[above][state]
        above = state
    return features_of(score + transitions.matrix(CLOSING)[above][State.END])


def fit(
    field: ChainArrays, priors: Mapping[str, float], sigmas: Mapping[str, float], shares: Array
) -> dict[str, float]:
    """The weights by name that make the gold readings likely; one without a sigma stays what it was."""
    prior = np.array([priors.get(name, 0.0) for name in field.names])
    sigma = np.array([sigmas.get(name, 0.0) for name in field.names])
    weights = most_likely(lambda weights: field.loss(weights, shares)[:2], prior, sigma)
    return dict(zip(field.names, weights.tolist(), strict=True))


def most_likely(loss_of: Callable[[Array], tuple[float, Array]], prior: Array, sigma: Array) -> Array:
    """The weights of the least loss where each is normal around its prior; one whose sigma is 0 stays there.

    `loss_of` gives the loss of weights, and its gradient.
    """
    free = sigma > 0
    if not free.any():  # not all versions of scipy can look for nothing
        return prior.copy()

    def regretted(moved: Array) -> tuple[float, Array]:
        weights = prior.copy()
        weights[free] += moved * sigma[free]
        loss, gradient = loss_of(weights)
        return loss + 0.5 * float(moved @ moved), gradient[free] * sigma[free] + moved

    found = minimize(regretted, np.zeros(int(free.sum())), jac=True, method="L-BFGS-B", options={"maxiter": _MAX_STEPS})
    weights = prior.copy()
    weights[free] += found.x * sigma[free]
    return weights
