"""What stands at the end of all texts alike is none of them."""

import pytest

from extractor.readers.html.posts.trimming.endings import endings, signatures
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


def _signed(*tails: str) -> list[str]:
    """What begins below a line in the texts of the board, if each ends with one of `tails`."""
    again = (POSTS[0][0], "14 Mar 2019, 10:00", "Thank you, I will ask for a blood test on Monday.")
    shown = [post(n, d, t + tail) for (n, d, t), tail in zip((*POSTS, again), tails, strict=True)]
    tree = board(*shown)
    found = signatures(tree, thread_of(tree).posts)
    return [tree.text[start : tree.stops[body]].strip() for body, start in sorted(found.items())]


_LINE = "<hr>Wren, who counts sheep"


def test_what_each_writes_below_a_line_under_all_texts_is_a_signature() -> None:
    assert _signed(_LINE, "<hr>A doctor, not yours", "", _LINE) == [_LINE[4:], "A doctor, not yours", _LINE[4:]]


@pytest.mark.parametrize(
    "tails",
    [
        (_LINE, "", "", "<hr>One more thing: it was the left one."),
        (_LINE, "", "", ""),
        ("", "<hr>A doctor, not yours", "", ""),
        ("", *[f"<hr>{'It goes on for long. ' * 20}"] * 2, ""),
    ],
    ids=["otherwise next time", "only once", "of one", "long"],
)
def test_what_somebody_sets_apart_is_part_of_his_text(tails: tuple[str, str, str, str]) -> None:
    assert _signed(*tails) == []


@pytest.mark.parametrize(
    ("tails", "signed"),
    [
        (("Ever upward", "Retired", "", "Ever upward"), ["Ever upward", "Retired", "Ever upward"]),
        (("Ever upward", "Retired", "", "Good luck!"), []),
        (("", "Retired", "Take care", ""), []),
    ],
    ids=["the same of each", "another of one", "nobody twice"],
)
def test_what_an_author_has_below_all_his_texts_in_a_class_of_its_own_signs_them(
    tails: tuple[str, ...], signed: list[str]
) -> None:
    again = (POSTS[0][0], "14 Mar 2019, 10:00", "Thank you, I will ask for a blood test on Monday.")
    shown = (
        post(*one).replace("</p></div>", f"</p><div class='sg'>{tail}</div></div>")
        for one, tail in zip((*POSTS, again), tails, strict=True)
    )
    tree = board(*shown)
    assert [tree.words(i) for i in sorted(endings(tree, thread_of(tree).posts))] == signed
