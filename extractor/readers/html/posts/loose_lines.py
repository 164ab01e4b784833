"""Lines of loose text that say who wrote something and when become elements of their own, and so do posts without any.

Old boards, print views and archives of letters print them between line breaks: "<b>Ann</b> [ 3 May 2020 ]<br>Rest is
best.<br>". Where one element holds several of them, each begins a post. Lines that are a date, above or below a text,
become elements too.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from lxml import etree

from extractor.readers.html.posts import byline
from extractor.readers.html.posts.flow import BREAKS
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.lxml_names import Element

_FEWEST, _MOST = 2, 1_500
"""Lines of such a page: those of one post alone are no thread."""
_LONGEST_DAY = 50
_BEFORE = 2
"""Characters between the text of a block and what is in front of it."""


class _Run(NamedTuple):
    """A line of loose text: what stands in front of it, if anything does, and the elements in it."""

    block: Element
    before: Element | None
    inside: list[Element]

    @property
    def text(self) -> str:
        first = self.block.text if self.before is None else self.before.tail
        pieces = (piece for one in self.inside for piece in (*one.itertext(with_tail=False), one.tail or ""))
        return " ".join("".join([first or "", *map(str, pieces)]).split())


def set_apart(tree: Tree) -> bool:
    """Whether the page of `tree` has such lines; its elements then hold them apart, for another tree."""
    lines = _lines(tree)
    blocks, enclose = list(_blocks_with_lines(tree, lines)), _enclose_heads
    if len(blocks) < _FEWEST:
        blocks, enclose = list(_blocks_with_days(tree, lines)), _enclose_days
    if not _FEWEST <= len(blocks) <= _MOST:
        return False
    for block in dict.fromkeys(blocks):
        enclose(list(_runs(tree.elements[block])))
    return True


def _enclose_heads(runs: Sequence[_Run]) -> None:
    """Enclose each line that says who wrote something, and when; with what is behind it, where several stand here."""
    heads = list(_heads([run.text for run in runs]))
    if len(heads) > 1 and any(run.text for run in runs[heads[-1].stop :]):
        _cut(runs, heads)
    else:
        for head in heads:
            _enclose("span", runs[head.start], _members(runs[head.start : head.stop]))


def _enclose_days(runs: Sequence[_Run]) -> None:
    """Enclose each line that is a date."""
    for run in runs:
        if _is_day(run.text):
            _enclose("span", run, run.inside)


def _lines(tree: Tree) -> list[str]:
    """The lines of a page that are short enough, each in its place."""
    bounds = pairwise([*(start for start, _ in tree.lines), len(tree.text)])
    return [tree.text[start:end].strip() if end - start <= byline.LONGEST else "" for start, end in bounds]


def _blocks_with_lines(tree: Tree, lines: Sequence[str]) -> Iterator[int]:
    """The block of each line that says who wrote something, and when, and stands beside other text."""
    for head in _heads(lines):
        block = tree.block(tree.lines[head.start][1])
        if tree.mass(block) > sum(len(line) + _BEFORE for line in lines[head.start : head.stop]):
            yield block


def _blocks_with_days(tree: Tree, lines: Sequence[str]) -> Iterator[int]:
    """The cell of each line that is a date and stands beside other text: old boards show posts as rows of a table."""
    for line, (_, holder) in zip(lines, tree.lines, strict=False):
        block = tree.block(holder)
        if tree.tags[block] == "td" and tree.mass(block) > len(line) + _BEFORE and _is_day(line):
            yield block


def _is_day(line: str) -> bool:
    return len(line) <= _LONGEST_DAY and any(map(str.isdigit, line)) and byline.is_day(line)


def _heads(lines: Sequence[str]) -> Iterator[range]:
    """The numbers of the lines that say who wrote something and when: of one, or of two that each say one of these."""
    end = 0
    for number, line in enumerate(lines):
        if any(map(str.isdigit, line)):
            for first, stop in ((number, number + 1), (number - 1, number + 1), (number, number + 2)):
                if first >= end and byline.name_on("\n".join(lines[first:stop])):
                    yield range(first, stop)
                    end = stop
                    break


def _runs(block: Element) -> Iterator[_Run]:
    """The lines of loose text in a block; between them stand line breaks and blocks."""
    run = _Run(block, None, [])
    for child in block:
        if child.tag in BREAKS:
            yield run
            run = _Run(block, child, [])
        else:
            run.inside.append(child)
    yield run


def _cut(runs: Sequence[_Run], heads: Sequence[range]) -> None:
    """Enclose each of `heads` with what stands behind it up to the next.

    The last ends before a block as none of the others holds.
    """
    begin, last = heads[0].start + 1, heads[-1]
    inner = {run.before.tag for run in runs[begin : last.start] if run.before is not None}
    behind = takewhile(lambda run: run.before is not None and run.before.tag in inner, runs[last.stop :])
    stop = last.stop + sum(1 for _ in behind)
    for head, end in zip(heads, [*(head.start for head in heads[1:]), stop], strict=True):
        line = runs[head.start]
        post = _enclose("div", line, _members(runs[head.start : end]))
        _enclose("span", _Run(post, None, line.inside), _members(runs[head.start : head.stop]))


def _members(runs: Sequence[_Run]) -> list[Element]:
    """The elements of lines that follow each other, and those that part them."""
    rest = (one for run in runs[1:] for one in (run.before, *run.inside) if one is not None)
    return [*runs[0].inside, *rest]


def _enclose(tag: str, run: _Run, members: Sequence[Element]) -> Element:
    """A new element in place of a line, with the text in front of it and `members`, the last with what is behind it."""
    new = etree.Element(tag)
    if run.before is None:
        new.text, run.block.text = run.block.text, None
        run.block.insert(0, new)
    else:
        new.text, run.before.tail = run.before.tail, None
        run.before.addnext(new)
    new.extend(members)
    return new
