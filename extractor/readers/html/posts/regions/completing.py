"""The parts of posts that no selector names, told by what their lines are and where they stand.

Selectors say where posts are and, on sites that are known, what is in them. The rest is told line by line: a heading is
a headline, a line of name and credentials or of specialty and place is a byline, all else is text. What most posts have
in the same place, marked like nothing else in them, is the same part in all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice, starmap

from extractor.layout import Part, labels
from extractor.layout.dates import is_date
from extractor.readers.html.posts import words
from extractor.readers.html.posts.regions.asker import of_holders
from extractor.readers.html.posts.regions.doctors import name_with_work
from extractor.readers.html.posts.regions.named_authors import authors_in
from extractor.readers.html.posts.regions.post import (
    BYLINES,
    COLONS,
    MARGIN,
    PERSON,
    Post,
    PostLine,
    are_degrees,
    is_beside,
    is_named,
    is_noise,
    is_sentence,
    lines_of,
    posts_of,
    residue,
    touches,
)
from extractor.readers.html.posts.regions.rest import drop_label, drop_repeated, rest_of
from extractor.readers.html.posts.votes import votes_in
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.lines import split_lines
from extractor.readers.people.bylines import find_bylines
from extractor.readers.people.credentials import listed_credentials
from extractor.readers.people.loose_bylines import is_byline, short_rating_fields
from extractor.readers.people.names import is_titled_name, name_fields
from extractor.readers.people.pieces import Piece, split
from extractor.readers.people.places import is_in_state, is_place, work_fields
from extractor.readers.people.ratings import is_grade

_MAX_HEADLINE = 160
_MAX_PLACE = 40
_MAX_LABEL = 40
_LABEL = re.compile(rf"(?:{labels.alone()}|{labels.answered_by()}):?")
_FEWEST = 2
_MOST = 0.6


def complete(page: Rendered) -> Rendered:
    """`page` with regions for what its selectors leave open in its posts."""
    posts = [post for post in posts_of(page, list(lines_of(page))) if post.lines]
    numbers = {post.whole.post for post in posts}
    titles = [page.text[region.start : region.end] for region in page.regions if region.part is Part.TITLE]
    others = [region for region in page.regions if region.post not in numbers]
    for post in posts:
        _name_parts(post, titles, page.text)
        post.free = [line for line in post.free if not _is_label(line)]
        drop_label(post)
    drop_repeated(posts)
    _name_authors(posts)
    for post in posts:
        if post.has(Part.AUTHOR) and not post.has(Part.BYLINE):
            _name_byline(post)
        post.name(Part.REST, *filter(is_beside, post.free))
    _name_headlines([post for post in posts if post.whole.part is Part.ANSWER])
    for post in posts:
        if post.whole.part is Part.QUESTION:
            post.free = [line for line in post.free if not line.hint.heading]
        rest = rest_of(post)  # which takes regions out
        post.regions += rest
    own = (region for post in posts for region in post.regions)
    return replace(page, regions=(*others, *of_holders(page), *own))


def _name_parts(post: Post, titles: Sequence[str], page: str) -> None:
    """What can be told from a post by itself."""
    post.regions = authors_in(post, page)
    named = {line: is_named(line, post.regions) for line in post.lines}
    post.free = [line for line in post.lines if not (named[line] or is_noise(line) or _repeats(line, titles, post))]
    post.regions += _beside(post, [line for line in post.lines if named[line]])
    _name_date(post)
    if not post.has(Part.VOTES):
        lines = ((line.text, line.start, post.whole.post, line.hint.classes) for line in post.lines)
        post.regions += islice(chain.from_iterable(starmap(votes_in, lines)), 1)
    if not post.has(Part.RATING):
        post.name(Part.RATING, *[line for line in post.free if is_beside(line) and is_grade(line.text)][:1])
    _name_byline(post)


def _repeats(line: PostLine, titles: Sequence[str], post: Post) -> bool:
    """Whether the line is the title once more, as forums print it above each post; an answer's headline may be too."""
    is_question = post.whole.part is Part.QUESTION
    return (line.text if is_question else line.text.removeprefix("Re: ")) in titles and (
        is_question or line.text not in titles
    )


def _beside(post: Post, named: Sequence[PostLine]) -> Iterator[Region]:
    """What stands on the author's line beside the element that is named: name, or specialty and place, or rating."""
    if post.has(Part.BYLINE):
        return
    for line in named:
        if any(one.part is Part.BODY and touches(one, line) for one in post.regions):
            continue
        here = [one for one in post.regions if one.part in BYLINES and one.value is None and touches(one, line)]
        rest = residue(line, post.regions)
        text = rest.strip(MARGIN)
        if not here or not text or "  " in text:
            continue
        start = line.start + rest.index(text)
        has_person = any(one.part in PERSON for one in here)
        for part, (_, begin, end) in _parts_beside(text, start, has_person=has_person):
            yield Region(part, begin, end, None, post.whole.post)


def _parts_beside(text: str, start: int, *, has_person: bool) -> Iterator[tuple[Part, Piece]]:
    whole = (text, start, start + len(text))
    if not has_person:
        if name_fields(text, 0):
            yield Part.AUTHOR, whole
    elif work_fields(text, 0) or short_rating_fields(text, 0) or listed_credentials(whole):
        yield Part.BYLINE, whole


def _name_date(post: Post) -> None:
    dated = [line for line in post.free if is_date(line.text)][:1] if not post.has(Part.DATE) else []
    for line in dated:  # without what stands in front, "Answered on"
        found = words.MOMENT.search(line.text)
        start, end = (line.start + found.start(), line.start + found.end()) if found else (line.start, line.end)
        post.regions.append(Region(Part.DATE, start, end, None, post.whole.post))
        post.free.remove(line)


def _name_byline(post: Post) -> None:
    """Lines of name, specialty, place and rating, if no selector has named the author; else those beside the name."""
    if post.has(Part.BYLINE) and not post.has(Part.AUTHOR):
        return
    if post.has(Part.AUTHOR):
        texts = ["", *(line.text for line in post.free)]
        told = (
            line for above, line in zip(texts, post.free, strict=False) if _goes_on(line.text, above) or _is_town(line)
        )
        post.name(Part.BYLINE, *told, *filter(are_degrees, post.free))
        return
    beside = [is_beside(line) for line in post.free]
    taken = set(_with_neighbours(_bylines(post), [line.text for line in post.free], beside))
    taken |= {number for number, line in enumerate(post.free) if taken and _is_town(line)}
    post.name(Part.BYLINE, *[post.free[number] for number in sorted(taken)])


def _is_town(line: PostLine) -> bool:
    """Whether a line in one box with a name is a town with the letters of its state."""
    return is_beside(line) and is_in_state(line.text)


def _bylines(post: Post) -> set[int]:
    """The numbers of the free lines that are bylines; if none is a whole one, of the one that may be a name."""
    lines = split_lines("\n".join(line.text for line in post.free))
    taken = {number for byline in find_bylines(lines) for number in range(byline.first, byline.last + 1)}
    names = [
        number
        for number, line in enumerate(post.free)
        if is_byline(line.text.rstrip(COLONS)) or name_with_work(split(line.text, 0, ","))
    ]
    if not taken and names:
        return {names[0] if post.free[names[0]].hint.heading else names[-1]}
    return taken


def _with_neighbours(bylines: set[int], texts: Sequence[str], beside: Sequence[bool]) -> Iterator[int]:
    """Bylines with the specialty above and what goes on below them, also behind others in one box with the name."""
    for number in bylines:
        yield number
        if number and work_fields(texts[number - 1], 0):
            yield number - 1
        for below in range(number + 1, len(texts)):
            if _goes_on(texts[below], texts[below - 1]):
                yield below
            elif not beside[below]:
                break


def _goes_on(text: str, above: str) -> bool:
    """Whether a line below a name belongs to the byline: specialty, rating, or the place below a specialty."""
    work = work_fields(above, 0)
    is_place_below = work is not None and work.location is None and len(text) <= _MAX_PLACE and is_place(text)
    return is_place_below or work_fields(text, 0) is not None or short_rating_fields(text, 0) is not None


def _name_authors(posts: Sequence[Post]) -> None:
    """A name that is the first or last line of most posts, and set apart in all alike."""
    for place in (0, -1):
        apart = {line for line in _apart(posts, place) if _could_be_name(line.text)}
        if len(apart) >= max(_FEWEST, _MOST * len(posts)) and not any(post.has(*PERSON) for post in posts):
            for post in posts:
                post.name(Part.AUTHOR, *[line for line in post.free if line in apart])


def _name_headlines(posts: Sequence[Post]) -> None:
    """The first heading above a post's text; or its first line, where that is set apart in most posts alike."""
    apart = set(_apart(posts, 0))
    for post in posts:
        if not post.has(Part.HEADLINE) and len(post.free) > (not post.has(Part.BODY)):
            head = post.free[0]
            is_called = head in apart and words.HEADLINE.search(f"{head.hint.tag} {head.hint.classes}") is not None
            if len(head.text) <= _MAX_HEADLINE and (head.hint.heading > 1 or is_called):
                post.name(Part.HEADLINE, head)
    left = {*_apart(posts, 0), *_apart(posts, -1)}
    for post in posts:
        post.name(Part.REST, *[line for line in post.free if line in left and not is_sentence(line)])


def _is_label(line: PostLine) -> bool:
    """Whether a line only says that an answer, a question or a name follows: "Réponse du médecin", "Answered by:"."""
    return len(line.text) <= _MAX_LABEL and _LABEL.fullmatch(line.text) is not None


def _apart(posts: Sequence[Post], place: int) -> list[PostLine]:
    """The first (0) or last (-1) line of each post, if most have one there that is marked like none of the others."""
    ends = [post.free[place] for post in posts if len(post.free) > 1 and not post.has(Part.BODY)]
    if not ends:
        return []
    ((common, count),) = Counter(line.hint for line in ends).most_common(1)
    if common.tag == "p" or count < max(_FEWEST, _MOST * len(posts)):
        return []
    is_once = all(sum(line.hint == common for line in post.free) <= 1 for post in posts)
    return [line for line in ends if line.hint == common] if is_once else []


def _could_be_name(text: str) -> bool:
    """A name of a person, one word as people call themselves in forums, or a title and a name before an office."""
    if len(text) <= _MAX_PLACE and (" " not in text or name_fields(text, 0) is not None):
        return True
    name, comma, work = text.partition(", ")
    may_be_work = bool(comma) and work[:1].islower() and len(text) <= _MAX_HEADLINE // 2
    return may_be_work and is_titled_name(name)
