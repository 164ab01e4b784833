"""Under which marks an element may be the name of who wrote a post: attributes, classes, addresses, headings."""

import re
from collections.abc import Sequence
from functools import lru_cache

from extractor.readers.html.posts import words
from extractor.readers.html.posts.arrays import AUTHOR_DATA
from extractor.readers.html.posts.shapes import tokens
from extractor.readers.html.posts.tree import Key, Tree
from extractor.readers.html.posts.words import has

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


def author_keys(tree: Tree, i: int) -> list[Key]:
    """The kinds of marks that element `i` has, each with what tells the place: a class, an address without numbers."""
    tag, mass, get, named = tree.tags[i], tree.mass(i), tree.elements[i].get, tree.itemprops.get(i)
    if tag == "meta":
        return [("meta", named)] if named in ("name", "author") else []
    if tag == "img":
        return [("alt", "")] if _is_of_profile(tree, tree.parents[i]) and get("alt") else []
    told = _told(tree, i) if i in tree.telling else []
    if told or not 0 < mass <= LONGEST_NAME:
        return told
    keys = [("itemprop", named)] if named in ("author", "creator", "name") else []
    above = tree.parents[i]
    keys += _called_keys(tag, tree.classes[i], tree.tags[above], tree.classes[above])
    if tag == "a" and (href := get("href")) and not href.startswith(("#", "javascript")):
        path = _HOST.sub("", href[:_ADDRESS])
        is_profile = get("rel") == "author" or words.PROFILE.search(path)
        keys.append(("profile" if is_profile else "href", _address_shape(path)))
    return keys


def _told(tree: Tree, i: int) -> list[Key]:
    """The attributes in which a post, or a link without words, says whose it is."""
    tag, get = tree.tags[i], tree.elements[i].get
    may_tell = tag in _WHOLE_POSTS or "-" in tag or (tag == "a" and not tree.mass(i))
    return [("data", name) for name in AUTHOR_DATA if get(name)] if may_tell else []


def _is_of_profile(tree: Tree, i: int) -> bool:
    """Whether an element is a link to somebody's page that shows a picture alone: its name is told in words."""
    return tree.tags[i] == "a" and not tree.mass(i) and words.PROFILE.search(tree.get(i, "href") or "") is not None


@lru_cache(20_000)
def _called_keys(tag: str, own: str, tag_above: str, above: str) -> Sequence[Key]:
    """The marks by what an element and the one around it are called: pages have few of these, again and again."""
    keys = [("class", token) for token in tokens(own) if words.is_author(token)] if has(words.AUTHOR, own) else []
    is_other = has(words.NO_AUTHOR, own) or has(words.SPECIALTY, own) or has(words.LOCATION, own)
    if above and tag in _BESIDE and has(words.AUTHOR, above) and not is_other:
        keys.append(("inside", f"{tag} in .{tokens(above)[0]}"))
    if tag in _BOLD and not is_other:
        keys.append(("bold", f"{tag} in {tag_above}"))
    return keys


def _address_shape(path: str) -> str:
    """The beginning of an address's path, with `#` for numbers: links to members have one, to topics another.

    What begins with a sign for somebody's own place is that sign: `/~ann`, `/@ann`.
    """
    path = _SESSION.sub("", path) if "s" in path else path
    parts = _ADDRESS_PART.split(path, _PARTS_COMPARED)[:_PARTS_COMPARED]
    return "".join("#" if part.isdigit() else part[0] if part[:1] in _OWN else part for part in parts).lower()
