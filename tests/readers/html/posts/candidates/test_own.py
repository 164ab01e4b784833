"""Which elements belong to each post."""

from lxml import html

from extractor.readers.html.posts.candidates.own import are_heads, elements, with_rows_behind
from extractor.readers.html.posts.tree import Tree

_NONE = frozenset[int]()


def _table(*rows: str) -> Tree:
    return Tree(html.document_fromstring(f"<body><table>{''.join(rows)}</table><p>All times are local.</p></body>"))


def _row(called: str, text: str) -> str:
    return f"<tr class='{called}'><td>{text}</td></tr>"


def _posts(tree: Tree, called: str = "head") -> list[int]:
    return [i for i, name in enumerate(tree.classes) if name == called]


def _said(tree: Tree, own: list[list[int]]) -> list[str]:
    return [" ".join(tree.words(i) for i in some if tree.tags[i] == "td") for some in own]


_LONG = "A diuretic lowers potassium, and a blood test settles it."
_ROWS = [_row("head", "Ann"), _row("text", _LONG), _row("head", "Bert"), _row("text", _LONG), _row("foot", "Top")]


def test_inside_a_post_and_beside_it() -> None:
    tree = _table(*_ROWS)
    posts = _posts(tree)
    assert _said(tree, elements(tree, posts, _NONE, 0)) == ["Ann", "Bert"]
    assert _said(tree, elements(tree, posts, _NONE, 1)) == [f"Ann {_LONG}", f"Bert {_LONG} Top"]
    assert _said(tree, elements(tree, posts, frozenset(_posts(tree, "text")), 1)) == ["Ann", "Bert Top"]


def test_behind_the_last_row_are_as_many_as_behind_the_one_before() -> None:
    tree = _table(*_ROWS)
    assert _said(tree, with_rows_behind(tree, _posts(tree), _NONE)) == [f"Ann {_LONG}", f"Bert {_LONG}"]
    tree = _table(*_ROWS[:-1])
    assert _said(tree, with_rows_behind(tree, _posts(tree), _NONE)) == [f"Ann {_LONG}", f"Bert {_LONG}"]


def test_rows_that_end_a_table_stand_below_the_texts() -> None:
    ann, bert = (_row("head", name) for name in ("Ann", "Bert"))
    tree = _table(_row("title", "Cramps"), _row("text", _LONG), ann, _row("text", _LONG), bert)
    assert _said(tree, with_rows_behind(tree, _posts(tree), _NONE)) == [f"{_LONG} Ann", f"{_LONG} Bert"]


def test_rows_are_heads_if_most_text_stands_between_them() -> None:
    tree = _table(*_ROWS)
    assert are_heads(tree, _posts(tree))
    assert not are_heads(tree, _posts(tree, "text"))
    assert not are_heads(tree, [_posts(tree)[0], _posts(tree)[1] + 1])
