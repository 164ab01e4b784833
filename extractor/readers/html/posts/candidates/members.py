"""Whether posts are those of members of a board, where their texts stand beside names and dates.

Such texts are the rest of a post. Of doctors the rest says more than what they wrote.
"""

from collections.abc import Sequence

from extractor.readers.html.posts import words
from extractor.readers.html.posts.candidates.candidate import Candidate
from extractor.readers.html.posts.shown_names import Name
from extractor.readers.html.posts.tree import Tree
from extractor.vocabulary import has_question_mark

_KEPT = 0.6
"""The share of posts that tell of a member, above which all are of members."""
_BESIDE = 6
"""Letters beside a name and a date that say nothing more: "at", "um"."""


def has_members(tree: Tree, found: Candidate) -> bool:
    """Whether most authors have a page of their own, as members of boards do, or stand on one line with the date alone.

    Lines of doctors say more than a name. Boards that show guests no pages of members tell what these have written. Who
    asks something in the first and writes again behind others is a member too.
    """
    if _comes_back(tree, found):
        return True
    is_on_line = bool(found.authors) and found.authors[0].key[0] == "line" and found.authors[0].weight > _KEPT
    if is_on_line or any(column.key[0] == "profile" and column.weight > _KEPT for column in found.authors):
        return True
    told = (words.MEMBER.search(tree.text, tree.starts[post], tree.stops[post]) for post in found.posts)
    return sum(one is not None for one in told) > _KEPT * len(found.posts)


def are_bare(tree: Tree, found: Candidate) -> bool:
    """Whether what stands beside texts is a name and a date, and nothing more: of doctors more is told there.

    The name may stand elsewhere, where no other stands beside the text.
    """
    names, called = found.names, tree.called(words.AUTHOR)
    told = (
        k in names and _is_bare(tree, heads, names[k], found.body.bodies[k], called)
        for k, heads in found.body.heads.items()
    )
    return sum(told) == len(found.posts)


def _is_bare(tree: Tree, heads: Sequence[int], name: Name, body: int, called: frozenset[int]) -> bool:
    """Whether a name and a date are all from the first of `heads` to the last, but for a word; or a date is all."""
    text = tree.text[min(tree.starts[i] for i in heads) : max(tree.stops[i] for i in heads)]
    left, dates = words.MOMENT.subn("", text.replace(name.text, "", 1))
    if name.text in text:
        return dates > 0 and sum(map(str.isalnum, left)) <= _BESIDE
    inside = range(body, tree.ends[body])
    return name.element not in inside and called.isdisjoint(inside) and dates > 0 and not any(map(str.isalnum, left))


def _comes_back(tree: Tree, found: Candidate) -> bool:
    """Whether who wrote the first post, which asks, writes again behind others."""
    names = [name.text for _, name in sorted(found.names.items())]
    first = found.body.bodies.get(0, found.posts[0])
    is_asked = has_question_mark(tree.text[tree.starts[first] : tree.stops[first]])
    return is_asked and len(set(names)) > 1 and names[0] in names[2:]
