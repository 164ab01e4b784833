"""Where the blocks of a thread have the names of those who wrote: in the same place of each."""

import re
from collections.abc import Callable, Sequence
from itertools import takewhile
from typing import NamedTuple

from extractor.readers.lines import Line
from extractor.readers.text.boards.blocks import Block, is_handle
from extractor.readers.text.boards.forms import MAX_HANDLE, is_since, words
from extractor.records import Span

_MAX_ABOVE = 3
"""Lines directly above a block that may be its author's: a name, a rank, a place."""
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = " -–—|·•,:»«()\"'"


class Named(NamedTuple):
    """A block, and the place of its author's name in the page; None if the board's text has lost it."""

    block: Block
    name: Span | None


def named(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Named]:
    """The blocks with the names: beside the day, or on a line of their own in the block, or directly above it."""
    beside = _beside(lines, blocks)
    if beside:
        return [Named(block, name) for block, name in zip(blocks, beside, strict=True)]
    inside = min(len(block.free) for block in blocks)
    if inside:
        slots = [[block.free[slot] for block in blocks] for slot in range(inside)]
        best = max(slots, key=lambda slot: _distinct(lines, slot))
        return [Named(block, _name_on(lines, line, best)) for block, line in zip(blocks, best, strict=True)]
    return _above(lines, blocks)


def _above(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Named]:
    """The blocks, each with the lines directly above it up to the one that differs most: the name."""
    slots: list[list[int]] = []
    for height in range(1, _MAX_ABOVE + 1):
        slot = [block.top - height for block in blocks]
        floors = [0, *(block.bottom + 2 for block in blocks[:-1])]
        if not all(at >= floor and is_handle(lines[at].text) for at, floor in zip(slot, floors, strict=True)):
            break
        slots.append(slot)
    if not slots:
        return [Named(block, None) for block in blocks]
    best = max(reversed(slots), key=lambda slot: _distinct(lines, slot))
    return [
        Named(block._replace(top=line), _name_on(lines, line, best)) for block, line in zip(blocks, best, strict=True)
    ]


def _distinct(lines: Sequence[Line], slot: Sequence[int]) -> int:
    return len({lines[line].text for line in slot})


def _name_on(lines: Sequence[Line], line: int, slot: Sequence[int]) -> Span | None:
    """The line as a name, unless the lines of this place are ranks."""
    ranks = sum(not words("roles").isdisjoint(_LETTERS.findall(lines[at].text.casefold())) for at in slot)
    return None if ranks * 2 >= len(slot) else (lines[line].start, lines[line].end)


def _beside(lines: Sequence[Line], blocks: Sequence[Block]) -> list[Span] | None:
    """The names that stand on the lines of the days, or of the numbers: what differs there but the day."""
    parts: tuple[Callable[[Block], tuple[int, str]], ...] = (
        lambda block: (0, lines[block.anchor.line].text[: block.anchor.start]),
        lambda block: (block.anchor.end, lines[block.anchor.line].text[block.anchor.end :]),
    )
    if is_since(lines[blocks[0].anchor.line].text):
        return None
    for part in parts:
        found = [part(block) for block in blocks]
        spans = _differing([text for _, text in found])
        if spans:
            starts = [lines[block.anchor.line].start + at for block, (at, _) in zip(blocks, found, strict=True)]
            return [(start + first, start + end) for start, (first, end) in zip(starts, spans, strict=True)]
    return None


def _differing(texts: Sequence[str]) -> list[Span] | None:
    """What is left of each of `texts` without the words that all begin and end with; None if nothing is, of one."""
    tokens = [list(_WORD.finditer(text)) for text in texts]
    plain = [[match[0] for match in some] for some in tokens]
    first = _shared(plain)
    last = _shared([some[first:][::-1] for some in plain])
    spans: list[Span] = []
    for text, some in zip(texts, tokens, strict=True):
        own = some[first : len(some) - last]
        if not own:
            return None
        piece = text[own[0].start() : own[-1].end()]
        start = own[0].start() + len(piece) - len(piece.lstrip(_SIGNS))
        end = start + len(piece.strip(_SIGNS))
        if not (0 < end - start <= MAX_HANDLE):
            return None
        spans.append((start, end))
    return spans if len({text[slice(*span)] for text, span in zip(texts, spans, strict=True)}) > 1 else None


def _shared(lists: Sequence[Sequence[str]]) -> int:
    """How many words all of `lists` begin with."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*lists, strict=False)))
