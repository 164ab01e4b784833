"""Whether a page is a later one of its thread: then its first post is a reply to what stands on another page.

Engines say it in the head (its title, its address, the page before), in numbers that they give to posts, and in the
list of pages, where the one that is shown is no link, or is called so. One of these is enough.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.order import numbers
from extractor.readers.html.posts.talk import counted_from, texts_around
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.words import has
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.lxml_names import Element

_HOST = re.compile(r"^(?:https?:)?//[^/?#]*|^\./")
_DIGITS = 4
"""Digits of the number of a page, at most."""
_SHORT = _DIGITS + 2
"""Characters of the text of a link that is one, with the white space in front."""
_STEP = 5
"""Pages hold so many posts, or a multiple of it."""
_PIECES = 6
"""Pieces of text, most of them blank, among which the number of an element must stand."""


def is_later_page(tree: Tree, found: Candidate, head: Head) -> bool:
    """Whether the posts that were found begin on another page."""
    if _is_numbered(words.PAGE_TITLE.search(head.title or "")) or _head_tells(head) or _is_counted_on(tree, found):
        return True
    first, last = found.posts[0], max(found.body.bodies.values())
    ends = ((0, tree.starts[first]), (tree.stops[last], len(tree.text)))
    if any(_is_numbered(words.PAGE_OF.search(tree.text, *end)) for end in ends):
        return True
    return any(map(_leads_to_current, _links(tree, range(first, tree.ends[last]))))


def _is_numbered(match: re.Match[str] | None) -> bool:
    return match is not None and int(match[match.lastindex or 0]) > 1


def _head_tells(head: Head) -> bool:
    """Whether the address has the number of a page, or the page before is one of the same thread."""
    before, after, own = (head.links.get(name) for name in ("prev", "next", "canonical"))
    here = [address for address in (head.url, own) if address]
    if any(map(_is_later, here)):
        return True
    return before is not None and _without_page(before) in map(_without_page, [*here, *([after] if after else [])])


def _is_later(address: str) -> bool:
    offset = words.OFFSET_ADDRESS.search(address)
    return _is_numbered(words.PAGE_ADDRESS.search(address)) or (offset is not None and int(offset[1]) > 0)


def _without_page(address: str) -> str:
    """The path of an address without the number of a page, and what may stand in front of that."""
    path = words.OFFSET_ADDRESS.sub("", words.PAGE_ADDRESS.sub("", _HOST.sub("", address)))
    return path.rstrip("/?&;")


def _is_counted_on(tree: Tree, found: Candidate) -> bool:
    """Whether the posts are counted, from more than one on: by what is printed beside them, or by ids of an engine.

    What boards print may be the number of the post among all of the board: its address ends in it too, and pages do not
    begin after every fifth.
    """
    if found.engine is not None and found.engine.counted:
        return any(told[0] > 1 for token in found.engine.counted if (told := numbers(tree, found, token)))
    first = min(counted_from(texts_around(tree, found)), default=0)
    places = (tree.ids.get(i) or (tree.get(i, "href") if tree.tags[i] == "a" else None) or "" for i in found.own[0])
    return first > 1 and first % _STEP == 1 and not any(place.endswith(str(first)) for place in places)


def _links(tree: Tree, posts: range) -> Iterator[Element]:
    """Links outside of `posts` that may lead to a page by its number; those of navigation are none of the tree.

    On the way to the thread stand the numbers of the pages of its board.
    """
    short = (i for i in tree.tagged("a") if 0 < tree.mass(i) <= _SHORT and i not in posts)
    numbered = (i for i in short if tree.words(i).isdecimal())
    shown = (tree.elements[i] for i in numbered if not tree.is_within(words.CRUMBS, i))
    return chain(shown, (link for one in tree.navigation for link in one.iter("a")))


def _leads_to_current(link: Element) -> bool:
    """Whether the number behind the one of a link is that of the page which is shown."""
    number = _number(link)
    if number is None:
        return False
    above: Element | None = link
    while above is not None and (behind := above.getnext()) is None:
        above = above.getparent()
    return above is not None and behind is not None and _number(behind) == number + 1 and _is_current(behind)


def _number(element: Element) -> int | None:
    """The number that is all text of an element."""
    if any(map(str.isalpha, element.text or "")):
        return None
    pieces = islice(element.itertext(), _PIECES) if len(element) else [element.text or ""]
    text = "".join(map(str, pieces)).strip("[] \n\t\r\xa0")
    return int(text) if text.isdecimal() and len(text) <= _DIGITS else None


def _is_current(element: Element) -> bool:
    """Whether an element with a number, or one in it, is called the current one, or none is a link or a mere cell."""
    inside: Sequence[Element] = list(element.iter())
    is_called = any(one.get("aria-current") or has(words.CURRENT, one.get("class", "")) for one in inside)
    return is_called or (inside[-1].tag != "td" and all(one.tag != "a" for one in inside))
