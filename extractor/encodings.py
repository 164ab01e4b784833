"""Bytes to text: what names of encodings mean, and which one a page is in.

Names mean what the WHATWG Encoding Standard (https://encoding.spec.whatwg.org) says, which is what browsers show:
`gb2312` is GB 18030, `shift_jis` is Windows-31J, `euc-kr` is Windows-949, `iso-8859-9` is Windows-1254. A name that is
not in its table is no encoding; that takes in Python's own codecs that only look like one (`punycode`, `utf-7`).
"""

import codecs
import re
from dataclasses import dataclass, replace

import webencodings

from extractor.document import Document
from extractor.errors import Reason, UnreadableDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER = {"gbk": "gb18030", "euc_jp": "euc_jis_2004"}
"""Codecs that read all that the standard's encoding of that name holds, where Python's own reads less."""
_NOT_IN_CP932 = re.compile("[\uf8f0-\uf8f3]")
"""What Python reads the bytes A0 and FD to FF of Windows-31J as; in the standard's table they are no characters."""
_NOT_READ = frozenset({"replacement", "x-user-defined"})
"""Of the standard's table, the names that stand for no text."""
_PARAGRAPH = "\u2029"
"""The sign that ends a paragraph; it becomes a blank line, which is what paragraphs have between them."""
_NO_CHARACTERS = re.compile(r"[\x00\ud800-\udfff]")
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_ASCII = bytes(range(0x80))
_MAX_CONTROL_SHARE = 0.01
_FIRST_LEAD = 0xC0
_SHOWN = [(chr(byte), bytes([byte]).decode("cp1252", "ignore"), byte) for byte in range(0x80, 0x100)]
_BYTES = {char: byte for *chars, byte in _SHOWN for char in chars if char} | {"\ufffd": 0x9D}
"""The bytes that Windows-1252 shows as these characters; where it has none the end of a quotation mark was lost."""
_TRAILS = "[" + "".join(re.escape(char) for char, byte in _BYTES.items() if byte < _FIRST_LEAD) + "]"
_GARBLED = re.compile(f"[Â-ô](?:(?<=[Â-ß]){_TRAILS}|(?<=[à-ï]){_TRAILS}{{2}}|(?<=[ð-ô]){_TRAILS}{{3}})")
"""The head, which all alternatives have, stands before them: so a text is searched for it alone, ten times as fast."""
_GARBLED_HEADS = "âÃÂ"
_MIN_GARBLED = 2
_TOLERATED = 0.05
"""Share of a page's bytes beyond ASCII that may not fit the encoding that it names, if it still is in that one."""
_SNIFFED = 4096
_PROBED = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a document and the Python codec that read it.

    `repaired` if bytes were replaced, or the page names an encoding that it is not in.
    `has_lost_characters` if it held what is no character: NUL, or halves of surrogate pairs; each is U+FFFD now.
    """

    text: str
    encoding: str
    repaired: bool = False
    has_lost_characters: bool = False


def codec_of(label: str | None) -> str | None:
    """The Python codec for the name of an encoding, as pages and servers write it; None if it names none.

    >>> codec_of(" GB2312 "), codec_of("shift_jis"), codec_of("latin1"), codec_of("utf-7")
    ('gb18030', 'cp932', 'cp1252', None)
    """
    encoding = webencodings.lookup(label) if label else None
    if encoding is None or encoding.name in _NOT_READ:
        return None
    codec = str(encoding.codec_info.name)
    return _WIDER["gbk"] if codec == "gbk" else codec


def decode_document(document: Document) -> Decoded:
    r"""The text of `document`: by byte order mark, as UTF-8, in the encoding that it is said to be in, by its look.

    What is valid as UTF-8 is in no other encoding by chance, and pages and servers often name another one.

    >>> decode_document(Document("naïve".encode("cp1252"))).encoding
    'cp1252'

    Raises:
        UnreadableDocument: if it is empty, binary, or in no encoding that text comes in.

    """
    if isinstance(document.content, str):
        decoded = Decoded(document.content, "str")
    else:
        decoded = _decode_bytes(document.content, codec_of(document.charset), document.source or "the page")
    if not decoded.text.isascii() and any(sign in decoded.text for sign in _GARBLED_HEADS):
        decoded = _ungarbled(decoded)
    if _PARAGRAPH in decoded.text:
        decoded = replace(decoded, text=decoded.text.replace(_PARAGRAPH, "\n\n"))
    text = decoded.text
    if "\0" in text or not text.isascii():
        text = _NO_CHARACTERS.sub("\ufffd", text)  # half a pair has no bytes: nobody could write it
    if text != decoded.text:
        decoded = replace(decoded, text=text, has_lost_characters=True)
    if not decoded.text or decoded.text.isspace():
        raise UnreadableDocument(Reason.EMPTY, f"{document.source or 'the page'} holds no text")
    return decoded


def _ungarbled(decoded: Decoded) -> Decoded:
    """The text with what was UTF-8 and once was read as Windows-1252 read again: "Ã©" is "é".

    One such sequence may be meant; several are a page that came in garbled, of which not all may be mended.
    """
    if len(_GARBLED.findall(decoded.text)) < _MIN_GARBLED:
        return decoded
    return replace(decoded, text=_GARBLED.sub(_read_again, decoded.text), repaired=True)


def _read_again(found: re.Match[str]) -> str:
    try:
        return bytes(map(_BYTES.__getitem__, found[0])).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _decode_bytes(data: bytes, told: str | None, source: str) -> Decoded:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _leniently(data[len(bom) :], codec)
    found = _in_one_of(data, told) or _nearly(data, told) or _by_its_look(data)
    if found is None and told:
        found = _leniently(data, told)
    if found is not None and not _is_binary(found.text):
        is_told = told in (None, found.encoding) or found.encoding == "utf-8"
        return found if is_told else Decoded(found.text, found.encoding, repaired=True)
    if found is None and not _is_binary(data.decode("latin-1")):
        raise UnreadableDocument(
            Reason.UNDECODABLE,
            f"{source} is in none of UTF-8, UTF-16 and Windows-1252; convert it to UTF-8 (iconv -t utf-8)",
        )
    raise UnreadableDocument(Reason.BINARY, f"{source} is binary data, not a page of text or HTML")


def _in_one_of(data: bytes, told: str | None) -> Decoded | None:
    """The text, if every byte fits; encodings of 7 bits a byte, or of 16 a character, may look like UTF-8."""
    for codec in (told, "utf-8") if data.isascii() else ("utf-8", told):
        if codec and (text := _strictly(data, codec)) is not None and not _is_binary(text):
            return Decoded(text, codec)
    return None


def _nearly(data: bytes, told: str | None) -> Decoded | None:
    """The text in the encoding that is named, with the few bytes replaced that do not fit it."""
    if told in (None, "utf-8"):
        return None
    decoded = _leniently(data, told)
    beyond = len(data.translate(None, _ASCII))
    is_near = decoded.text.count("\ufffd") <= 1 + _TOLERATED * beyond
    return decoded if is_near and not _is_binary(decoded.text) else None


def _by_its_look(data: bytes) -> Decoded | None:
    if wide := _wide_encoding(data):
        return _leniently(data, wide)
    if _MULTIBYTE.search(data):  # UTF-8 with a broken place or two: Windows-1252 would garble all the rest
        repaired = _leniently(data, "utf-8")
        if repaired.text.count("\ufffd") * 5 < len(_MULTIBYTE.findall(data)) + 5 and not _is_binary(repaired.text):
            return repaired
    text = _strictly(data, "cp1252")
    return None if text is None else Decoded(text, "cp1252")


def _strictly(data: bytes, codec: str) -> str | None:
    for one in (codec, _WIDER.get(codec, codec)):
        try:
            text = data.decode(one)
        except UnicodeDecodeError:
            continue
        return None if one == "cp932" and _NOT_IN_CP932.search(text) else text
    return None


def _leniently(data: bytes, codec: str) -> Decoded:
    text = _strictly(data, codec)
    if text is not None:
        return Decoded(text, codec)
    text = data.decode(codec, "replace")
    return Decoded(_NOT_IN_CP932.sub("\ufffd", text) if codec == "cp932" else text, codec, repaired=True)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: Latin text then has a NUL in every other byte."""
    head = data[:_SNIFFED]
    pairs = len(head) // 2
    if pairs and head[1::2].count(0) > 0.8 * pairs and head[0::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if pairs and head[0::2].count(0) > 0.8 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def _is_binary(text: str) -> bool:
    head = text[:_PROBED].encode("utf-8", "replace")
    return len(head) - len(head.translate(None, _CONTROLS)) > _MAX_CONTROL_SHARE * len(head)
