"""What stands outside of a thread's posts: its title, the number of answers that the page declares, its tags."""

import re
from collections.abc import Iterator

from extractor.layout import Part
from extractor.readers.html.posts import words
from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Region

_HEADINGS = frozenset(["h1", "h2", "h3"])
_SEPARATOR = re.compile(r"(?<!\s)\s+(?:[|–—·»•:-]|::)\s+")
"""Between the title of a page and the name of its site."""
_COUNT = "answerCount"


def outside(tree: Tree, thread: Thread, head: Head) -> Iterator[Region]:
    """The title, the declared number of answers and the tags of `thread`."""
    yield from _titles(tree, thread, head)
    tags, counts = (engine.tags, engine.count) if (engine := thread.posts.engine) else ((), ())
    counting = tree.having(counts).union(i for i, name in tree.itemprops.items() if name == _COUNT)
    for i in sorted(counting | tree.having(tags)):
        if i in counting:
            yield region(tree, Part.COUNT, i, 0, tree.get(i, "content") or tree.words(i))
        else:
            yield region(tree, Part.TAG, i, 0, tree.words(i))


def region(tree: Tree, part: Part, i: int, number: int, value: str | None = None) -> Region:
    """The text of element `i`, or the `value` that an attribute holds, as `part` of a post."""
    start, stop = tree.starts[i], tree.stops[i]
    whole = tree.text[start:stop]
    start += len(whole) - len(whole.lstrip())
    return Region(part, start, start + len(whole.strip()), value, number)


def region_in(tree: Tree, part: Part, i: int, number: int, text: str) -> Region:
    """The place of `text` in element `i`, or all of that, as `part` of a post."""
    at = tree.text.find(text, tree.starts[i], tree.stops[i]) if text else -1
    return Region(part, at, at + len(text), None, number) if at >= 0 else region(tree, part, i, number)


def stretch(tree: Tree, part: Part, start: int, end: int, number: int) -> Iterator[Region]:
    """The text between two offsets as `part` of a post, if there is any."""
    text = tree.text[start:end]
    start += len(text) - len(text.lstrip())
    if text.strip():
        yield Region(part, start, start + len(text.strip()), None, number)


def _titles(tree: Tree, thread: Thread, head: Head) -> Iterator[Region]:
    """The title: what the head tells of it, if that stands above the first text, or in a heading there."""
    first = thread.posts.posts[0]
    last = max(first, thread.posts.body.bodies.get(0, first))
    title, told = _title(tree, last, head), _told(head)
    heading = _heading(tree, title) if title is not None else None
    at = tree.text.find(told, 0, tree.starts[last])
    shown = tree.text[heading.start : heading.end] if heading else ""
    if heading and told and told in shown and shown not in (head.title or ""):
        start = heading.start + shown.index(told)
        yield Region(Part.TITLE, start, start + len(told))
    elif heading and (at < 0 or len(shown) >= len(told)):
        yield heading
    elif told:
        yield Region(Part.TITLE, at, at + len(told)) if at >= 0 else Region(Part.TITLE, 0, 0, told)


def _told(head: Head) -> str:
    """The longest part of the head's title that is not the name of the site, which may be longer."""
    parts = _SEPARATOR.split(head.title or "")
    site = head.meta.get("og:site_name", "").strip()
    return max([part for part in parts if part != site] or parts, key=len)


def _heading(tree: Tree, title: int) -> Region:
    """The title without the label in front of it: "Thread:", "Solved"."""
    labels = (i for i in range(title + 1, tree.ends[title]) if has(words.LABEL, tree.classes[i]))
    start = max((tree.stops[i] for i in labels if tree.stops[i] < tree.stops[title]), default=tree.starts[title])
    if announced := words.ANNOUNCED.match(tree.text, start, tree.stops[title]):
        start = announced.end()
    return next(stretch(tree, Part.TITLE, start, tree.stops[title], 0))


def _title(tree: Tree, last: int, head: Head) -> int | None:
    """The heading before element `last` that the head of the page repeats, else the main heading."""
    headings = [i for i in range(last) if tree.tags[i] in _HEADINGS and tree.mass(i)]
    told = [title for title in head.titles if title]
    named = [i for i in headings if any(tree.words(i) in title or title in tree.words(i) for title in told)]
    main = [i for i in headings if tree.tags[i] == "h1"]
    return max(named, key=tree.mass, default=None) or next(reversed(main or headings), None)
