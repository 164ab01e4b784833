"""Tables whose rows hold a label and what it is: "Question | ...", "Answer | ...", "Answered by | Ann Lee, MD".

They are put in the form in which other pages have the same: a block for the question, and one for each answer, with who
gave it in it.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from extractor.layout import asked, labels
from extractor.readers.html.posts.by_shape.sections import text_on_one_line
from extractor.readers.html.rendering.lxml_names import Element
from extractor.readers.people.loose_bylines import is_byline

_QUESTION, _ANSWER = (re.compile(labels.labelled(kind)) for kind in ("question", "answer"))
_SAYS_WHO = re.compile(rf"{asked.leads()}|{labels.answered_by()}", re.IGNORECASE)
_CELLS = ("td", "th")
_LONGEST_LABEL, _LONGEST_BYLINE = 30, 120
_MOST_PARTS = 4
"""Elements in the cell of a label."""
_PAIR = 2


class _Row(NamedTuple):
    """A row of two cells: its label, and what that is of."""

    whole: Element
    label: str
    cell: Element

    def is_called(self, kind: re.Pattern[str]) -> bool:
        """Whether its label is of the question or of an answer, with a colon or without."""
        return kind.fullmatch(f"{self.label.rstrip(':')}:") is not None

    @property
    def says_who(self) -> bool:
        """Whether its label says that the name of who asks or answers follows."""
        return _SAYS_WHO.match(self.label) is not None


def set_rows(root: Element) -> None:
    """Make blocks of what stands in such tables; other tables are left as they are."""
    tables: dict[Element, list[_Row]] = defaultdict(list)
    for row in _rows(root):
        if (holder := row.whole.getparent()) is not None:
            tables[holder].append(row)
    for rows in tables.values():
        asked_in = [row for row in rows if row.is_called(_QUESTION)]
        answers = {row.whole for row in rows if row.is_called(_ANSWER)}
        if len(asked_in) == 1 and answers:
            _set(rows, answers, {text_on_one_line(heading) for heading in root.iter("h1")})
            asked_in[0].whole.set("class", "question")


def _rows(root: Element) -> Iterator[_Row]:
    for row in root.iter("tr"):
        cells = [one for one in row if one.tag in _CELLS]
        if len(cells) == _PAIR and sum(1 for _ in islice(cells[0].iter(), _MOST_PARTS + 1)) <= _MOST_PARTS:
            label = text_on_one_line(cells[0])
            if len(label) <= _LONGEST_LABEL:
                yield _Row(row, label, cells[1])


def _set(rows: Sequence[_Row], answers: Collection[Element], titles: Collection[str]) -> None:
    """Name the answers, and put who gave one into it; of labels those stay that say who asks, of titles the first."""
    for above, row in pairwise([rows[0], *rows]):
        text = text_on_one_line(row.cell)
        if above.whole in answers and row.whole not in answers and _is_signature(row, text):
            row.cell.set("class", "author")
            above.whole.append(row.cell)
        elif row.says_who or text in titles:
            row.cell.text = f"{row.label.rstrip(':')} {row.cell.text or ''}" if row.says_who else None
    for row in rows:
        row.whole.remove(next(iter(row.whole.iterchildren(*_CELLS))))
        for one in (row.whole, row.cell, row.whole.getparent()):
            if one is not None:
                one.tag = "div"
    for answer in answers:
        answer.set("class", "answer")


def _is_signature(row: _Row, text: str) -> bool:
    return len(text) <= _LONGEST_BYLINE and (is_byline(text) or row.says_who)
