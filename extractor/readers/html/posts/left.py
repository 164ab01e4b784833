"""Texts that a set of posts leaves out, beside the text of one of them or between two; and posts that may be none."""

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate, islice

from extractor.readers.html.posts import words
from extractor.readers.html.posts.above import BLOCKS, NO_PARAGRAPHS, PARAGRAPH
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.shapes import shape, tokens
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.elements import SUBHEADINGS, hides

_BETWEEN = 120
"""Characters outside of links from which on what stands between two posts is no title of theirs."""
_TWIN = 60
"""The same of a block that is a post by its tag and classes."""
_MOST_OF_MEMBER = 250
"""Characters of what a board says of a member beside a post."""

_LONGEST_NOTE = 80
"""Characters of a note that stands in place of a post that was deleted."""


def texts_between(tree: Tree, places: Places, found: Candidate) -> bool:
    """Whether a text stands beside posts: between two in an element beside them, or where one like the last is none.

    Rows that look alike may be posts too.
    """
    pairs = zip(found.own, found.posts, found.posts[1:], strict=False)
    beside = ((own[-1] + 1, below) for own, post, below in pairs if tree.parents[post] == tree.parents[below])
    return _leaves_twin(tree, found) or any(
        tree.parents[i] == tree.parents[below] and tree.prose(i) > _BETWEEN and not places.aside[i]
        for first, below in beside
        for i in range(first, below)
    )


def possibly_none(tree: Tree, found: Candidate) -> Iterator[tuple[str, int]]:
    """The numbers of posts that may be none of the thread, each with the doubt about it."""
    if k := of_other_section(tree, found):
        yield "other-section", k
    if k := of_other_place(tree, found):
        yield "other-place", k
    for k, body in found.body.bodies.items():
        if tree.mass(body) <= _LONGEST_NOTE and words.DELETED.fullmatch(tree.words(body)):
            yield "deleted", k
    hidden = [k for k, post in enumerate(found.posts) if hides(tree.attributes(post))]
    for k in hidden if len(hidden) < len(found.posts) else ():
        yield "hidden", k


def of_other_section(tree: Tree, found: Candidate) -> int | None:
    """The number of the first post below a heading between posts that announces what else there is to read."""
    reach = list(accumulate((tree.ends[post] for post in found.posts), max))
    for k, post in enumerate(found.posts[1:], start=1):
        between = (
            i for i in range(reach[k - 1], post) if tree.tags[i] in SUBHEADINGS and post < tree.ends[tree.parents[i]]
        )
        if any(words.OTHER_SECTION.match(tree.words(i)) for i in between):
            return k
    return None


def of_other_place(tree: Tree, found: Candidate) -> int | None:
    """The number of the first post that stands in another box than those above, called otherwise; one holds several.

    A box of its own for what opens the thread says nothing.
    """
    posts = found.posts
    around = next((i for i in tree.up(posts[0]) if posts[-1] < tree.ends[i]), 0)
    boxes = [next((i for i in (post, *tree.up(post)) if tree.parents[i] == around), post) for post in posts]
    sizes, outmost = Counter(boxes), set(posts)
    for k in range(2, len(posts)):
        above, box = boxes[k - 1], boxes[k]
        is_box = above != box and above not in outmost
        is_one_of_several = sizes[above] > 1 or (sizes[box] > 1 and above != boxes[0])
        beside = posts[k - 1] if box in outmost else above
        if is_box and is_one_of_several and not _are_called_alike(tree, beside, box):
            return k
    return None


def _are_called_alike(tree: Tree, one: int, other: int) -> bool:
    called = [{*tokens(tree.classes[i]), shape(tree.ids.get(i, ""))} - {""} for i in (one, other)]
    return not called[0].isdisjoint(called[1]) or not any(called)


def texts_beside(tree: Tree, places: Places, found: Candidate) -> bool:
    """Whether a post holds a paragraph beside its text."""
    return any(_leaves_text(tree, places, found, k) for k in range(len(found.posts)))


def _leaves_text(tree: Tree, places: Places, found: Candidate, k: int) -> bool:
    """Whether one post does: a paragraph of no heading, link, signature or edit note.

    What holds the name of its author tells of him.
    """
    body = found.body.bodies.get(k, found.posts[k])
    named = [found.names[k].element] if k in found.names else []
    inside, around = range(body, tree.ends[body]), {outer for i in (body, *named) for outer in (i, *tree.up(i))}
    for i in found.own[k]:
        if i not in inside and i not in around and tree.tags[i] in BLOCKS and i not in places.notes:
            is_none = any(tree.tags[child] in NO_PARAGRAPHS for child in tree.children(i)) or _tells_of_member(tree, i)
            if not is_none and tree.prose(i) > PARAGRAPH and not tree.is_within(words.NO_BODY, i):
                return True
    return False


def _tells_of_member(tree: Tree, i: int) -> bool:
    """Whether a short text says when somebody joined and how much he wrote."""
    if tree.mass(i) > _MOST_OF_MEMBER:
        return False
    return len(list(islice(words.MEMBER.finditer(tree.text, tree.starts[i], tree.stops[i]), 2))) > 1


def _leaves_twin(tree: Tree, found: Candidate) -> bool:
    """Whether a block beside the last post has its tag and all of its classes, and holds text, and is no post.

    A row may be the other half of one.
    """
    first, last, own = found.posts[0], found.posts[-1], frozenset(found.posts)
    tag, classes = tree.tags[last], tree.classes[last]
    twins = tree.kinds.get((tag, classes), ()) if classes.strip() and tag != "tr" else ()
    beside = (i for i in twins if i > first and i not in own and tree.parents[i] == tree.parents[last])
    return any(tree.prose(i) > _TWIN for i in beside)
