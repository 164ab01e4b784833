"""Pages written down with marks: what each edge between lines says, and what is written down for a layout alone."""

import pytest

from extractor.document import Document
from extractor.layout import Part, Selector
from extractor.readers.html.rendering import stylesheet
from extractor.readers.html.rendering.parse import parse
from extractor.readers.html.rendering.selectors import Rules
from extractor.readers.html.rendering.stylesheet import Edge, PageStyle, elements_in, marked_lines
from extractor.readers.html.rendering.text_lines import BREAK, ITEM, LINE, PARAGRAPH, WIDE


def _marked(markup: str, *selectors: Selector) -> tuple[PageStyle, str]:
    sheet = PageStyle(Rules(selectors))
    return sheet, sheet.write_down(parse(Document(f"<body>{markup}</body>")).root)


def _edge(markup: str) -> Edge:
    """The edge between the lines `one` and `two`."""
    sheet, marked = _marked(markup)
    (marks,) = (marks for marks, line in marked_lines(marked) if line.strip() == "two")
    return sheet.edge(marks)


@pytest.mark.parametrize(
    ("markup", "distance"),
    [
        ("one<br>two", BREAK),
        ("one<br><br>two", PARAGRAPH),
        ("one<br><br><br>two", WIDE),
        ("<ul><li>one<li>two</ul>", ITEM),
        ("<div>one</div><div>two</div>", LINE),
        ("<div>one</div><br><div>two</div>", LINE),
        ("<div>one</div><p>two</p>", PARAGRAPH),
        ("<p>one</p><br><p>two</p>", PARAGRAPH),
        ("<p>one</p><br><br><p>two</p>", WIDE),
        ("<table><tr><td>one<td>two</table>", LINE),
        ("<div>one<ul><li>two</ul></div>", PARAGRAPH),
    ],
)
def test_distances(markup: str, distance: int) -> None:
    assert _edge(markup).distance == distance


def test_an_edge_tells_which_blocks_end_and_which_stay() -> None:
    edge = _edge("<section><p>one</p></section><div></div><div class=b><p>two</p></div>")
    assert (edge.ends, edge.begins, [kind.tag for kind in edge.stays]) == (2, 3, ["div", "p"])
    assert edge.is_plain
    assert not _edge("<p>one</p><div class=sidebar>two</div>").is_plain


@pytest.mark.parametrize("tag", ["script", "style", "nav", "svg", "select", "textarea", "template", "iframe", "dialog"])
def test_what_is_no_content_is_not_written_down(tag: str) -> None:
    assert "inside" not in _marked(f"<p>a</p><{tag}>inside</{tag}>")[1]


@pytest.mark.parametrize("tag", ["aside", "footer", "header"])
def test_furniture_is_written_down_where_it_holds_the_title_or_stands_in_a_post(tag: str) -> None:
    assert "inside" not in _marked(f"<{tag}>inside</{tag}>")[1]
    for markup in (f"<{tag}><h1>x</h1>inside</{tag}>", f"<article><{tag}>inside</{tag}></article>"):
        assert "inside" in _marked(markup)[1]
    assert "inside" in _marked(f"<{tag}>inside</{tag}>", Selector(Part.BODY, tag))[1]


def test_tags_and_attributes_that_no_layout_asks_for_are_not_written_down() -> None:
    markup = "<p data-id=7><strong>a</strong></p>"
    assert list(elements_in(_marked(markup)[1])) == ["body", "p", "", ""]
    for selector in ("strong", "[data-id]@data-id"):
        assert "strong" in elements_in(_marked(markup, Selector(Part.BODY, selector))[1])
    assert "data-id=7" not in _marked(markup)[1]
    assert "data-id=7" in _marked(markup, Selector(Part.BODY, "[data-id]@data-id"))[1]


def test_edges_are_forgotten_when_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stylesheet, "_MAX_EDGES", 2)
    sheet, marked = _marked("<p>a</p><div>b</div><ul><li>c</ul><p>d</p>")
    for marks, _ in marked_lines(marked):
        sheet.edge(marks)
        assert len(sheet.edges) <= 2
