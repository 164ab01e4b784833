"""HTML bytes to UTF-8: which encoding a page is in, by its bytes, its server's word, its own, or detection."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import replace

from extractor.document import Document
from extractor.encodings import codec_of, decode_document
from extractor.errors import Reason, UnreadableDocument

_HEAD = 4096
_FOREIGN_SHARE = 0.2
_FOREIGN_WORD = re.compile(r"[À-ÖØ-öø-ÿ]{4}")
_FOREIGN_WORDS = 2
"""Stretches of accented letters that no text in a Western language has; so many of them are another alphabet."""
_CONTROLS = bytes([*range(0x01, 0x09), *range(0x0E, 0x1C), 0x7F])
"""Control characters that are no white space: a browser shows nothing for them."""
_CONTROL_REFERENCE = re.compile(
    rb"&#(?:[xX]0*(?:[1-8eEfF]|1[0-9aAbB]|7[fF]|8[dDfF])(?![0-9a-fA-F])|0*(?:[1-8]|1[4-9]|2[0-7]|127|14[13])(?!\d));?"
)
"""Those, and the ones of C1 that HTML does not turn into characters of Windows-1252, as it does with the others."""
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_GARBLED_START = re.compile(rb"\xc3(?:[\x82\x83]|\xa2\xe2\x82\xac)")
"""With "Â", "Ã" or "â€" begins what was UTF-8, was read as Windows-1252, and was written as UTF-8 again."""
_MARKUP = re.compile(rb"<(?:!doctype|html|head|body|div|p)\b", re.IGNORECASE)
_NO_CHARACTER = re.compile("[\0\ud800-\udfff]")
_XML = re.compile(rb"\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_NO_MARKUP = re.compile(rb"<!--|<(script|style|title|textarea)[\s>]|<meta[\s/]([^<>]{1,2000})>", re.IGNORECASE)
"""What may hold a `meta` element that is none, or else the attributes of one that is."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.IGNORECASE)
_WIDE = ("utf-16-le", "utf-16-be")
"""What a page cannot be in whose `meta` could be read as ASCII; the HTML Standard takes it for UTF-8."""


def to_utf8(document: Document) -> tuple[bytes, bool]:
    """The page in UTF-8 without NUL characters, and whether bytes had to be replaced for that.

    The order is: byte order mark, UTF-8 if the bytes are valid UTF-8 (nothing else looks like it by chance, and pages
    often name another encoding), the HTTP header, the page's own `meta`, then detection.

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    content = document.content
    if isinstance(content, str):
        return encoded(content), bool(_NO_CHARACTER.search(content))
    has_nul = b"\0" in content and bool(_MARKUP.search(content, 0, _HEAD))
    if has_nul:  # stray ones, not UTF-16
        content = content.replace(b"\0", b"")
    if _is_plain_utf8(content) and not (b"\xc3" in content and _GARBLED_START.search(content)):
        return _without_marks(content), has_nul
    told = document.charset if codec_of(document.charset) else _declared(content)
    try:
        decoded = decode_document(replace(document, content=content, charset=told))
    except UnreadableDocument as error:
        if error.reason is Reason.EMPTY or b"\0" in content or (guess := _guess(content)) is None:
            raise
        return encoded(guess), has_nul
    if decoded.encoding == "cp1252" != codec_of(told):
        if _is_foreign(decoded.text):
            return encoded(_guess(content) or decoded.text), has_nul or decoded.repaired
        if len(_FOREIGN_WORD.findall(decoded.text)) >= _FOREIGN_WORDS:
            return encoded(_guess(content) or decoded.text), True  # too few letters to be sure of the guess
    return encoded(decoded.text), has_nul or decoded.repaired or decoded.has_lost_characters


def encoded(text: str) -> bytes:
    """The text in UTF-8, without characters that mean nothing in a page."""
    return _without_marks(text.encode("utf-8", "replace").replace(b"\0", b""))


def _without_marks(data: bytes) -> bytes:
    """Control characters mean nothing in a page, and the renderer uses those of C1."""
    data = data.translate(None, _CONTROLS)
    if b"\xc2" in data:
        data = _C1.sub(b"", data)
    return _CONTROL_REFERENCE.sub(b"", data) if b"&#" in data else data


def _is_plain_utf8(data: bytes) -> bool:
    """Whether `data` is UTF-8 text as it stands, without a mark, NULs or the escapes of 7-bit encodings."""
    if data.startswith(BOM_UTF8) or b"\0" in data or b"\x1b" in data or not data or data.isspace():
        return False
    if data.isascii():
        return True
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
    """The first encoding that the page names and that is one, wherever its `meta` element stands."""
    label = next(filter(codec_of, _labels(data)), None)
    return "utf-8" if codec_of(label) in _WIDE else label


def _labels(data: bytes) -> Iterator[str]:
    if xml := _XML.match(data):
        yield xml[1].decode("latin-1")
    position = 0
    while place := _NO_MARKUP.search(data, position):
        position = place.end()
        if place[2]:
            yield from (charset.decode("latin-1") for charset in _CHARSET.findall(place[2])[:1])
        else:
            # the dashes that open a comment may close it as well: <!-->
            closing, begin = (b"</" + place[1], position) if place[1] else (b"-->", position - len("--"))
            end = re.compile(closing, re.IGNORECASE).search(data, begin)
            if end is None:
                return  # it takes in the rest of the page
            position = end.end()


def _guess(data: bytes) -> str | None:
    from bs4.dammit import UnicodeDammit

    return UnicodeDammit(data, is_html=True).unicode_markup or None
