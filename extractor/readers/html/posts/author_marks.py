"""Under which marks an element may be the name of who wrote a post: attributes, classes, addresses, headings."""

import re
from collections.abc import Iterator

from extractor.readers.html.posts import words
from extractor.readers.html.posts.arrays import AUTHOR_DATA
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.posts.words import has, tokens

LONGEST_NAME = 60
_WHOLE_POSTS = frozenset(["article", "li", "div", "table", "section", "tr"])
"""Elements that may say in an attribute who wrote all that they hold."""
_BOLD = frozenset(["b", "strong", "dt", "h3", "h4"])
_BESIDE = frozenset(["a", "span", "strong", "b", "h3", "h4", "h5", "dt", "p", "cite", "div"])
"""Elements that are the name in a box of who wrote something."""
_HOST = re.compile(r"^(?:https?:)?//[^/]+")
_SESSION = re.compile(r"[?&;](?:sid|s|PHPSESSID)=[^&]*")
_ADDRESS_PART = re.compile(r"([/?&=.#-])")
_PARTS_COMPARED = 4
_OWN = ("~", "@")
_ADDRESS = 160
"""Characters of an address that are looked at."""


def author_keys(tree: Tree, i: int) -> Iterator[Key]:
    """The kinds of marks that element `i` has, each with what tells the place: a class, an address without numbers."""
    tag, mass, get, called = tree.tags[i], tree.mass(i), tree.elements[i].get, tree.itemprops.get(i)
    if tag == "meta":
        if called in ("name", "author"):
            yield "meta", called
    elif not 0 < mass <= LONGEST_NAME:
        if tag in _WHOLE_POSTS:
            yield from (("data", name) for name in AUTHOR_DATA if name in tree.telling.get(i, ()) and get(name))
    else:
        if called in ("author", "creator", "name"):
            yield "itemprop", called
        yield from _class_keys(tree, i)
        if tag in _BOLD and not has(words.NO_AUTHOR, tree.classes[i]):
            yield "bold", f"{tag} in {tree.tags[tree.parents[i]]}"
        if tag == "a" and (href := get("href")) and not href.startswith(("#", "javascript")):
            path = _HOST.sub("", href[:_ADDRESS])
            is_profile = get("rel") == "author" or words.PROFILE.search(path)
            yield "profile" if is_profile else "href", _address_shape(path)


def _class_keys(tree: Tree, i: int) -> Iterator[Key]:
    tag, own, above = tree.tags[i], tree.classes[i], tree.classes[tree.parents[i]]
    if own and has(words.AUTHOR, own):
        for token in tokens(own):
            if _is_author(token):
                yield "class", token
    if above and tag in _BESIDE and has(words.AUTHOR, above) and not has(words.NO_AUTHOR, own):
        yield "inside", f"{tag} in .{tokens(above)[0]}"


def _is_author(token: str) -> bool:
    """Whether a class is one of who wrote something: members have a link, guests none, so the tag says nothing."""
    return has(words.AUTHOR, token) and (has(words.AUTHOR_NAME, token) or not has(words.NO_AUTHOR, token))


def _address_shape(path: str) -> str:
    """The beginning of an address's path, with `#` for numbers: links to members have one, to topics another.

    What begins with a sign for somebody's own place is that sign: `/~ann`, `/@ann`.
    """
    path = _SESSION.sub("", path) if "s" in path else path
    parts = _ADDRESS_PART.split(path, _PARTS_COMPARED)[:_PARTS_COMPARED]
    return "".join("#" if part.isdigit() else part[0] if part[:1] in _OWN else part for part in parts).lower()
