"""Notes on a change of a post, which a board writes below it: "Last edited by Ann on 3 May 2021 at 10:22".

Of engines it is known whether they are part of a text; other boards call them so, or write them into the text by name
and date. Who writes "Edit: it works now" himself gives neither.
"""

from collections.abc import Collection

from extractor.readers.html.posts import words
from extractor.readers.html.posts.tree import Tree


def edit_notes(tree: Tree, notes: Collection[int]) -> frozenset[int]:
    """The elements that are called notes on a change and begin like one, and `notes` with a name and a date."""
    called = (i for i in tree.called(words.CHANGE) if words.EDIT_NOTE.match(tree.words(i)))
    return frozenset(called) | {i for i in notes if _is_signed(tree.words(i))}


def _is_signed(note: str) -> bool:
    undated, dates = words.MOMENT.subn("", note)
    return dates > 0 and words.CHANGED_BY.match(undated) is not None
