"""Who answers, where it stands above or below the blocks that hold the answers, and in none of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from lxml import etree

from extractor.readers.html.posts.by_shape.boxes import is_writers_name, names_in
from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.readers.html.rendering.elements import SUBHEADINGS
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.people.names import is_titled_name

_MOST, _LONGEST = 3, 160
"""How many blocks beside an answer may say who gave it, and their characters."""
_CELLS = ("td", "th", "tr", "li", "dt", "dd", "tbody")


def take_in_names(posts: Sequence[Element]) -> None:
    """Move what stands beside the answers into them, if on one side of each of them somebody is named.

    On both sides it may be who asks, too: then nothing is moved. So it is where most answers name somebody themselves.
    """
    if 2 * sum(name is not None for name in names_in(posts)) >= len(posts):
        return
    own = Counter(outer for post in posts for outer in (post, *post.iterancestors()))
    above = [list(_beside(post, own, is_above=True)) for post in posts]
    below = [list(_beside(post, own, is_above=False)) for post in posts]
    is_above, is_below = _name_somebody(above, above[1:]), _name_somebody(below, below[:-1])
    if is_above == is_below:
        return
    runs = above if is_above else below
    depth = _depth(runs[1:] if is_above else runs[:-1]) or _lone_depth(runs[0], is_above=is_above)
    for post, run in zip(posts, runs, strict=True):
        for block in run[:depth]:
            _move(block, post, is_above=is_above)


def _beside(post: Element, own: Mapping[Element, int], *, is_above: bool) -> Iterator[Element]:
    """The short blocks above or below a post, the nearest first, or beside the cell or the row that it fills.

    `own` says how many posts an element holds: what holds several is not filled by one, and its text is not asked for.
    """
    level, told = post, text_on_one_line(post)
    while (outer := level.getparent()) is not None and own[outer] == 1 and text_on_one_line(outer) == told:
        level = outer
    found = 0
    for block in level.itersiblings(etree.Element, preceding=is_above):
        is_other = block in own or block.tag in ("h1", "h2") or (block.tail or "").strip()
        text = "" if is_other else text_on_one_line(block)
        if is_other or len(text) > _LONGEST or found == _MOST:
            return
        if text:
            found += 1
            yield block


def _name_somebody(runs: Sequence[Sequence[Element]], inner: Sequence[Sequence[Element]]) -> bool:
    """Whether somebody is named beside every answer; beside one that is alone, with a title or degrees."""
    if not inner:
        return _first_titled(runs[0]) > 0
    depth = _depth(inner)
    return all(any(is_writers_name(part) for block in run[:depth] for part in block.iter()) for run in runs)


def _depth(inner: Sequence[Sequence[Element]]) -> int:
    """How many blocks stand between two answers; above the first and below the last may be others."""
    return min(map(len, inner), default=0)


def _first_titled(run: Sequence[Element]) -> int:
    """How far from a post that is alone somebody is named with a title or degrees; 0 if nobody is."""
    return next((n for n, block in enumerate(run, 1) if is_titled_name(text_on_one_line(block))), 0)


def _lone_depth(run: Sequence[Element], *, is_above: bool) -> int:
    """How many blocks name who gave a lone answer; below the name, what he does may stand in blocks without a link."""
    depth = _first_titled(run)
    told = takewhile(lambda block: block.tag not in SUBHEADINGS and block.find(".//a") is None, run[depth:])
    return depth if is_above else depth + len(list(told))


def _move(block: Element, post: Element, *, is_above: bool) -> None:
    for cell in [block, *islice(block.iterdescendants(*_CELLS), _LONGEST)]:
        if cell.tag in _CELLS:
            cell.tag = "div"
    if is_above:
        post.insert(0, block)
        block.tail, post.text = post.text, None
    else:
        post.append(block)
