"""The lines about the author of each post: around the line with its day or number, what repeats with every post."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from extractor.readers.lines import Line
from extractor.readers.text.boards.forms import MAX_HANDLE, Anchor, Form, is_of_author, repeated_kinds
from extractor.vocabulary import PUNCTUATION

_REACH = 12
"""Lines around the day of a post that may be about its author."""
_BRIDGE = 3
"""Lines up to the next that repeats, if those between are short: a rank, a place."""
_BEGINNINGS = "_@~*([•"
"""Signs that a name, or a rank in a list, may begin with."""
_INITIAL = re.compile(r"\A(\S+ [^\W\d_])\.\Z")
"""Behind one name."""
_NO_NAME_ENDS = (*PUNCTUATION, ")")


class Block(NamedTuple):
    """The lines `[top, bottom]` about the author of a post; `free` are those of them that do not repeat.

    The post's words end above line `end` at the latest: there begins what the board prints below every post.
    """

    top: int
    bottom: int
    anchor: Anchor
    free: tuple[int, ...]
    end: int


def blocks_of(lines: Sequence[Line], anchors: Sequence[Anchor]) -> list[Block]:
    """The blocks around `anchors`, in their order; between two there is at least one line."""
    kinds = repeated_kinds(lines, len(anchors))
    at = [anchor.line for anchor in anchors]
    below, above = _sides(lines, kinds, at)
    ends = [*at[1:], len(lines)]
    bottoms = [
        _below_panel(lines, _last(range(line + 1, min(end, line + _REACH)), lines, kinds, below, line), end)
        for line, end in zip(at, ends, strict=True)
    ]
    heads = set(kinds[max(0, at[0] - _REACH) : at[0]])
    feet = {kind for kind in kinds[bottoms[-1] + 1 :] if kind and kind in above and kind not in heads}
    floors = [0, *(bottom + 2 for bottom in bottoms[:-1])]
    blocks: list[Block] = []
    for anchor, bottom, floor, end in zip(anchors, bottoms, floors, ends, strict=True):
        reach = range(anchor.line - 1, max(floor, anchor.line - _REACH) - 1, -1)
        top = _last(reach, lines, kinds, above - feet, anchor.line)
        free = tuple(index for index in range(top, bottom + 1) if kinds[index] is None)
        foot = next((index for index in range(bottom + 1, end) if kinds[index] in feet), end)
        blocks.append(Block(top, bottom, anchor, free, foot))
    return blocks


def _below_panel(lines: Sequence[Line], bottom: int, end: int) -> int:
    """The last line of a block with what the board says of this author alone; above line `end` words are left."""
    while bottom + 2 < end and is_of_author(lines[bottom + 1].text):
        bottom += 1
    return bottom


def _last(
    reach: range, lines: Sequence[Line], kinds: Sequence[Form | None], wanted: AbstractSet[Form], start: int
) -> int:
    """The last line of a block that goes on from line `start`: lines that repeat, with short ones between them."""
    last = start
    skipped = 0
    for index in reach:
        kind = kinds[index]
        if kind in wanted:
            last, skipped = index, 0
        elif skipped + 1 < _BRIDGE and is_handle(lines[index].text):
            skipped += 1
        else:
            break
    return last


def is_handle(text: str) -> bool:
    """Whether a line may be what somebody goes by, or his rank or place: short, and no sentence."""
    if text[0] == "(" and text[-1] == ")":
        return len(text) <= MAX_HANDLE
    text = _INITIAL.sub(r"\1", text)
    is_begun = text[0].isalnum() or text[0] in _BEGINNINGS
    return is_begun and len(text) <= MAX_HANDLE and not text.endswith(_NO_NAME_ENDS) and any(map(str.isalpha, text))


def _sides(
    lines: Sequence[Line], kinds: Sequence[Form | None], at: Sequence[int]
) -> tuple[frozenset[Form], frozenset[Form]]:
    """The kinds of lines that stand below the day of a post, and above it: from where more of them are reached."""
    every = frozenset(kind for kind in kinds if kind)
    balance: Counter[Form] = Counter()
    for above, line, below in zip([-1, *at], at, [*at[1:], len(lines)], strict=False):
        for reach, value in ((range(line + 1, below), 1), (range(line - 1, above, -1), -1)):
            last = _last(reach[:_REACH], lines, kinds, every, line)
            for index in range(min(line, last), max(line, last) + 1):
                if index != line and (kind := kinds[index]):
                    balance[kind] += value
    stand_below = frozenset(kind for kind in every if balance[kind] >= 0)
    return stand_below, every - stand_below
