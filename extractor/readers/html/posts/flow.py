"""The text of a page put together piece by piece: what begins a line, and what stands on one beside what was there."""

from collections.abc import Iterator

from lxml import etree

NO_TEXT = frozenset(
    "script style template svg head iframe object embed audio video canvas map datalist dialog option select textarea "
    "nav menu button math".split()
)
"""Elements that hold no text of the page: scripts, controls and navigation."""
_PARAGRAPH = 2
BREAKS = dict.fromkeys(
    "br caption dd details div dt figcaption legend li summary tbody td tfoot th thead tr".split(), 1
)
BREAKS |= dict.fromkeys(
    "address article aside blockquote body center dir dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "ol p pre section table ul".split(),
    _PARAGRAPH,
)
"""How far the text of an element is from what is around it: on a line of its own, or a paragraph."""
BEFORE = [{tag: max(gap, step) for tag, step in BREAKS.items()} for gap in range(_PARAGRAPH + 1)]
BEFORE[1]["br"] = _PARAGRAPH
BEHIND = [{**steps, "br": gap} for gap, steps in enumerate(BEFORE)]
"""How far apart texts are between which an element begins, or ends, by how far apart they were already."""
_SEPARATORS = (" ", "\n", "\n\n")


def outside_hidden(root: etree._Element) -> Iterator[etree._Element]:
    """The elements in the order in which they begin, without what is inside of those that hold no text."""
    hidden = 0
    for element in root.iter():
        if hidden:
            hidden += len(element) - 1
        else:
            hidden = len(element) if element.tag in NO_TEXT else 0
            yield element


class Flow:
    """The text so far, in which one space stands for each stretch of white space, and is `length` characters long.

    `lines` are where its lines begin, and the element that holds the first character of each. Three of four texts are
    white space: of these no more is kept than that what follows `is_apart`.
    """

    __slots__ = ("_pieces", "gap", "has_ended", "is_apart", "length", "lines")

    def __init__(self) -> None:
        self.length = self.gap = 0
        self.lines: list[tuple[int, int]] = []
        self._pieces: list[str] = []
        self.is_apart = self.has_ended = False

    def __str__(self) -> str:
        return "".join(self._pieces)

    def add(self, text: str, holder: int) -> None:
        """Text of element `holder`, which is more than white space."""
        bare = " ".join(text.split())
        pieces, length = self._pieces, self.length
        if self.gap or not length:
            if length:
                pieces.append(_SEPARATORS[self.gap])
                length += self.gap
            self.lines.append((length, holder))
        elif self.is_apart or text[0].isspace() or (bare[0].isdigit() and pieces[-1][-1].isdigit()):
            pieces.append(" ")  # between two numbers, one of which is raised, and what is apart
            length += 1
        pieces.append(bare)
        self.length = length + len(bare)
        self.gap, self.is_apart, self.has_ended = 0, text[-1].isspace(), False
