"""Posts that were found on a page, and what stands where in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractor.readers.html.posts.candidates.authors import AuthorColumn
from extractor.readers.html.posts.candidates.bodies import NO_BODY, BodyColumn
from extractor.readers.html.posts.candidates.dates import DateColumn
from extractor.readers.html.posts.engines import Engine
from extractor.readers.html.posts.shown_names import Name
from extractor.readers.html.posts.tree import Key

_TOLD = 0.7
"""The share of posts with a text from which on the others show a picture."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Posts in page order, and their columns."""

    posts: tuple[int, ...]
    own: Sequence[Sequence[int]]
    """The elements of each post, without the posts inside it."""
    authors: Sequence[AuthorColumn] = ()
    dates: Sequence[DateColumn] = ()
    body: BodyColumn = NO_BODY
    score: float = 0.0
    links: float = 0.0
    """The share of posts whose heading or title is a link to another page, as in lists of articles and of threads."""
    reviews: float = 0.0
    """The share of posts that rate something."""
    trimmed: tuple[int, ...] = ()
    """What looked like posts, but has no text, no author, another shape or no number."""
    keys: Sequence[Key] = ()
    engine: Engine | None = None
    others: frozenset[int] = frozenset()
    """Elements in posts that are none of them: comments, what the engine shows of other posts."""
    comments: frozenset[int] = frozenset()
    """Those that are comments, one each."""

    is_opened: bool = False
    """The first is marked as none of the others is: it opens the thread."""

    @property
    def has_marks(self) -> bool:
        """Whether posts share a mark of their own, and not only the place in which they stand."""
        return any(not mark.startswith("<") for _, mark in self.keys)

    @property
    def names(self) -> Mapping[int, Name]:
        """The name in each post at the place that is the likeliest for names."""
        return self.authors[0].names if self.authors else {}

    @property
    def signed(self) -> float:
        """The share of posts with an author, about."""
        return min(1.0, self.authors[0].weight) if self.authors else 0.0

    @property
    def dated(self) -> float:
        """The share of posts with a date, about."""
        return min(1.0, self.dates[0].weight) if self.dates else 0.0

    @property
    def has_texts(self) -> bool:
        """Whether most posts have a text; the others may show a picture."""
        return len(self.body.bodies) > _TOLD * len(self.posts)
