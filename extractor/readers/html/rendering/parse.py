"""A page in UTF-8 to one lxml tree of elements, and what to do with pages that libxml2 would cut.

libxml2 stops at 2,048 open elements and gives no sign but a line in its log; a tag with tens of thousands of
attributes takes it seconds. Such pages are flattened (tags beyond a depth become line breaks) and parsed once more, so
that nothing behind the parser has to know. BeautifulSoup would read them too, and that is what this takes the place of:
for 100,000 nested `div` it needs four seconds (flattening a third of one), for 300,000 siblings eighteen.

lexbor (selectolax) parses real pages 1.6 times as fast, which is a twentieth of a thread's reading; its tree takes as
long to walk, and all that asks for XPath or a style sheet would need the tree of lxml besides.

The tree has elements and text, and no comments and processing instructions: a reader sees none of them, they may stand
anywhere, and no walk over the tree has to remember that a child may be no element.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from lxml import etree

from extractor.document import Document
from extractor.errors import Reason, UnreadableDocument
from extractor.readers.html.rendering.utf8 import encoded, to_utf8

_MAX_DEPTH = 500
_MAX_TAG = 100_000
"""Bytes between two `>` above which it is worth counting attributes."""
_MAX_ATTRIBUTES = 2_000
_SWALLOWING = frozenset({"script", "style", "textarea", "title", "noframes", "xmp"})
_TAIL = 20
_EDGE = 4_096
"""Bytes in which a page as a rule begins, and those in which it ends."""
_BEGIN = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_END = re.compile(rb"</(?:html|body)\b", re.IGNORECASE)
_VALUE = re.compile(rb"=\s*(?:\"[^\"]*\"|'[^']*')")
_ATTRIBUTE = re.compile(rb"\s[\w-]+\s*=?")
_TAG = re.compile(rb"<(/?)([a-zA-Z][\w:-]*+)[^<>]*>")
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())


@dataclass(frozen=True, slots=True)
class Parsed:
    """A page's tree; `repaired` if bytes were replaced to decode it, `cut` says what could not be read, if anything."""

    root: etree._Element
    data: bytes
    """The page in UTF-8."""
    repaired: bool = False
    cut: str | None = None


def parse(document: Document) -> Parsed:
    """Parse `document` as HTML, whatever its state.

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    data, repaired = to_utf8(document)
    root, cut = (None, "slow") if _is_slow(data) else _parse(data)
    if cut:
        root, cut = _parse(_flatten(data))
    if root is None:
        raise UnreadableDocument(Reason.EMPTY, f"{document.source or 'the page'} holds no element")
    return Parsed(root, data, repaired, cut or _swallowed(root, data) or _broken_off(data))


def flattened(parsed: Parsed) -> Parsed:
    """The same page with its depth bounded, for a reader that cannot go as deep as it is."""
    root, cut = _parse(_flatten(parsed.data))
    return parsed if root is None else replace(parsed, root=root, cut=parsed.cut or cut)


def parse_fragment(html: str) -> etree._Element | None:
    """The tree of a piece of HTML (a field of JSON that holds markup), or None if there is nothing in it."""
    data = encoded(html)
    return _parse(_flatten(data) if data.count(b"<") > _MAX_DEPTH else data)[0]


def _is_slow(data: bytes) -> bool:
    """Whether a tag has so many attributes that libxml2 takes seconds for it (its time is quadratic in them)."""
    step, end = _MAX_TAG // 2, 0
    for start in range(0, len(data) - step, step):
        if start >= end and data.find(b">", start, start + step) < 0:  # a stretch without a tag's end
            begin, end = data.rfind(b">", 0, start) + 1, data.find(b">", start)
            end = len(data) if end < 0 else end
            tag = data[data.find(b"<", begin, end) : end]
            if len(tag) > _MAX_TAG and len(_ATTRIBUTE.findall(_VALUE.sub(b"=", tag))) > _MAX_ATTRIBUTES:
                return True
    return False


def _parse(data: bytes, *, comments: bool = False) -> tuple[etree._Element | None, str | None]:
    """The tree, and the message of libxml2 if it stopped before the end."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=not comments, remove_pis=not comments
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return None, error.msg
    fatal = [entry.message for entry in parser.error_log if entry.level == etree.ErrorLevels.FATAL]
    return root, fatal[0] if fatal else None


def _flatten(data: bytes) -> bytes:
    """`data` without the tags that open more than `_MAX_DEPTH` elements, a line break in place of each."""
    open_elements: Counter[bytes] = Counter()
    depth = 0

    def replace_tag(match: re.Match[bytes]) -> bytes:
        nonlocal depth
        closing, name = match[1], match[2].lower()
        if closing:
            if not open_elements[name]:
                return b""
            open_elements[name] -= 1
            depth -= 1
            return match[0] if depth < _MAX_DEPTH else b""
        if name in _VOID:
            return match[0]
        open_elements[name] += 1
        depth += 1
        if depth > _MAX_DEPTH:
            return b"<br>"
        return match[0] if len(match[0]) < _MAX_TAG else b"<%s>" % name

    return _TAG.sub(replace_tag, data)


def _swallowed(root: etree._Element, data: bytes) -> str | None:
    """Whether the page ends inside an element that takes in all that follows when its end is missing."""
    if data.rfind(b"<!--") > data.rfind(b"-->"):
        root = _or_comment(data, root)
    last = root
    while len(last):
        last = last[-1]
    is_comment = not isinstance(last.tag, str)
    if is_comment or last.tag in _SWALLOWING:
        text = (last.text or "").strip()[-_TAIL:]
        if text and data.rstrip().endswith(text.encode("utf-8", "replace")):
            name = "comment" if is_comment else f"<{last.tag}>"
            return f"the page ends inside a {name}: what follows its beginning was not read as text"
    return None


def _broken_off(data: bytes) -> str | None:
    """Whether the page has a beginning and no end, as what was cut when it was fetched or stored.

    Both ends may be left out (HTML, 13.1.2.4), but hardly any page does: 13 of 1,939 real ones.
    """
    begins = _BEGIN.search(data, 0, _EDGE) is not None
    if not begins or _END.search(data, max(0, len(data) - _EDGE)) or _END.search(data):
        return None
    return "the page breaks off: it has a beginning and no end, and what follows may be missing"


def _or_comment(data: bytes, root: etree._Element) -> etree._Element:
    """The tree with its comments, for a page that may end inside one."""
    with_comments, _ = _parse(data, comments=True)
    return root if with_comments is None else with_comments
