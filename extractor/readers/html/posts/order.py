"""Whether a page shows its posts from the last to the first, as trackers do: then the last one is the question."""

import re
from itertools import pairwise

from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.tree import Tree

_NUMBER = re.compile(r"\d{1,18}")


def count_down(tree: Tree, found: Candidate) -> bool:
    """Whether ids that the posts share number them downwards."""
    shared = {token for _, token in found.keys if token.startswith("#")}
    for token in shared:
        marked = tree.having([token])
        told = (next((tree.ids[i] for i in own if i in marked), "") for own in found.own)
        numbers = [int(number[0]) for name in told if (number := _NUMBER.search(name))]
        if len(numbers) == len(found.posts) > 1 and all(above > below for above, below in pairwise(numbers)):
            return True
    return False
