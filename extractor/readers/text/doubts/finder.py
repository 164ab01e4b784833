"""What finds lines that something speaks against, and of which pages it is asked."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from extractor.readers.text.grammar.states import STATE_NAMES, chain_of
from extractor.readers.text.reader import TextReading

_Find: TypeAlias = Callable[[TextReading], Iterator[int]]


class Finder(NamedTuple):
    """What finds the numbers of items, and what speaks against these.

    On pages without one of its `chains`, states of items one below the other, it finds nothing.
    """

    find: _Find
    chains: frozenset[str]
    why: str


def finder(find: _Find, chains: str, why: str) -> Finder:
    """A finder with its chains ("first body | body body"); the empty one is on every page."""
    return Finder(find, frozenset(chain_of(map(STATE_NAMES.index, one.split())) for one in chains.split("|")), why)


class Finders:
    """Finders in the order in which they are asked; most pages have few of the chains, so that few need be."""

    def __init__(self, *finders: Finder) -> None:
        self._finders = finders
        self._chains = frozenset[str]().union(*(one.chains for one in finders))

    def suspects(self, read: TextReading) -> Iterator[tuple[int, str]]:
        """The numbers of the items that something speaks against, and what."""
        there = {chain for chain in self._chains if chain in read.reading.chain}
        for find, chains, why in self._finders:
            if not chains.isdisjoint(there):
                for index in find(read):
                    yield index, why
