"""Who asks, of a line that a page calls that of who asks: "Ann, 42 years old, Leeds. 3 May 2020"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.layout import POSTS, Part
from extractor.layout.dates import is_date
from extractor.readers.html.posts.regions.post import PostLine, is_named, lines_of
from extractor.readers.html.posts.words import BETWEEN, BY, MOMENT, names_author
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.people.places import is_place

_APART = re.compile(r"(?<!\s)\s*+(?:[,|·•(]\s*+|(?<=\s)[-–—]\s++)|(?<=\w{3})\.\s++")
_LONGEST, _MOST_WORDS = 30, 4
"""Characters and words of a name."""
_MOST_PIECES = 4


def asker_in(text: str, start: int, post: int) -> Iterator[Region]:
    """The name, the place and the day that `text`, which stands at `start`, says; nothing if it says anything else.

    How old somebody is may stand between them.
    """
    moment, lead = MOMENT.search(text), BY.match(text)
    begin, end = lead.end() if lead else 0, moment.start() if moment else len(text)
    if between := BETWEEN.search(text, begin, end):
        end = between.start()
    (_, first, stop), *others = list(_pieces(text, begin, end)) or [("", 0, 0)]
    told = [piece for piece in others if not piece[0][:1].isdigit()]
    if not _may_be_name(text[first:stop]) or len(told) > 1 or not all(map(_may_be_place, told)):
        return
    yield Region(Part.AUTHOR, start + first, start + stop, None, post)
    yield from (Region(Part.LOCATION, start + at, start + after, None, post) for _, at, after in told)
    if moment:
        yield Region(Part.DATE, start + moment.start(), start + moment.end(), None, post)


def asker_parts(region: Region, page: str) -> Iterator[Region]:
    """A region of who asks as what its text says; others as they are."""
    is_text = region.part is Part.AUTHOR and region.value is None
    told = list(asker_in(page[region.start : region.end], region.start, region.post)) if is_text else []
    yield from told or [region]


def of_holders(page: Rendered) -> Iterator[Region]:
    """Who asked a question and when, where its element holds its answers too: what stands above these says it."""
    posts = [region for region in page.regions if region.part in POSTS]
    for whole, below in pairwise(posts):
        if whole.part is Part.QUESTION and below.end <= whole.end:
            own = [one for one in page.regions if one.post == whole.post]
            within = (line for line in lines_of(page) if whole.start <= line.start < below.start)
            told = [part for line in within if not is_named(line, own) for part in _told(line, whole.post)]
            known = {one.part for one in own}
            yield from (part for part in told if part.part not in known)


def _told(line: PostLine, post: int) -> Iterator[Region]:
    if is_date(line.text):
        yield Region(Part.DATE, line.start, line.end, None, post)
    elif names_author(line.hint.classes):
        yield from asker_in(line.text, line.start, post)


def _pieces(text: str, at: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The parts of a line, and where each stands."""
    for apart in [*list(_APART.finditer(text, at, end))[:_MOST_PIECES], None]:
        stop = apart.start() if apart else end
        if piece := text[at:stop].rstrip(" .)"):
            yield piece, at, at + len(piece)
        at = apart.end() if apart else end


def _may_be_place(piece: tuple[str, int, int]) -> bool:
    """Whether a piece is a place; the letters of a state go on a town that stands in front of them."""
    return len(piece[0]) > len("NJ") and is_place(piece[0])


def _may_be_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and any(map(str.isalpha, text))
