"""Where the blocks of a thread have the names of those who wrote: in the same place of each."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from extractor.layout import asked, labels
from extractor.layout.wordings import one_of
from extractor.readers.lines import Line
from extractor.readers.people.asides import is_datum
from extractor.readers.text.boards.blocks import Block, is_handle
from extractor.readers.text.boards.forms import MAX_HANDLE, is_role, is_since, words
from extractor.readers.text.grammar.looks import look_at
from extractor.records import Span
from extractor.vocabulary import is_furniture

_MAX_ABOVE = 3
"""Lines directly above a block that may be its author's: a name, a rank, a place."""
_WORD = re.compile(r"\S+")
_SIGNS = " -–—|·•,:»«()\"'"


class Named(NamedTuple):
    """A block, and the place of its author's name in the page; None if the board's text has lost it."""

    block: Block
    name: Span | None


class Names(NamedTuple):
    """The blocks with the names, and whether these can be nothing else: what a line of its own says may be a rank."""

    heads: Sequence[Named]
    are_sure: bool


def names_of(lines: Sequence[Line], blocks: Sequence[Block]) -> Names:
    """The names: beside the day, or on a line of their own in the block, or directly above it."""
    beside = _beside(lines, blocks)
    if beside:
        return Names([Named(block, name) for block, name in zip(blocks, beside, strict=True)], are_sure=True)
    inside = [[block.free[slot] for block in blocks] for slot in range(min(len(block.free) for block in blocks))]
    slots = [slot for slot in inside or _above(lines, blocks) if not _are_initials(lines, slot)]
    if not slots:
        return Names([Named(block, None) for block in blocks], are_sure=False)
    best = max(slots, key=lambda slot: _distinct(lines, slot))
    names: list[Span] | list[None] = [_without_addressee(lines[at]) for at in best]
    if _are_ranks(lines, best):
        names = [None] * len(best)
    heads = [
        Named(block._replace(top=min(block.top, at)), name) for block, at, name in zip(blocks, best, names, strict=True)
    ]
    others = [slot for slot in slots if slot is not best]
    is_beside_day = all(abs(block.anchor.line - at) == 1 for block, at in zip(blocks, best, strict=True))
    is_above_ranks = _are_ranks(lines, [at + 1 for at in best])
    is_alone = bool(others) or is_beside_day or is_above_ranks
    return Names(heads, is_alone and all(_are_ranks(lines, slot) for slot in others))


def _without_addressee(line: Line) -> Span:
    """Where the name on a line is, without whom its owner replies to, and whether he is there."""
    addressed = _addressed().search(line.text)
    return line.start, line.start + addressed.start() if addressed else line.end


def _are_initials(lines: Sequence[Line], slot: Sequence[int]) -> bool:
    """Whether lines are the first letters of the lines below, as boards draw for who has no picture."""
    return all(len(lines[at].text) == 1 and at + 1 < len(lines) for at in slot) and all(
        lines[at].text.casefold() == lines[at + 1].text[0].casefold() for at in slot
    )


@cache
def _addressed() -> re.Pattern[str]:
    replies, statuses = one_of(words("replies")), one_of(words("statuses"))
    return re.compile(rf" (?:{replies}) | (?:{statuses})$", re.IGNORECASE)


def _above(lines: Sequence[Line], blocks: Sequence[Block]) -> list[list[int]]:
    """The lines directly above the blocks that may be names, the highest first."""
    slots: list[list[int]] = []
    for height in range(1, _MAX_ABOVE + 1):
        slot = [block.top - height for block in blocks]
        floors = [0, *(block.bottom + 2 for block in blocks[:-1])]
        if not all(at >= floor and _may_be_name(lines[at].text) for at, floor in zip(slot, floors, strict=True)):
            break
        slots.insert(0, slot)
    return slots


def _may_be_name(text: str) -> bool:
    return is_handle(text) and not (is_furniture(text) or look_at(text).is_closing)


def _distinct(lines: Sequence[Line], slot: Sequence[int]) -> int:
    return len({lines[line].text for line in slot})


def _are_ranks(lines: Sequence[Line], slot: Sequence[int]) -> bool:
    """Whether half of the lines or more have a word of what boards call their members."""
    return sum(is_role(lines[at].text) for at in slot) * 2 >= len(slot)


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
    tokens = [_behind_number(list(_WORD.finditer(text, _label_end(text)))) for text in texts]
    plain = [[match[0] for match in some] for some in tokens]
    first = _shared(plain)
    last = _shared([some[first:][::-1] for some in plain])
    spans: list[Span] = []
    for text, some in zip(texts, tokens, strict=True):
        own = some[first : len(some) - last]
        if not own:
            return None
        piece, _, _ = text[own[0].start() : own[-1].end()].partition(" (")
        start = own[0].start() + len(piece) - len(piece.lstrip(_SIGNS))
        end = start + len(piece.strip(_SIGNS))
        name = text[start:end]
        if len(name) > MAX_HANDLE or not any(map(str.isalpha, name)) or is_datum(name):
            return None
        spans.append((start, end))
    return spans if len({text[slice(*span)] for text, span in zip(texts, spans, strict=True)}) > 1 else None


def _label_end(text: str) -> int:
    """Where the label ends that says whether somebody asks or answers: "Frage von", "Answer by"."""
    label = _labels().match(text)
    return label.end() if label else 0


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?:{asked.asked_by()}|{labels.answered_by()}):? ")


def _behind_number(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The words of a line; where the number of a post opens it, those behind "Topic by", "Reply by"."""
    if not tokens or not tokens[0][0].isdecimal():
        return tokens
    by = [at for at, token in enumerate(tokens[1:-1], 1) if token[0].casefold() in words("openings")]
    return tokens[by[-1] + 1 :] if by else tokens


def _shared(lists: Sequence[Sequence[str]]) -> int:
    """How many words all of `lists` begin with."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*lists, strict=False)))
