"""What no selector names: the lines of posts told by what they are and where they stand.

Selectors say where posts are and, on sites that are known, what is in them. The rest of a post is told line by line: a
heading is its headline, a line of name and credentials or place and specialty is its byline, all else its text. On a
page without selectors of its own the question is what stands between the title and the first post.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from bisect import bisect_left
from collections import Counter
from itertools import groupby, pairwise, zip_longest
from operator import attrgetter
from typing import NamedTuple

from extractor.readers.bylines import find_bylines, is_place
from extractor.readers.html_bylines import is_byline, short_rating_fields, work_fields
from extractor.readers.html_facts import POSTS, Part
from extractor.readers.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.marks import Matcher
from extractor.readers.names import Piece, name_fields, split
from extractor.readers.rendered import Hint, Region, Rendered
from extractor.vocabulary import is_furniture

_MAX_RESIDUE = 30
"""Letters and digits around named elements on a line that are only words like "answered by" or "on"."""
_MAX_HEADLINE = 160
_MIN_PROSE = 60
"""Characters from which on a line that is no sentence is text all the same."""
_MIN_TITLE = 20
_MAX_PLACE = 40
_META = re.compile(
    r"(?:asked|answered|posted|written|reply|replied|submitted|by|from|respondid[oa]|por)\b", re.IGNORECASE
)
_ASKED = re.compile(
    r"(?:asked|posted|submitted)(?: by (?P<asker>[^|·•,]{2,40}?))?(?: (?:in|from) (?P<place>[^|·•]{2,40}?))?"
    r"(?:(?:,| on|\s*[|·•–-])\s*(?P<date>[^|·•]*\d{4}))?",
    re.IGNORECASE,
)
_ASKING = {"asker": Part.AUTHOR, "place": Part.LOCATION, "date": Part.DATE}
_PROFILE = re.compile(
    r"(?:posts|messages|threads|joined|join date|reputation|likes|reaction score|points)\s*:", re.IGNORECASE
)
"""What forums print below the name of a member."""
_TOPICS = re.compile(r"(?:related )?(?:topics|tags|categories|filed under|posted in|tagged)\b\s*:", re.IGNORECASE)
_CONTROLS = re.compile(
    r"[\d\W]*(?:(?:likes?|reply|replies|quote|share|report|flag|follow|edit|link|permalink|helpful|thanks?|upvote|downvote|"
    r"votes?|comments?|save|more|guest|member|top)\b[\d\W]*)+",
    re.IGNORECASE,
)
"""A line of buttons and counters."""
_DATE = re.compile(
    r"""(?:(?:on|posted|answered|asked|replied)\b:?\s*)*
    (?:(?:\d+|an?)\ ?(?:second|minute|hour|day|week|month|year|decade|min|hr|[smhdwy]|mo|yr)s?\ ?(?:ago)?
      |(?=[^\n]{0,20}\d)
       (?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d
         |(?:\w+,?\ )?(?:\w+\.?\ \d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.?\ (?:de\ )?\w+\.?),?\ (?:de\ )?\d{4})
       (?:,?\ (?:at\ )?\d{1,2}:\d\d(?::\d\d)?\ ?(?:[AaPp]\.?[Mm]\.?)?)?)""",
    re.VERBOSE | re.IGNORECASE,
)
"""A line that is a date."""
_SENTENCE = re.compile(r"(?:\S+\s+){3,}\S*[.!?…)\"”]$")
_MOST = 0.6
_HEADLINE = re.compile(r"title|head|subject|summary|short", re.IGNORECASE)
"""What sites call headlines."""
_ONE_WORD = 12
_FEWEST = 2
_MARGIN = " ,-–|·•"
_SILENT = frozenset({*POSTS, Part.AUTHOR_URL, Part.LINK, Part.IGNORED, Part.ACCEPTED})
"""Parts that say nothing of the text of their element."""
_WORK = (Part.SPECIALTY, Part.LOCATION)
_start_of = attrgetter("start")
_PERSON = (Part.AUTHOR, Part.BYLINE)
_BYLINES = (*_PERSON, Part.SPECIALTY, Part.LOCATION, Part.RATING, Part.REVIEWS)
_INLINE = frozenset({*_BYLINES, Part.DATE, Part.VOTES, Part.HEADLINE, Part.TAG})


class _Line(NamedTuple):
    """A line of the page, `[start, end)`, with what the markup says of it."""

    start: int
    end: int
    text: str
    hint: Hint


@dataclass(slots=True)
class _Post:
    """A post, its lines, and those that nothing names."""

    whole: Region
    regions: list[Region]
    lines: list[_Line]
    free: list[_Line] = field(default_factory=list)

    def has(self, *parts: Part) -> bool:
        return any(region.part in parts for region in self.regions)

    def name(self, part: Part, *lines: _Line) -> None:
        """Let `lines` be `part` of the post."""
        taken = set(lines)
        if taken:
            self.regions += self.stretches(part, lines)
            self.free = [line for line in self.free if line not in taken]

    def stretches(self, part: Part, lines: Sequence[_Line]) -> Iterator[Region]:
        """Regions for `lines`, one for those without others between them."""
        wanted = {line.start for line in lines}
        for is_wanted, some in groupby(self.lines, lambda line: line.start in wanted):
            if is_wanted:
                stretch = list(some)
                yield Region(part, stretch[0].start, stretch[-1].end, None, self.whole.post)


def complete(page: Rendered) -> Rendered:
    """`page` with regions for what its selectors leave open in its posts."""
    posts = [post for post in _posts(page, list(_lines(page))) if post.lines]
    numbers = {post.whole.post for post in posts}
    others = [region for region in page.regions if region.post not in numbers]
    for post in posts:
        post.regions = list(_real_authors(post.regions, page.text))
        named = {line: _is_named(line, post.regions) for line in post.lines}
        post.free = [line for line in post.lines if not named[line] and not _is_furniture(line.text)]
        post.regions += _beside(post, [line for line in post.lines if named[line]])
        _name_date(post)
        _name_byline(post)
    repeated = _repeated(posts)
    titles = [page.text[region.start : region.end] for region in page.regions if region.part is Part.TITLE]
    for post in posts:
        post.free = [line for line in post.free if line.text not in repeated]
    _name_authors(posts)
    _name_headlines([post for post in posts if post.whole.part is Part.ANSWER])
    for post in posts:
        if post.whole.part is Part.QUESTION:
            post.free = [line for line in post.free if not line.hint.heading and line.text not in titles]
        post.regions += _rest(post)
    return replace(page, regions=(*others, *(region for post in posts for region in post.regions)))


def _posts(page: Rendered, lines: Sequence[_Line]) -> Iterator[_Post]:
    """The posts that have no other post inside."""
    regions: dict[int, list[Region]] = {}
    for region in page.regions:
        regions.setdefault(region.post, []).append(region)
    wholes = [region for region in page.regions if region.part in POSTS]
    for whole, below in zip_longest(wholes, wholes[1:]):
        if below is None or below.start >= whole.end or below.end > whole.end:
            first = bisect_left(lines, whole.start, key=_start_of)
            end = bisect_left(lines, whole.end, first, key=_start_of)
            yield _Post(whole, regions[whole.post], list(lines[first:end]))


def strays(page: Rendered) -> list[Region]:
    """Sentences between the posts of a page that are part of none."""
    posts = [region for region in page.regions if region.part in POSTS]
    starts = [post.start for post in posts]
    outside = [line for line in _lines(page) if starts and starts[0] < line.start < starts[-1]]
    outside = [line for line in outside if posts[bisect_left(starts, line.start + 1) - 1].end < line.end]
    return [Region(Part.REST, line.start, line.end) for line in outside if _is_sentence(line)]


def _rest(post: _Post) -> list[Region]:
    """The lines that are left: the text, if nothing else is; else what no field holds."""
    if not post.has(Part.BODY):
        _drop_passing(post, post.free)
        post.free = [line for line in post.free if not _is_folded(line, post.free)]
        return list(post.stretches(Part.BODY, post.free))
    left = [line for line in post.free if _is_sentence(line)] if post.whole.part is Part.ANSWER else []
    return [Region(Part.REST, line.start, line.end, None, post.whole.post) for line in left]


def _is_folded(line: _Line, others: Sequence[_Line]) -> bool:
    """Whether the line is the beginning of a later one, shown while that is hidden."""
    start = line.text.rstrip(".… ")
    is_cut = line.text != start and len(start) >= _MIN_TITLE
    return is_cut and any(other.start > line.start and other.text.startswith(start) for other in others)


def _lines(page: Rendered) -> Iterator[_Line]:
    starts = list(page.hints)
    for start, below in pairwise([*starts, len(page.text) + 1]):
        text = page.text[start:below].rstrip("\n")
        yield _Line(start, start + len(text), text, page.hints[start])


def _is_named(line: _Line, regions: Sequence[Region]) -> bool:
    """Whether named elements make up the line, but for a word or two."""
    start, end = line.start, line.end
    for one in regions:
        if one.start <= start and end <= one.end and one.value is None and one.part not in _SILENT:
            return True
    residue = sum(map(str.isalnum, _residue(line, regions)))
    if residue == sum(map(str.isalnum, line.text)) or residue > _MAX_RESIDUE:
        return False
    if 2 * residue <= len(line.text) or residue <= _ONE_WORD or _META.match(line.text):
        return True
    has_work = any(region.part in _WORK and _touches(region, line) for region in regions)
    return has_work and name_fields(_residue(line, regions).strip(_MARGIN), 0) is not None


def _residue(line: _Line, regions: Sequence[Region]) -> str:
    """The line with blanks in place of what named elements hold."""
    text = line.text
    for region in regions:
        is_text = region.part not in _SILENT and (region.value is None or _is_within(region, line))
        if is_text and _touches(region, line):
            begin, end = max(region.start, line.start) - line.start, min(region.end, line.end) - line.start
            text = text[:begin] + " " * (end - begin) + text[end:]
    return text


def _beside(post: _Post, named: Sequence[_Line]) -> Iterator[Region]:
    """What stands on the author's line beside the element that is named: name, or specialty and place, or rating."""
    if post.has(Part.BYLINE):
        return
    for line in named:
        if any(one.part is Part.BODY and _touches(one, line) for one in post.regions):
            continue
        here = [one for one in post.regions if one.part in _BYLINES and one.value is None and _touches(one, line)]
        rest = _residue(line, post.regions)
        text = rest.strip(_MARGIN)
        if not here or not text or "  " in text:
            continue
        start = line.start + rest.index(text)
        has_person = any(one.part in _PERSON for one in here)
        for part, (_, begin, end) in _parts_beside(text, start, has_person=has_person):
            yield Region(part, begin, end, None, post.whole.post)


def _parts_beside(text: str, start: int, *, has_person: bool) -> Iterator[tuple[Part, Piece]]:
    whole = (text, start, start + len(text))
    pieces = split(text, start, ",")
    if not has_person:
        if name_fields(text, 0):
            yield Part.AUTHOR, whole
    elif work_fields(text, 0) or short_rating_fields(text, 0):
        yield Part.BYLINE, whole
    elif len(pieces) == len(_WORK) and all(is_place(piece) for piece, _, _ in pieces):
        yield from zip(_WORK, pieces, strict=True)


def _touches(region: Region, line: _Line) -> bool:
    return region.start < line.end and region.end > line.start


def _name_date(post: _Post) -> None:
    if not post.has(Part.DATE):
        post.name(Part.DATE, *[line for line in post.free if _DATE.fullmatch(line.text)][:1])


def _real_authors(regions: Sequence[Region], page: str) -> Iterator[Region]:
    """The regions without authors that are none: links to reviews, and elements around the author's own."""
    authors = [one for one in regions if one.part is Part.AUTHOR and one.value is None]
    for one in regions:
        is_around = any(one is not other and one.start <= other.start and other.end <= one.end for other in authors)
        if one not in authors or not (is_around or _is_count(one, page)):
            yield one


def _is_count(region: Region, page: str) -> bool:
    """Whether an author is none: "12 reviews" is a link to the doctor's page too."""
    text = page[region.start : region.end]
    return region.value is None and " " in text and any(map(str.isdigit, text))


def _is_within(region: Region, line: _Line) -> bool:
    return line.start <= region.start and region.end <= line.end


def _name_byline(post: _Post) -> None:
    """Lines of name, specialty, place and rating, if no selector has named the author; else those beside the name."""
    if post.has(Part.BYLINE) and not post.has(Part.AUTHOR):
        return
    if post.has(Part.AUTHOR):
        told = [line for line in post.free if work_fields(line.text, 0) or short_rating_fields(line.text, 0)]
        post.name(Part.BYLINE, *told)
        return
    lines = split_lines("\n".join(line.text for line in post.free))
    taken = {number for byline in find_bylines(lines) for number in range(byline.first, byline.last + 1)}
    names = [number for number, line in enumerate(post.free) if is_byline(line.text)]
    if not taken and names:
        taken = {names[0] if post.free[names[0]].hint.heading else names[-1]}
    for number in list(taken):
        if number and work_fields(post.free[number - 1].text, 0) and number - 1 not in taken:
            taken.add(number - 1)
        below = number + 1
        while below < len(post.free) and _goes_on(post.free[below].text, post.free[below - 1].text):
            taken.add(below)
            below += 1
    post.name(Part.BYLINE, *[post.free[number] for number in sorted(taken)])


def _goes_on(text: str, above: str) -> bool:
    """Whether a line below a name belongs to the byline: specialty, rating, or the place below a specialty."""
    work = work_fields(above, 0)
    is_place_below = work is not None and "location" not in work and len(text) <= _MAX_PLACE and is_place(text)
    return is_place_below or work_fields(text, 0) is not None or short_rating_fields(text, 0) is not None


def _name_headlines(posts: Sequence[_Post]) -> None:
    """The first heading above a post's text; or its first line, where that is set apart in most posts alike."""
    apart = set(_apart(posts, 0))
    for post in posts:
        if not post.has(Part.HEADLINE) and len(post.free) > (not post.has(Part.BODY)):
            head = post.free[0]
            is_called = head in apart and _HEADLINE.search(f"{head.hint.tag} {head.hint.classes}") is not None
            if len(head.text) <= _MAX_HEADLINE and (head.hint.heading > 1 or is_called):
                post.name(Part.HEADLINE, head)
    left = {*_apart(posts, 0), *_apart(posts, -1)}
    for post in posts:
        post.name(Part.REST, *[line for line in post.free if line in left and not _is_sentence(line)])


def _name_authors(posts: Sequence[_Post]) -> None:
    """A name that is the first or last line of most posts, and set apart in all of them alike."""
    for place in (0, -1):
        apart = {line for line in _apart(posts, place) if _could_be_name(line.text)}
        if len(apart) >= max(_FEWEST, _MOST * len(posts)) and not any(post.has(*_PERSON) for post in posts):
            for post in posts:
                post.name(Part.AUTHOR, *[line for line in post.free if line in apart])


def _apart(posts: Sequence[_Post], place: int) -> list[_Line]:
    """The first (0) or last (-1) line of each post, if most have one there that is marked like no other of its lines."""
    ends = [post.free[place] for post in posts if len(post.free) > 1 and not post.has(Part.BODY)]
    ((common, count),) = Counter(line.hint for line in ends).most_common(1) or [(None, 0)]
    if common is None or common.tag == "p" or count < max(_FEWEST, _MOST * len(posts)):
        return []
    is_once = all(sum(line.hint == common for line in post.free) <= 1 for post in posts)
    return [line for line in ends if line.hint == common] if is_once else []


def _could_be_name(text: str) -> bool:
    """A name of a person, or one word as people call themselves in forums."""
    return len(text) <= _MAX_PLACE and (" " not in text or name_fields(text, 0) is not None)


def _repeated(posts: Sequence[_Post]) -> frozenset[str]:
    """Lines that stand in more than one post: buttons, disclaimers."""
    counts = Counter(text for post in posts for text in {line.text for line in post.free})
    return frozenset(text for text, count in counts.items() if count > 1)


def _is_furniture(text: str) -> bool:
    if _CONTROLS.fullmatch(text):
        return True
    if not any(map(str.isalpha, text)):
        return short_rating_fields(text, 0) is None and _DATE.fullmatch(text) is None
    return is_furniture(text) or _PROFILE.match(text) is not None or _TOPICS.match(text) is not None


def _is_sentence(line: _Line) -> bool:
    return len(line.text) >= _MIN_PROSE or _SENTENCE.match(line.text) is not None


def _drop_passing(post: _Post, free: Sequence[_Line]) -> None:
    """Names and dates in the middle of the text say nothing of the post."""
    post.regions = [
        region
        for region in post.regions
        if region.part not in _INLINE or not any(_touches(region, line) for line in free)
    ]


def with_question(page: Rendered, marks: Matcher, *, asks_first: bool | None = None) -> Rendered:
    """`page` with its title, declared count and question where no selector names them.

    They stand above the first post; if `asks_first`, the first post is the question. None leaves that to the page: it
    is if nothing else asks.
    """
    page = _without_hull(page) if asks_first else page
    posts = [region for region in page.regions if region.part in POSTS]
    if not posts or posts[0].part is Part.QUESTION:
        return page
    above = [line for line in _lines(page) if line.end <= posts[0].start]
    title = _title(above, page)
    below = above[above.index(title) + 1 :] if title else above
    outside = [region for region in page.regions if region.post == 0]
    facts = [one for one in outside if one.value is not None or _stands_among(one, below)]
    post = _Post(Region(Part.QUESTION, 0, 0), facts, below)
    if title and not post.has(Part.TITLE):
        facts.append(Region(Part.TITLE, title.start, title.end))
    outside_posts = [line for line in _lines(page) if _is_before_answers(line, posts)]
    declared = list(_declared(below, marks)) or list(_declared(outside_posts, marks))
    if not any(one.part is Part.COUNT for one in page.regions):
        facts += declared
    for one in declared:
        below = [line for line in below if line.end < one.start]
    facts += [region for line in below for region in _asking(line)]
    post.free = [
        line for line in below if not (line.hint.heading or _is_named(line, facts) or _is_furniture(line.text))
    ]
    regions = [region for region in page.regions if region.post]
    if asks_first is None:
        asks_first = len(posts) > 1 and not post.has(Part.BODY) and not any(map(_is_sentence, post.free))
    if asks_first:
        regions = [replace(region, part=Part.QUESTION) if region is posts[0] else region for region in regions]
        post.regions = [one for one in facts if one.part in (Part.TITLE, Part.COUNT, Part.TAG)]
    elif not post.has(Part.BODY):
        _drop_passing(post, post.free)
        post.regions += post.stretches(Part.BODY, post.free)
    return replace(page, regions=(*post.regions, *regions))


def _without_hull(page: Rendered) -> Rendered:
    """A thread that is marked up as one question has its text in its first post."""
    hull, *posts = [region for region in page.regions if region.part in POSTS] or [None]
    if hull is None or hull.part is Part.ANSWER or not posts or posts[0].part is Part.QUESTION:
        return page
    own = [region for region in page.regions if region.post == hull.post]
    if any(region.part is Part.BODY for region in own) or posts[0].end > hull.end:
        return page
    regions = [replace(one, post=0) if one.post == hull.post else one for one in page.regions if one is not hull]
    return replace(page, regions=tuple(regions))


def _stands_among(region: Region, lines: Sequence[_Line]) -> bool:
    return region.part is Part.TITLE or (bool(lines) and lines[0].start <= region.start and region.end <= lines[-1].end)


def _title(above: Sequence[_Line], page: Rendered) -> _Line | None:
    """The line that selectors call the title, else what the head of the page begins with, else the main heading."""
    named = [line for line in above for one in page.regions if one.part is Part.TITLE and _touches(one, line)]
    told = page.title or ""
    repeated = [line for line in above if len(line.text) >= _MIN_TITLE and told.startswith(line.text)]
    main = [line for line in above if line.hint.heading == 1]
    return (named[:1] or [line for line in repeated if line.hint.heading] or main or repeated or [None])[-1]


def _asking(line: _Line) -> Iterator[Region]:
    """What a line "Asked by Ann in Leeds on 3 May 2020" says."""
    match = _ASKED.fullmatch(line.text)
    for name, part in _ASKING.items() if match else ():
        if match[name]:
            yield Region(part, line.start + match.start(name), line.start + match.end(name))


def _is_before_answers(line: _Line, posts: Sequence[Region]) -> bool:
    """Whether the line stands between the first two posts."""
    return len(posts) > 1 and posts[0].end <= line.start and line.end <= posts[1].start


def _declared(lines: Sequence[_Line], marks: Matcher) -> Iterator[Region]:
    for line in lines:
        for hit in marks.find(line.text, split_lines(line.text)):
            if hit.kind is Kind.COUNT and "count" in hit.groups:
                begin, end = hit.groups["count"]
                yield Region(Part.COUNT, line.start + begin, line.start + end)
