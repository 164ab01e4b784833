"""What ends texts and is none of them, where no engine is known: "quote", "Report this post", signatures."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.tree import Tree

_LONGEST = 60
"""Characters of what sites print below a text."""
_FEWEST, _SHARE = 3, 0.8
"""Texts that end with it, and their share: two people may end alike, and one may sign everything."""
_LONGEST_SIGNATURE, _SIGNED = 300, 2
"""Characters below the last line of a text that may be a signature, and how many texts have one at least."""


def endings(tree: Tree, found: Candidate) -> frozenset[int]:
    """The elements at the end of texts that hold the same words in most of them, or in all of each author."""
    last = {body: _last(tree, body, _LONGEST) for body in found.body.bodies.values()}
    told = Counter(tree.words(i) for i in last.values() if i is not None)
    common = {text for text, times in told.items() if times >= max(_FEWEST, _SHARE * len(last))}
    return _signed(tree, found) | {i for i in last.values() if i is not None and tree.words(i) in common}


def _last(tree: Tree, body: int, longest: int) -> int | None:
    """The largest short element inside a text that ends with it."""
    inside = (i for i in range(body + 1, tree.ends[body]) if tree.stops[i] == tree.stops[body])
    return next((i for i in inside if 0 < tree.mass(i) <= longest), None)


def _signed(tree: Tree, found: Candidate) -> frozenset[int]:
    """The elements of one class that end texts and stand nowhere else in them, where each author has the same in all.

    One of them wrote several posts.
    """
    names, bodies = found.names, found.body.bodies
    last = {k: i for k, body in bodies.items() if (i := _last(tree, body, _LONGEST_SIGNATURE)) is not None}
    kinds = Counter(tree.classes[i] for i in last.values() if tree.classes[i])
    ending, times = kinds.most_common(1)[0] if kinds else ("", 0)
    parts = (i for body in bodies.values() for i in range(body + 1, tree.ends[body]) if tree.mass(i))
    inside = sum(tree.classes[i] == ending for i in parts)
    told: dict[str, list[str]] = defaultdict(list)
    for k, name in names.items():
        told[name.text].append(tree.words(last[k]) if k in last and tree.classes[last[k]] == ending else "")
    is_each = all(len(set(texts)) == 1 for texts in told.values())
    is_again = any(len(texts) > 1 and texts[0] for texts in told.values())
    is_signature = ending and inside == times >= _SIGNED and is_each and is_again and len(told) > 1
    return frozenset(i for i in last.values() if tree.classes[i] == ending) if is_signature else frozenset()


def signatures(tree: Tree, found: Candidate) -> Mapping[int, int]:
    """Where what stands below the last line that is drawn in a text begins, if each author has the same there.

    Who draws a line in a text himself goes on otherwise in the next.
    """
    names = found.names
    lines = [i for (tag, _), members in tree.kinds.items() if tag == "hr" for i in members]
    begins: dict[int, int] = {}
    told: dict[str, set[str]] = defaultdict(set)
    for k, body in found.body.bodies.items():
        drawn = max((i for i in lines if body < i < tree.ends[body]), default=None)
        start = tree.starts[drawn] if drawn is not None else tree.stops[body]
        below = tree.text[start : tree.stops[body]].strip()
        if k in names:
            told[names[k].text].add(below)
        if below and tree.text[tree.starts[body] : start].strip() and len(below) <= _LONGEST_SIGNATURE:
            begins[body] = start
    is_same = all(len(some) == 1 for some in told.values())
    return begins if is_same and len(begins) >= _SIGNED else {}
