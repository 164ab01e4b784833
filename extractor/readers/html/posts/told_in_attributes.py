"""What attributes in a post of no known engine say: votes for it, that it was accepted, how its author is rated."""

import re
from collections.abc import Iterator, Sequence

from extractor.layout import Part
from extractor.readers.html.posts import words
from extractor.readers.html.posts.outside import region
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.rendered import Region
from extractor.readers.html.rendering.stars import shown_by
from extractor.vocabulary.ratings import OUT_OF

_ACCEPTED = re.compile(rf"(?:{'|'.join(words.NOTES['says_accepted'])})(?!\w)[^\w?]*(?:$|by )", re.IGNORECASE)
_RATED = re.compile(rf"\d\s*{OUT_OF}\s*(?:5|10)\b", re.IGNORECASE)


def noted(tree: Tree, post: int, own: Sequence[int], number: int) -> Iterator[Region]:
    """The votes that the element of a post notes; stars that a sign in it tells in words, and reviews with them."""
    if votes := next((told for name in words.NOTES["votes"] if (told := tree.get(post, name))), None):
        yield region(tree, Part.VOTES, post, number, votes)
    for i in own:
        if _RATED.search(_label(tree, i)) and (shown := shown_by(tree.elements[i])) and shown.rating:
            yield region(tree, Part.RATING, i, number, f"{shown.rating:g}")
            if shown.reviews is not None:
                yield region(tree, Part.REVIEWS, i, number, str(shown.reviews))
            return


def is_accepted(tree: Tree, post: int, own: Sequence[int]) -> bool:
    """Whether the element of a post notes that it was accepted, or a sign in it says so to who points at it."""
    if any(tree.get(post, name) in words.NOTES["yes"] for name in words.NOTES["accepted"]):
        return True
    is_whole = len(own) == tree.ends[post] - post
    drawn = (one.text or "" for one in tree.elements[post].iter("title")) if is_whole else ()
    return any(map(_ACCEPTED.match, (*drawn, *(_label(tree, i) for i in own))))


def _label(tree: Tree, i: int) -> str:
    return tree.get(i, "title") or tree.get(i, "aria-label") or ""
