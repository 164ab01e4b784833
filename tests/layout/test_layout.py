"""A layout is known by its hosts, and by what stands on its pages only."""

import pytest

from extractor.layout import Layout
from extractor.layout.layout import heads_of, layout_for, outline_of, signed

ASK = Layout("ask", hosts=("ask.example",), clues=("Ask a Doctor", "\nReplies"), signature=r"^\d+ members reply$")
BARE = Layout("bare", clues=("Bare Facts",))
SIGNED = Layout("signed", signature=r"\AOnly here$")
ALL = (ASK, BARE, SIGNED, Layout(None))


def known(text: str) -> list[str | None]:
    heads = heads_of(line.strip() for line in text.split("\n"))
    return [layout.name for layout in signed(text, outline_of(text), heads, ALL)]


@pytest.mark.parametrize(
    ("host", "name"), [("ask.example", "ask"), ("www.ask.example", "ask"), ("mask.example", None), (None, None)]
)
def test_a_host_is_the_site_s_or_below_it(host: str | None, name: str | None) -> None:
    found = layout_for(host, ALL)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ask a Doctor\n3 members reply", ["ask"]),
        ("Ask a Doctor\n3 members reply.", []),  # a clue without the signature
        ("3 members reply", []),  # the signature without a clue
        ("x\n  Replies\n3 members reply", ["ask"]),
        ("No Replies\n3 members reply", []),  # it does not begin a line
        ("Bare Facts", ["bare"]),
        ("\n Only here\nBare Facts", ["bare", "signed"]),  # a signature needs no clue
        ("nothing", []),
    ],
)
def test_a_page_carries_clue_and_signature(text: str, names: list[str]) -> None:
    assert known(text) == names


def test_where_a_clue_stands_so_does_its_outline() -> None:
    assert outline_of("Ask a Doctor") in outline_of("You can Ask a Doctor Today 24/7")
