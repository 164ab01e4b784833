"""Notes on a change of a post that stand in its text are none of it."""

import pytest

from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.trimming.changes import edit_notes
from tests.readers.html.posts.boards import POSTS, board, post


def _changes(note: str) -> list[str]:
    """The texts of the elements that are notes, if the first text of the board ends with one."""
    first, *others = (post(*one) for one in POSTS)
    tree = board(first.replace("</p></div>", f"</p>{note}</div>"), *others)
    return [tree.words(i) for i in sorted(edit_notes(tree, Places(tree).notes))]


@pytest.mark.parametrize(
    "note",
    [
        "Last edited by heron on 3 May 2021 at 10:22; edited 2 times in total.",
        "This post was edited by heron: 3 May 2021",
        "Edited May 3, 2021 by heron",
        "« Last edit: May 3, 2021, 10:22 AM by heron »",
        "Zuletzt geändert von heron am 03.05.2021, insgesamt 2-mal geändert.",
    ],
)
def test_a_note_with_a_name_and_a_date_is_the_boards(note: str) -> None:
    assert _changes(f"<div><em>{note}</em></div>") == [note]


@pytest.mark.parametrize(
    "said",
    ["Edit: it works now, thanks.", "Edited to add: the plug was loose by 3 mm.", "Edit 3 May 2021: it works now."],
)
def test_what_somebody_adds_himself_is_his(said: str) -> None:
    assert _changes(f"<div>{said}</div>") == []


def test_what_is_called_a_note_needs_neither() -> None:
    assert _changes("<div class='lastmodified'>Edited twice</div>") == ["Edited twice"]
