"""Whether a page shows its posts from the last to the first, as trackers do: then the last one is the question."""

import re
from itertools import pairwise

from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.tree import Tree

_NUMBER = re.compile(r"\d{1,18}")


def count_down(tree: Tree, found: Candidate) -> bool:
    """Whether ids that the posts share number them downwards."""
    shared = {token for _, token in found.keys if token.startswith("#")}
    counts = (numbers(tree, found, token) for token in shared)
    return any(len(told) > 1 and all(above > below for above, below in pairwise(told)) for told in counts)


def numbers(tree: Tree, found: Candidate, token: str) -> list[int]:
    """The numbers in the ids of posts that have `token` for their mark; none if some have no such id."""
    marked = tree.having([token])
    told = (next((tree.ids.get(i, "") for i in own if i in marked), "") for own in found.own)
    counted = [int(number[0]) for name in told if (number := _NUMBER.search(name))]
    return counted if len(counted) == len(found.posts) else []
