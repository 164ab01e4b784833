"""Answers found by headings of one level."""

from lxml import etree, html

from extractor.document import Document
from extractor.readers.html.posts.by_shape.sections import find_sections, is_bold, wrapped
from extractor.readers.html.rendering.parse import parse
from tests.readers.html.posts.doctors import TEXTS, page


def test_headings_of_one_level_make_sections() -> None:
    root = parse(Document(page(*(f"<h3>So</h3><p>{text}</p><ul><li>x</li></ul>" for text in TEXTS)))).root
    assert [[element.tag for element in section] for section in find_sections(root)] == [["h3", "p", "ul"]] * 2


def test_a_comment_in_a_section_is_no_part_of_it() -> None:
    root = parse(Document(page(*(f"<h3>So</h3><p>{text}</p>" for text in TEXTS)))).root
    for head in root.iter("h3"):
        head.addnext(etree.Comment("advertisement"))
    assert [[element.tag for element in section] for section in find_sections(root)] == [["h3", "p"]] * 2


def test_a_section_ends_at_a_higher_heading_and_at_a_line() -> None:
    root = html.document_fromstring("<h3>a</h3><p>1</p><h3>b</h3><p>2</p><h2>c</h2><p>3</p><hr><p>4</p>")
    assert [[element.text for element in section] for section in find_sections(root)] == [["a", "1"], ["b", "2"]]


def test_sections_in_a_side_column_are_none() -> None:
    root = html.document_fromstring("<aside><h3>a</h3><p>1</p><h3>b</h3><p>2</p></aside>")
    assert not find_sections(root)


def test_a_bold_paragraph_is_a_heading_once_it_is_wrapped() -> None:
    root = html.document_fromstring("<div><p><b>Ann</b></p><p>Wait.</p></div>")
    assert [is_bold(block) for block in root.iter("p")] == [True, False]
    assert [element.tag for element in wrapped(list(root.iter("p")))] == ["h6", "p"]
