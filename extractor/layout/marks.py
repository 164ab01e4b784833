"""Line shapes whose meaning is certain, and the names that their groups may have."""

from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    """What a line that matches a mark says about the structure around it."""

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


@dataclass(frozen=True, slots=True)
class Mark:
    """A line shape. Named groups are the fields it holds; the rest of the match is furniture.

    The pattern is matched at the beginning of a line's text, may look at the lines below it, and is complete when it
    ends at a line end. A group `body` (or `title`, `headline`) is text that goes on like a line of that role.
    """

    kind: Kind
    pattern: str


DOCTOR_GROUPS = frozenset({"name", "byline", "credentials", "specialty", "location", "rating", "reviews"})
"""Groups of a mark that are parts of a byline."""

ANSWER_FACTS = frozenset({"answered_at", "votes"})
QUESTION_FACTS = frozenset({"asker", "asker_location", "asked_at", "tags"})
"""Groups of a mark that are facts about an answer, and about the question."""
