"""The question of a page: its title, its text and the number of answers it declares, where no selector names them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from extractor.layout import POSTS, Kind, Part, asked, labels
from extractor.layout.dates import date_words
from extractor.readers.html.posts.byline import name_on
from extractor.readers.html.posts.regions.asker import asker_in, asker_parts
from extractor.readers.html.posts.regions.post import (
    Post,
    PostLine,
    drop_passing,
    is_named,
    is_noise,
    is_sentence,
    lines_of,
    touches,
)
from extractor.readers.html.posts.words import ABOUT, BY, EDITORS, MOMENT, has, names_author
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.lines import split_lines
from extractor.readers.text.matcher import Hit, Matcher

_MIN_TITLE = 20
_LONGEST_DATED = 80
"""Characters of a line that says when something was asked."""
_LONGEST_ANSWERED = 160
"""Characters of a line that says who answers, when, and who else has read it."""
_ANSWERED = re.compile(rf"{labels.answered_by()}:?\s+")
_BEHIND_NAME = re.compile(rf"(?<!\s)\s++(?=[(|·•–-]|(?i:{'|'.join(date_words('around', 'leads'))})\b)|[,;]")
_LEADS = rf"{asked.leads()}|posted(?! on .* by )"
"""Behind "Posted on" and a day stands by whom the page is, not who asks."""
_ASKED = [
    re.compile(mark.pattern, re.IGNORECASE)
    for mark in asked.marks(_LEADS, who=r"[^|·•,]{2,40}?", where=r"[^|·•\d]{2,40}?", when=rf"(?:{MOMENT.pattern})")
]
"""Names and places of any form: HTML parts such a line from the text. In a page of text they must look like some."""
_TOLD = {"asker": Part.AUTHOR, "asker_location": Part.LOCATION, "asked_at": Part.DATE, "tags": Part.TAG}


def with_question(page: Rendered, marks: Matcher, *, asks_first: bool | None = None) -> Rendered:
    """`page` with its title, declared count and question where no selector names them.

    They stand above the first post; if `asks_first`, the first post is the question. None leaves that to the page: it
    is if nothing else asks.
    """
    posts = [region for region in page.regions if region.part in POSTS]
    if not posts or posts[0].part is Part.QUESTION:
        return page
    post = _above(page, posts, marks, is_whole=not asks_first)
    regions = [region for region in page.regions if region.post]
    if asks_first is None:
        asks_first = len(posts) > 1 and not post.has(Part.BODY) and not any(map(is_sentence, post.free))
    if asks_first:
        regions = [replace(region, part=Part.QUESTION) if region is posts[0] else region for region in regions]
        post.regions = [one for one in post.regions if one.part in (Part.TITLE, Part.COUNT, Part.TAG)]
        post.regions += [] if post.has(Part.TITLE) else _heading_in(posts[0], page)
    elif not post.has(Part.BODY):
        regions += _who_answers(post, posts)
        drop_passing(post)
        post.regions += post.stretches(Part.BODY, post.free)
    return replace(page, regions=(*post.regions, *regions))


def _heading_in(whole: Region, page: Rendered) -> Iterator[Region]:
    """The first line of a post, if it is a heading, as the title of a page that has none above it."""
    first = next((line for line in lines_of(page) if line.start >= whole.start), None)
    if first and first.hint.heading and first.end < whole.end:
        yield Region(Part.TITLE, first.start, first.end)


def _who_answers(post: Post, posts: Sequence[Region]) -> Iterator[Region]:
    """Of a line above a lone answer, "Answered by Dr. Rowe (3 hours later)", who gave it: no part of the question."""
    told = [line for line in post.free if _ANSWERED.match(line.text) and len(line.text) <= _LONGEST_ANSWERED]
    post.free = [line for line in post.free if line not in told]
    for line in told[:1] if len(posts) == 1 else ():
        found = _ANSWERED.match(line.text)
        name = _BEHIND_NAME.split(line.text[found.end() if found else 0 :], maxsplit=1)[0]
        start = line.start + line.text.index(name)
        yield Region(Part.AUTHOR, start, start + len(name), None, posts[0].post)


def _above(page: Rendered, posts: Sequence[Region], marks: Matcher, *, is_whole: bool) -> Post:
    """What stands above the first post: the title, and below it facts about the question and, as free lines, its text.

    The declared count ends the question; it may also stand between a question that is a post and the first answer. The
    text and when it was written are looked for only if the question `is_whole` here, and no post.
    """
    lines = list(takewhile(lambda line: line.start < posts[min(1, len(posts) - 1)].start, lines_of(page)))
    above = [line for line in lines if line.end <= posts[0].start]
    title = _title(above, page)
    without_menus = dropwhile(lambda line: not is_sentence(line), above)  # they stand above what has no title
    below = above[above.index(title) + 1 :] if title else list(without_menus) or above
    facts = _facts(page, title and _without_label(title, marks), below)
    hits = {line: _hits(line, marks) for line in below}
    between = ((line, _hits(line, marks)) for line in lines if line.start >= posts[0].end)
    declared = list(_declared(hits.items())) or list(_declared(between))
    if not any(one.part is Part.COUNT for one in page.regions):
        facts += declared
    for one in declared:
        below = [line for line in below if line.end < one.start]
    facts += [region for line in below for region in _asking(line)]
    asides = {line: hit for line in below for hit in hits[line] if _is_told_by(hit)}
    labelled = {line: hit for line in below for hit in hits[line] if hit.kind is Kind.QUESTION and "body" in hit.groups}
    facts += [region for line, hit in (*asides.items(), *labelled.items()) for region in _regions(line, hit, facts)]
    post = Post(Region(Part.QUESTION, 0, 0), facts, below)
    if is_whole:
        _complete(post, asides, {line: hit.groups["body"][0] for line, hit in labelled.items()})
    return post


def _complete(post: Post, asides: Collection[PostLine], labelled: Mapping[PostLine, int]) -> None:
    """Find when and by whom a question was asked, and its text: lines that are no `asides`, without their labels.

    Those that are `labelled` have their text behind an offset.
    """
    if not post.has(Part.DATE):
        post.regions += _asked_when(post.lines)
    told = [] if post.has(Part.AUTHOR) else _asked_by(line for line in post.lines if line not in asides)
    post.regions += told
    lines = [line for line in post.lines if line not in asides and not (line.hint.heading or _is_about(line))]
    lines = [line for line in lines if not any(touches(one, line) for one in told)]
    post.free = [line for line in lines if line in labelled or not (is_named(line, post.regions) or is_noise(line))]
    post.cut(labelled)


def _without_label(title: PostLine, marks: Matcher) -> PostLine:
    """The title behind the label of a question, "Q: May I run again?"."""
    bodies = (hit.groups["body"] for hit in _hits(title, marks) if hit.kind is Kind.QUESTION and "body" in hit.groups)
    begin, end = next(bodies, (0, len(title.text)))
    return title._replace(start=title.start + begin, end=title.start + end, text=title.text[begin:end])


def _is_about(line: PostLine) -> bool:
    """Whether a short line is called one on who asked, when, or how many answered: no part of what is asked."""
    names = line.hint.classes.split()
    return len(line.text) <= _LONGEST_DATED and not is_sentence(line) and any(has(ABOUT, name) for name in names)


def _facts(page: Rendered, title: PostLine | None, below: Sequence[PostLine]) -> list[Region]:
    """What selectors name outside the posts, about the question; the title, if they do not name it."""
    facts = [one for one in page.regions if one.post == 0 and (one.value is not None or _stands_among(one, below))]
    facts = [one for one in facts if page.text[one.start : one.end].lower() not in EDITORS]
    facts = [part for one in facts for part in asker_parts(one, page.text)]
    if title and not any(one.part is Part.TITLE for one in facts):
        facts.append(Region(Part.TITLE, title.start, title.end))
    return facts


def _stands_among(region: Region, lines: Sequence[PostLine]) -> bool:
    return region.part is Part.TITLE or (bool(lines) and lines[0].start <= region.start and region.end <= lines[-1].end)


def _title(above: Sequence[PostLine], page: Rendered) -> PostLine | None:
    """The line that selectors call the title, else what the head of the page begins with, else the main heading."""
    titles = [one for one in page.regions if one.part is Part.TITLE]
    named = [line for line in above for one in titles if touches(one, line)]
    told = page.title or ""
    repeated = [line for line in above if len(line.text) >= _MIN_TITLE and told.startswith(line.text)]
    same = [line for line in above if line.text == told]
    main = [line for line in above if line.hint.heading == 1]
    headings = [line for line in repeated if line.hint.heading]
    return next(iter(named[:1] or headings[-1:] or main[-1:] or same[-1:] or repeated[-1:]), None)


def _asked_when(lines: Sequence[PostLine]) -> list[Region]:
    """What the first line above the text with a date says; else the last below it that is one, or a name with one."""
    above = (list(_dated(line)) for line in takewhile(lambda line: not is_sentence(line), lines))
    below = (list(_signed(line)) for line in takewhile(lambda line: not is_sentence(line), reversed(lines)))
    return next(filter(None, (*above, *below)), [])


def _asked_by(lines: Iterable[PostLine]) -> list[Region]:
    """Of the first short line that is called an author's what it says, as "Asked by" would; else all before a date."""
    for line in lines:
        may_name = names_author(line.hint.classes) and not (is_sentence(line) or MOMENT.match(line.text))
        ways = [_asking(line, "asked by "), asker_in(line.text, line.start, 0)] if may_name else []
        if told := next(filter(None, map(list, ways[::-1] if BY.match(line.text) else ways)), None):
            return told
    return []


def _hits(line: PostLine, marks: Matcher) -> Sequence[Hit]:
    """What marks of texts know of a line, as of one with another below it: labels may stand alone."""
    return marks.find(text := f"{line.text}\n", split_lines(text))


def _is_told_by(hit: Hit) -> bool:
    """Whether a line says who asks, or nothing of what is asked: a label alone."""
    return hit.kind in (Kind.META, Kind.FURNITURE, Kind.QUESTION) and hit.groups.keys() <= _TOLD.keys()


def _regions(line: PostLine, hit: Hit, facts: Sequence[Region]) -> Iterator[Region]:
    """The parts that a mark names, of which nothing is known yet."""
    known = {one.part for one in facts}
    for name, (begin, end) in hit.groups.items():
        if name in _TOLD and _TOLD[name] not in known:
            yield Region(_TOLD[name], line.start + begin, line.start + end)


def _asking(line: PostLine, lead: str = "") -> Iterator[Region]:
    """What a line, behind `lead`, says: "Asked by Ann in Leeds on 3 May 2020", "Asked 3 May 2020 by Ann"."""
    match = next(filter(None, (pattern.fullmatch(lead + line.text) for pattern in _ASKED)), None)
    start = line.start - len(lead)
    for name, part in _TOLD.items():
        if match and match.groupdict().get(name):
            yield Region(part, start + match.start(name), start + match.end(name))


def _dated(line: PostLine) -> Iterator[Region]:
    """The date on a short line above the text, whatever else it says: "Woman, 27 | 3 May 2020 | Ears"; a name by it."""
    found = MOMENT.search(line.text) if len(line.text) <= _LONGEST_DATED else None
    if found:
        yield Region(Part.DATE, line.start + found.start(), line.start + found.end())
    if found and (name := name_on(line.text)) and BY.match(line.text):
        start = line.start + line.text.index(name)
        yield Region(Part.AUTHOR, start, start + len(name))


def _signed(line: PostLine) -> Iterator[Region]:
    """What a line below the text says that is a date, with no more than a word before it, or the name of who asked."""
    moment, name = MOMENT.search(line.text), name_on(line.text)
    if moment and (name or (line.text.endswith(moment[0]) and " " not in line.text[: moment.start()].strip())):
        yield Region(Part.DATE, line.start + moment.start(), line.start + moment.end())
        if name:
            start = line.start + line.text.index(name)
            yield Region(Part.AUTHOR, start, start + len(name))


def _declared(lines: Iterable[tuple[PostLine, Sequence[Hit]]]) -> Iterator[Region]:
    for line, hits in lines:
        for hit in hits:
            if hit.kind is Kind.COUNT and "count" in hit.groups:
                begin, end = hit.groups["count"]
                yield Region(Part.COUNT, line.start + begin, line.start + end)


def strays(page: Rendered) -> list[Region]:
    """Sentences between the posts of a page that are part of none."""
    posts = [region for region in page.regions if region.part in POSTS]
    starts = [post.start for post in posts]
    outside = [line for line in lines_of(page) if starts and starts[0] < line.start < starts[-1]]
    outside = [line for line in outside if posts[bisect_left(starts, line.start + 1) - 1].end < line.end]
    return [Region(Part.REST, line.start, line.end) for line in outside if is_sentence(line)]
