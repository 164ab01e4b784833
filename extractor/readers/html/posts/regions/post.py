"""Posts as lines: which of a post's lines its selectors name, and what the others are by their words alone."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise, zip_longest
from operator import attrgetter
from typing import NamedTuple

from extractor.layout import POSTS, Part, around
from extractor.layout.dates import is_date
from extractor.readers.html.posts.by_shape.boxes import BESIDE
from extractor.readers.html.posts.words import CONTROLS, META, OF_MEMBER, OF_TOPIC
from extractor.readers.html.rendering.rendered import Hint, Region, Rendered
from extractor.readers.people.credentials import listed_credentials
from extractor.readers.people.loose_bylines import short_rating_fields
from extractor.readers.people.names import name_fields
from extractor.readers.people.places import work_fields
from extractor.vocabulary import is_furniture

MARGIN = " ,-–|·•"
COLONS = ":："
"""What may end a byline or a label in front of a text."""
WORK = (Part.SPECIALTY, Part.LOCATION)
PERSON = (Part.AUTHOR, Part.BYLINE)
BYLINES = (*PERSON, *WORK, Part.RATING, Part.REVIEWS)
_INLINE = frozenset({*BYLINES, Part.DATE, Part.VOTES, Part.HEADLINE, Part.TAG})
_SILENT = frozenset({*POSTS, Part.AUTHOR_URL, Part.LINK, Part.IGNORED, Part.ACCEPTED})
"""Parts that say nothing of the text of their element."""
_MAX_RESIDUE = 30
"""Letters and digits around named elements on a line that are only words like "answered by" or "on"."""
_MIN_PROSE = 60
"""Characters from which on a line that is no sentence is text all the same."""
_ONE_WORD = 12
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?…)\"”]$")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3001\u3040-\u30ff\u3400-\u9fff\uff0c]{12}")
"""Text in a script without spaces, with the commas in it."""
_FEEDBACK = re.compile(around.feedback())
_start_of = attrgetter("start")


class PostLine(NamedTuple):
    """A line of the page, `[start, end)`, with what the markup says of it."""

    start: int
    end: int
    text: str
    hint: Hint


@dataclass(slots=True)
class Post:
    """A post, its lines, and those that nothing names."""

    whole: Region
    regions: list[Region]
    lines: list[PostLine]
    free: list[PostLine] = field(default_factory=list)

    def has(self, *parts: Part) -> bool:
        """Whether one of `parts` is named in the post."""
        return any(region.part in parts for region in self.regions)

    def cut(self, starts: Mapping[PostLine, int]) -> None:
        """Leave out what stands in front of an offset in a line, for each line that has one: labels."""
        texts = {line: line._replace(start=line.start + at, text=line.text[at:]) for line, at in starts.items()}
        for lines in (self.lines, self.free):
            lines[:] = [texts.get(line, line) for line in lines]

    def name(self, part: Part, *lines: PostLine) -> None:
        """Let `lines` be `part` of the post."""
        taken = set(lines)
        if taken:
            self.regions += self.stretches(part, lines)
            self.free = [line for line in self.free if line not in taken]

    def stretches(self, part: Part, lines: Sequence[PostLine]) -> Iterator[Region]:
        """Regions for `lines`, one for those without others between them."""
        wanted = {line.start for line in lines}
        for is_wanted, some in groupby(self.lines, lambda line: line.start in wanted):
            if is_wanted:
                stretch = list(some)
                yield Region(part, stretch[0].start, stretch[-1].end, None, self.whole.post)


def posts_of(page: Rendered, lines: Sequence[PostLine]) -> Iterator[Post]:
    """The posts that have no other post inside."""
    regions: dict[int, list[Region]] = {}
    for region in page.regions:
        regions.setdefault(region.post, []).append(region)
    wholes = [region for region in page.regions if region.part in POSTS]
    for whole, below in zip_longest(wholes, wholes[1:]):
        if below is None or below.start >= whole.end:
            first = bisect_left(lines, whole.start, key=_start_of)
            end = bisect_left(lines, whole.end, first, key=_start_of)
            yield Post(whole, regions[whole.post], list(lines[first:end]))


def lines_of(page: Rendered) -> Iterator[PostLine]:
    """The lines of a page."""
    starts = list(page.hints)
    for start, below in pairwise([*starts, len(page.text) + 1]):
        text = page.text[start:below].rstrip("\n")
        yield PostLine(start, start + len(text), text, page.hints[start])


def is_named(line: PostLine, regions: Sequence[Region]) -> bool:
    """Whether named elements make up the line, but for a word or two."""
    for one in regions:
        if one.start <= line.start and line.end <= one.end and one.value is None and one.part not in _SILENT:
            return True
    left = residue(line, regions).strip(MARGIN)
    rest = sum(map(str.isalnum, left))
    if rest == sum(map(str.isalnum, line.text)) or rest > _MAX_RESIDUE:
        return False
    if 2 * rest <= len(line.text) or rest <= _ONE_WORD or META.match(line.text):
        return True
    here = {region.part for region in regions if touches(region, line)}
    if Part.AUTHOR in here:
        return work_fields(left, 0) is not None
    return not here.isdisjoint(WORK) and name_fields(left, 0) is not None


def residue(line: PostLine, regions: Sequence[Region]) -> str:
    """The line with blanks in place of what named elements hold."""
    text = line.text
    for region in regions:
        is_text = region.part not in _SILENT and (region.value is None or _is_within(region, line))
        if is_text and touches(region, line):
            begin, end = max(region.start, line.start) - line.start, min(region.end, line.end) - line.start
            text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def touches(region: Region, line: PostLine) -> bool:
    """Whether the region and the line have text in common."""
    return region.start < line.end and region.end > line.start


def _is_within(region: Region, line: PostLine) -> bool:
    return line.start <= region.start and region.end <= line.end


def is_noise(line: PostLine) -> bool:
    """Whether the line is none of a post's text: a button, a counter, what forums print below a name.

    In a paragraph nothing is but what all sites print.
    """
    text = line.text
    if is_furniture(text) or _FEEDBACK.fullmatch(text):
        return True
    if line.hint.tag == "p":
        return False
    if not any(map(str.isalpha, text)):
        return short_rating_fields(text, 0) is None and not is_date(text)
    return any(pattern.match(text) for pattern in (OF_MEMBER, OF_TOPIC)) or CONTROLS.fullmatch(text) is not None


def is_beside(line: PostLine) -> bool:
    """Whether a line stands in one box with the name of who answers."""
    return BESIDE in line.hint.classes.split()


def are_degrees(line: PostLine) -> bool:
    """Whether a line in one box with a name holds nothing but degrees."""
    return is_beside(line) and bool(listed_credentials((line.text, 0, len(line.text))))


def is_sentence(line: PostLine) -> bool:
    """Whether the line is text: several words with a full stop, or many, or as much in a script without spaces."""
    text = line.text
    return len(text) >= _MIN_PROSE or _SENTENCE.match(text) is not None or _UNSPACED.search(text) is not None


def drop_passing(post: Post) -> None:
    """Names and dates in the middle of the text say nothing of the post; those that its own element has do."""
    own = (post.whole.start, post.whole.end)
    post.regions = [
        region
        for region in post.regions
        if region.part not in _INLINE
        or (region.start, region.end) == own
        or not any(touches(region, line) for line in post.free)
    ]
