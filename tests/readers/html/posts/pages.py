"""Pages in lines for tests: what a renderer makes of a page, with regions where a test says that a selector found them."""

from dataclasses import replace

from extractor.layout import Part
from extractor.readers.html.posts.regions.marked import MarkedPost
from extractor.readers.html.rendering.rendered import Hint, Region, Rendered


def shown(*lines: tuple[str, str], title: str | None = None, url: str | None = None) -> Rendered:
    """A page whose paragraphs are these tags with their texts."""
    hints, at = {}, 0
    for tag, text in lines:
        level = int(tag[1]) if tag[1:].isdecimal() else 0
        hints[at] = Hint(tag, level)
        at += len(text) + 2
    return Rendered("\n\n".join(text for _, text in lines), hints, title=title, url=url)


def at(page: Rendered, part: Part, first: str, last: str | None = None, *, post: int = 0) -> Region:
    """The first stretch of the page from the text `first` to the end of the text `last`, as a region."""
    start = page.text.index(first)
    end = page.text.index(last or first, start) + len(last or first)
    return Region(part, start, end, None, post)


def having(page: Rendered, *regions: Region) -> Rendered:
    return replace(page, regions=regions)


def texts(page: Rendered, *parts: Part) -> list[tuple[Part, str]]:
    """What the regions of a page hold, with those of `parts` alone if any are named."""
    found = [(one.part, page.text[one.start : one.end] if one.value is None else one.value) for one in page.regions]
    return [(part, text) for part, text in found if not parts or part in parts]


def marked(*regions: Region, part: Part = Part.ANSWER) -> MarkedPost:
    post = MarkedPost(part)
    for region in regions:
        post.add(region)
    return post
