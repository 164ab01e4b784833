"""What stands at the end of all texts alike is none of them."""

import pytest

from extractor.readers.html.posts.endings import endings
from tests.readers.html.posts.boards import POSTS, board, post, thread_of


def _ends(*lines: str) -> list[str]:
    """The texts of the elements that are furniture, if each text of the board ends with one of `lines`."""
    shown = [post(*one).replace("</p></div>", f"</p>{line}</div>") for one, line in zip(POSTS, lines, strict=True)]
    tree = board(*shown)
    return [tree.words(i) for i in sorted(endings(tree, thread_of(tree).posts))]


def test_a_button_below_each_text_is_none_of_it() -> None:
    assert _ends(*["<div><a href='?quote=1'>quote this</a></div>"] * 3) == ["quote this"] * 3


@pytest.mark.parametrize(
    "lines",
    [
        ("<div>Good luck!</div>", "<div>Good luck!</div>", ""),
        ("<div>Yours, Ann</div>", "<div>All the best</div>", "<div>Good luck!</div>"),
        (f"<div>{'All the best to you and yours. ' * 3}</div>",) * 3,
    ],
    ids=["of some", "each another", "long"],
)
def test_what_people_end_with_is_kept(lines: tuple[str, str, str]) -> None:
    assert _ends(*lines) == []
