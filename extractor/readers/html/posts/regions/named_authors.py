"""What is called the author of a post, where that is none, more than one, or called otherwise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.layout import Part
from extractor.readers.html.posts.regions.post import PERSON, Post
from extractor.readers.html.rendering.rendered import Region
from extractor.readers.people.loose_bylines import line_fields
from extractor.readers.people.names import is_titled_name, name_fields


def authors_in(post: Post, page: str) -> list[Region]:
    """The regions of a post on `page`, with those of its author as they are to be read."""
    regions = (_named_author(one, post, page) for one in _real_authors(post.regions, page))
    return [part for one in regions for part in _author_lines(one, page)]


def _real_authors(regions: Sequence[Region], page: str) -> Iterator[Region]:
    """The regions without authors that are none: links to reviews, pictures, elements around the author's own."""
    authors = [one for one in regions if one.part is Part.AUTHOR and one.start < one.end]
    for one in regions:
        is_around = any(one is not other and one.start <= other.start and other.end <= one.end for other in authors)
        is_text = one.part is Part.AUTHOR and one.value is None
        if not is_text or (one in authors and not (is_around or _is_count(one, page))):
            yield one


def _is_count(region: Region, page: str) -> bool:
    """Whether an author is none: "12 reviews" is a link to the doctor's page too."""
    text = page[region.start : region.end]
    return region.value is None and " " in text and any(map(str.isdigit, text))


def _named_author(region: Region, post: Post, page: str) -> Region:
    """An answer's name is that of who gave it where it is a doctor's, and nothing else says who that is."""
    if region.part is not Part.HEADLINE or region.value is not None or post.has(*PERSON):
        return region
    is_doctor = is_titled_name(page[region.start : region.end])
    return replace(region, part=Part.AUTHOR) if is_doctor else region


def _author_lines(region: Region, page: str) -> Iterator[Region]:
    """An author of several lines: a name on the first, and what else is told of whom, unless they are read as one."""
    text = page[region.start : region.end]
    first, _, rest = text.partition("\n")
    if not rest or region.part is not Part.AUTHOR or region.value is not None or not _is_split(text, first):
        yield region
        return
    yield replace(region, end=region.start + len(first))
    yield replace(region, part=Part.BYLINE, start=region.end - len(rest.lstrip("\n")))


def _is_split(text: str, first: str) -> bool:
    """Whether the first line of an author is a name, and the others are told of it."""
    told, whole = line_fields(text.replace("\n", " "), 0), line_fields(first, 0)
    if told is None:
        return whole is not None or name_fields(first, 0) is not None
    return not told.specialty or (whole is not None and bool(whole.credentials))
