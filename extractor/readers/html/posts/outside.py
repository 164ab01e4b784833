"""What stands outside of a thread's posts: its title, the number of answers that the page declares, its tags."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from extractor.layout import Part
from extractor.readers.html.posts import words
from extractor.readers.html.posts.decide import Thread
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Region

_HEADINGS = frozenset(["h1", "h2", "h3"])
_BRACKETED = re.compile(r"[\[【][^\[\]【】]{1,20}[\]】]")
_SEPARATOR = re.compile(r"(?<!\s)\s+(?:[|–—·»•:>-]|::|->)\s+")
"""Between the title of a page and the name of its site, or inside of a title."""
_MOST = 8
"""Parts of the head's title of which some that follow each other may be the title of a thread."""
_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,5}[a-z]{2,12}", re.IGNORECASE)
_COUNT = "answerCount"
_ASKED = {
    "text": Part.BODY,
    "author": Part.MEMBER,
    "dateCreated": Part.DATE,
    "datePublished": Part.DATE,
}
"""What microdata says of a question that stands above the posts."""
_SUBJECTS = ("subject",)
"""What boards call the title of a post."""


def outside(tree: Tree, thread: Thread, head: Head) -> Iterator[Region]:
    """The title, the declared number of answers and the tags of `thread`."""
    yield from _titles(tree, thread, head)
    if not (thread.asks_first or thread.posts.engine):
        yield from _asked(tree, thread.posts.posts[0])
    tags, counts = (engine.tags, engine.count) if (engine := thread.posts.engine) else ((), ())
    counting = tree.having(counts).union(i for i, name in tree.itemprops.items() if name == _COUNT)
    for i in sorted(counting | tree.having(tags)):
        if i in counting:
            yield region(tree, Part.COUNT, i, 0, tree.get(i, "content") or tree.words(i))
        else:
            yield region(tree, Part.TAG, i, 0, tree.words(i))


def _asked(tree: Tree, first: int) -> Iterator[Region]:
    """What the microdata of a question above the `first` post says of it."""
    for i, name in tree.itemprops.items():
        if i < first and name in _ASKED and (text := tree.get(i, "content") or tree.words(i)):
            yield region(tree, _ASKED[name], i, 0, text if tree.get(i, "content") else None)


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
    """The title: what the head tells of it, if that stands above the first text, or in a heading there.

    Where an engine has an element for it, that is the title; where each post may have a subject, and the first alone
    has one, it is.
    """
    first = thread.posts.posts[0]
    last = max(first, thread.posts.body.bodies.get(0, first))
    if called := _called(tree, thread, last) or _subject(tree, thread):
        yield called
        return
    sites = _sites(tree, last, head)
    told = _told(tree, last, head, sites)
    title = _title(tree, _headings(tree, last, sites), head)
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


def _told(tree: Tree, last: int, head: Head, sites: Sequence[str]) -> str:
    """What the head's title says of the thread: its longest part, or a longer stretch that stands above the first text.

    A mark stands between the names of thread and site, but a title may have such a mark as well: "Lamp - for sale".
    """
    parts = [part for part in _SEPARATOR.split(head.title or "") if part]
    own = [part for part in parts if not _is_of_site(part, sites)] or parts
    return max(chain(own, _stretches(tree, last, head.title or "", sites)), key=len, default="")


def _stretches(tree: Tree, last: int, title: str, sites: Sequence[str]) -> Iterator[str]:
    """The parts of `title` that follow each other, and stand so before element `last`, in the text of one element."""
    cuts = [(0, 0), *(one.span() for one in _SEPARATOR.finditer(title)), (len(title), len(title))]
    for (_, start), (end, _) in combinations(cuts[: _MOST + 1], 2):
        run = title[start:end]
        parts = _SEPARATOR.split(run)
        named = any(part in sites or words.VIEWING.fullmatch(part) for part in (run, parts[0], parts[-1]))
        at = tree.text.find(run, 0, tree.starts[last]) if len(parts) > 1 and not named else -1
        if at >= 0 and _is_whole(tree, at, at + len(run)):
            yield run


def _is_whole(tree: Tree, start: int, end: int) -> bool:
    """Whether no element begins or ends between two offsets, as the links of a path do."""
    return tree.stops[tree.at(start)] >= end and bisect_right(tree.starts, start) == bisect_left(tree.starts, end)


def _called(tree: Tree, thread: Thread, last: int) -> Region | None:
    """What the engine calls the title, without what stands behind its link: the last, as a board's may be called so."""
    tokens = thread.posts.engine.title if thread.posts.engine else ()
    called = max((i for i in tree.having(tokens) if i < last and tree.mass(i)), default=None)
    if called is None:
        return None
    links = (i for i in range(called, tree.ends[called]) if tree.tags[i] == "a" and tree.mass(i))
    return region(tree, Part.TITLE, next(links, called), 0)


def _subject(tree: Tree, thread: Thread) -> Region | None:
    """The subject of the first post, if no other has one."""
    subjects = {i for i in tree.having(_SUBJECTS) if tree.mass(i)}
    first, *others = ([i for i in own if i in subjects] for own in thread.posts.own)
    return region(tree, Part.TITLE, first[0], 0) if first and not any(others) else None


def _sites(tree: Tree, last: int, head: Head) -> list[str]:
    """What the site and its board are called: by the head, by links to their main pages, and by what is called so."""
    roots = (i for i in tree.tagged("a") if i < last and words.ROOT_ADDRESS.fullmatch(tree.get(i, "href") or "#"))
    called = (i for i in range(last) if tree.tags[i] in _HEADINGS and _is_called_site(tree, i))
    return [head.meta.get("og:site_name", "").strip(), *filter(None, map(tree.words, chain(roots, called)))]


def _is_called_site(tree: Tree, i: int) -> bool:
    """Whether an element, or one around it, is called the name of a site."""
    names = chain.from_iterable((tree.classes[j], tree.ids.get(j, "")) for j in (i, *tree.up(i)))
    return any(has(words.SITE, name) for name in names)


def _is_of_site(part: str, sites: Sequence[str]) -> bool:
    """Whether a part of a title is what the site is called, or its host, or that a thread is shown."""
    return any(part in site for site in sites) or any(one.fullmatch(part) for one in (_HOST, words.VIEWING))


def _heading(tree: Tree, title: int) -> Region:
    """The title without the label in front of it, in an element of its own: "Thread:", "Solved", "[Help]"."""
    inside = range(title + 1, tree.ends[title])
    labels = (i for i in inside if has(words.LABEL, tree.classes[i]) or _BRACKETED.fullmatch(tree.words(i)))
    start = max((tree.stops[i] for i in labels if tree.stops[i] < tree.stops[title]), default=tree.starts[title])
    if announced := words.ANNOUNCED.match(tree.text, start, tree.stops[title]):
        start = announced.end()
    return next(stretch(tree, Part.TITLE, start, tree.stops[title], 0))


def _headings(tree: Tree, last: int, sites: Sequence[str]) -> list[int]:
    """The headings before element `last` that are no site's name, if there are others."""
    headings = [i for i in range(last) if tree.tags[i] in _HEADINGS and tree.mass(i)]
    return [i for i in headings if not _is_of_site(tree.words(i), sites)] or headings


def _title(tree: Tree, headings: Sequence[int], head: Head) -> int | None:
    """The one of `headings` that the head of the page repeats, else the main heading."""
    told = [title for title in head.titles if title]
    named = [i for i in headings if any(tree.words(i) in title or title in tree.words(i) for title in told)]
    main = [i for i in headings if tree.tags[i] == "h1"]
    return max(named, key=tree.mass, default=None) or next(reversed(main or headings), None)
