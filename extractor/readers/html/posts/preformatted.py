"""Lines of preformatted text, as of code and of letters: they end where the text has a line break, not an element.

The tree of a page takes white space for what parts words; a `br` parts lines. What colours code parts nothing.
"""

from lxml import etree

from extractor.readers.html.rendering.lxml_names import Element

_MOST = 20_000
"""Lines of a page's preformatted text; if there are more, it is a log or a table, and is read as one line each."""


def break_lines(root: Element) -> None:
    """Put a `br` in place of each line break inside of a `pre`, and nothing in place of spans in code."""
    coloured = [one for one in root.iter("code") if len(one)]
    for one in [one for one in coloured if next(one.iterancestors("code"), None) is None]:
        etree.strip_tags(one, "span")
    found = [one for one in root.iter("pre") if next(one.iterancestors("pre"), None) is None]
    if sum(str(text).count("\n") for one in found for text in one.itertext()) > _MOST:
        return
    for one in found:
        for element in list(one.iter(etree.Element)):
            if element is not one and "\n" in (tail := element.tail or ""):
                first, *lines = tail.split("\n")
                element.tail = None
                for line in reversed(lines):
                    element.addnext(_broken(line))
                element.tail = first
            if "\n" in (text := element.text or ""):
                element.text, *lines = text.split("\n")
                element[:0] = map(_broken, lines)


def _broken(line: str) -> Element:
    """A `br` in front of a line."""
    one = etree.Element("br")
    one.tail = line
    return one
