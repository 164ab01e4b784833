"""Line shapes whose meaning is certain, and the names that their groups may have."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a line that matches a mark says about the structure around it."""

    __hash__ = object.__hash__  # there is one of each; an enumeration's own is slow

    FURNITURE = auto()
    """Nothing: a prompt, a banner, a share button."""
    VOTE = auto()
    """Stands between an answer's headline and its body."""
    COUNT = auto()
    """Ends the question; group `count` is the declared number of answers."""
    TITLE = auto()
    """The page's title, or in a list of questions the title of the next."""
    QUESTION = auto()
    """The question's text begins with or below this line."""
    ANSWER = auto()
    """An answer's text begins with or below this line."""
    BYLINE = auto()
    """Part of a byline."""
    BREAK = auto()
    """Stands below an answer: what follows is the next."""
    META = auto()
    """Facts about the question or the answer, in groups; no text."""
    LINES = auto()
    """Below it every line is an answer (site banner of article copies)."""
    CLOSE = auto()
    """Stands below the last answer (a disclaimer)."""
    SKIP = auto()
    """Everything up to the next mark of another kind is furniture (an advertisement, an essay)."""
    END = auto()
    """The record ends above this line; all that follows is furniture."""


TEXT_GROUPS = frozenset({"title", "question", "headline", "first", "body"})
"""Groups of a mark that are text, which goes on below like a line of that role; `first` begins an answer."""

BYLINE_GROUPS = frozenset({"name", "byline", "credentials", "specialty", "location", "rating", "reviews"})
"""Groups of a mark that are parts of a byline; `byline` is a line that holds several of them."""

ANSWER_GROUPS = frozenset({"answered_at", "votes"})
QUESTION_GROUPS = frozenset({"asker", "asker_location", "asked_at", "tags"})
PAGE_GROUPS = frozenset({"count"})
"""Groups of a mark that are facts about an answer, about the question, and about the page."""

_FACTS = ANSWER_GROUPS | QUESTION_GROUPS | PAGE_GROUPS
GROUP = re.compile(r"\(\?P<(\w+)>")
BACKWARD = re.compile(r"\(\?P=(\w+)\)")
"""In a pattern, where a group begins, and where it is looked back at."""


def groups_of(kind: Kind) -> frozenset[str]:
    """The groups that are read of a mark of this kind: text and bylines are not where all that follows is left out."""
    return _FACTS if kind in (Kind.SKIP, Kind.END) else _FACTS | TEXT_GROUPS | BYLINE_GROUPS


@dataclass(frozen=True, slots=True)
class Mark:
    """A line shape. Named groups are the fields it holds; the rest of the match is furniture.

    The pattern is matched at the beginning of a line's text, may look at the lines below it, and is complete when it
    ends at a line end.

    Raises:
        ValueError: if a group of the pattern is none that is read of such a mark.

    """

    kind: Kind
    pattern: str

    def __post_init__(self) -> None:
        """Refuse groups that nobody reads, not the pattern either: their text would be lost without a word."""
        used = groups_of(self.kind).union(BACKWARD.findall(self.pattern))
        unknown = [name for name in self.groups if name not in used]
        if unknown:
            raise ValueError(
                f"no such group in a mark of the kind {self.kind.name}: {', '.join(unknown)}, in {self.pattern!r}; "
                f"groups that are read: {', '.join(sorted(groups_of(self.kind)))}"
            )

    @property
    def groups(self) -> list[str]:
        """The names of the pattern's groups, in their order."""
        return GROUP.findall(self.pattern)
