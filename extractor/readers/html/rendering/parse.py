"""HTML bytes to one lxml tree: which encoding, and what to do with pages that libxml2 would cut.

libxml2 stops at 2,048 open elements and gives no sign but a line in its log; a tag with tens of thousands of
attributes takes it seconds. Such pages are flattened (tags beyond a depth become line breaks) and parsed once more, so
that nothing behind the parser has to know. BeautifulSoup would read them too, and that is what this takes the place of:
for 100,000 nested `div` it needs four seconds (flattening a third of one), for 300,000 siblings eighteen.
"""

import re
from codecs import BOM_UTF8
from collections import Counter
from dataclasses import dataclass, replace

from lxml import etree

from extractor.document import Document, decode
from extractor.errors import Reason, UnreadableDocument

_MAX_DEPTH = 500
_MAX_TAG = 100_000
"""Bytes between two `>` above which it is worth counting attributes."""
_MAX_ATTRIBUTES = 2_000
_HEAD = 4096
_WESTERN = frozenset({"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"})
_UTF8 = frozenset({"utf-8", "utf8"})
_SWALLOWING = frozenset({"script", "style", "textarea", "title", "noframes", "xmp"})
_TAIL = 20
_FOREIGN_SHARE = 0.2
_ATTRIBUTE = re.compile(rb"\s[\w-]+\s*=?")
_C1_REFERENCE = re.compile(rb"&#(?:[xX]0*8[dDfF]|0*14[13])(?![0-9a-fA-F]);?")
"""Those of C1 that HTML does not turn into characters of Windows-1252, as it does with the others."""
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|div|p)\b", re.IGNORECASE)
_TAG = re.compile(rb"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
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
    return Parsed(root, data, repaired, cut or _swallowed(root, data))


def flattened(parsed: Parsed) -> Parsed:
    """The same page with its depth bounded, for a reader that cannot go as deep as it is."""
    root, cut = _parse(_flatten(parsed.data))
    return parsed if root is None else replace(parsed, root=root, cut=parsed.cut or cut)


def parse_fragment(html: str) -> etree._Element | None:
    """The tree of a piece of HTML (a field of JSON that holds markup), or None if there is nothing in it."""
    data = _encode(html)
    return _parse(_flatten(data) if data.count(b"<") > _MAX_DEPTH else data)[0]


def to_utf8(document: Document) -> tuple[bytes, bool]:
    """The page in UTF-8 without NUL characters, and whether bytes had to be replaced for that.

    The order is: byte order mark, UTF-8 if the bytes are valid UTF-8 (nothing else looks like it by chance, and pages
    often name another encoding), the HTTP header, the page's own `meta`, then detection.

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    content = document.content
    if isinstance(content, str):
        return _encode(content), False
    if b"\0" in content and _MARKUP.search(content, 0, _HEAD):  # stray NULs, not UTF-16
        content = content.replace(b"\0", b"")
    if _is_plain_utf8(content):
        return _without_marks(content), False
    declared = document.charset or _declared(content)
    if declared and declared.strip().lower() in _WESTERN:
        declared = "cp1252"  # as browsers do
    try:
        decoded = decode(replace(document, content=content, charset=declared and declared.strip()))
    except UnreadableDocument as error:
        if error.reason is Reason.EMPTY or b"\0" in content or (guess := _guess(content)) is None:
            raise
        return _encode(guess), False
    if decoded.encoding == "cp1252" != declared and _is_foreign(decoded.text):
        return _encode(_guess(content) or decoded.text), False
    is_contradicted = decoded.encoding == "cp1252" and (declared or "").lower().strip() in _UTF8
    return _encode(decoded.text), decoded.repaired or is_contradicted


def _encode(text: str) -> bytes:
    return _without_marks(text.encode("utf-8", "replace").replace(b"\0", b""))


def _without_marks(data: bytes) -> bytes:
    """C1 control characters mean nothing in a page, and the renderer uses them."""
    if b"\xc2" in data:
        data = _C1.sub(b"", data)
    return _C1_REFERENCE.sub(b"", data) if b"&#" in data else data


def _is_plain_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 text as it stands, without a mark, NULs or the escapes of 7-bit encodings."""
    if data.startswith(BOM_UTF8) or b"\0" in data or b"\x1b" in data or not data or data.isspace():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_foreign(text: str) -> bool:
    """Whether so many characters are beyond ASCII that this was no Western text."""
    head = text[:_HEAD]
    return len(head) - len(head.encode("ascii", "ignore")) > _FOREIGN_SHARE * len(head)


def _declared(data: bytes) -> str | None:
    """The encoding that the page says it is in."""
    from bs4.dammit import EncodingDetector

    return EncodingDetector.find_declared_encoding(data[:_HEAD], is_html=True)


def _guess(data: bytes) -> str | None:
    from bs4.dammit import UnicodeDammit

    return UnicodeDammit(data, is_html=True).unicode_markup or None


def _is_slow(data: bytes) -> bool:
    """Whether a tag has so many attributes that libxml2 takes seconds for it (its time is quadratic in them)."""
    step = _MAX_TAG // 2
    if all(data.find(b">", start, start + step) >= 0 for start in range(0, len(data) - step, step)):
        return False  # no stretch without a tag's end is as long as that
    longest = max(data.split(b">"), key=len)
    tag = longest[longest.find(b"<") :] if b"<" in longest else b""
    return len(tag) > _MAX_TAG and len(_ATTRIBUTE.findall(tag)) > _MAX_ATTRIBUTES


def _parse(data: bytes) -> tuple[etree._Element | None, str | None]:
    """The tree, and the message of libxml2 if it stopped before the end."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
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
