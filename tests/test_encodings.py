"""Bytes to text: what names of encodings mean, and which one a page is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from webencodings.labels import LABELS

from extractor import extract
from extractor.document import Document
from extractor.encodings import codec_of, decode_document
from extractor.errors import Reason, UnreadableDocument
from extractor.records import WarningCode
from tests.test_api import PAGE

RUSSIAN = "Здравствуйте, доктор. Болит колено уже две недели, что делать дальше?"


@pytest.mark.parametrize(
    ("label", "text", "codec"),
    [
        ("gb2312", "李明喆医生，術後腫脹", "gb18030"),
        ("GBK", "㐀李明", "gb18030"),
        ("shift_jis", "①膝が痛い㈱髙", "cp932"),
        ("x-sjis", "①髙", "cp932"),
        ("ks_c_5601-1987", "김햏늘 원장", "cp949"),
        ("euc-kr", "똠방각하", "cp949"),
        ("iso-8859-9", "“Şişlik” — normal…", "cp1254"),
        ("iso-8859-8-i", "שלום דוקטור", "iso8859-8"),
        ("iso-8859-1", "“so” — €5", "cp1252"),
        ("ascii", "naïve", "cp1252"),
        ("tis-620", "สวัสดี “หมอ”", "cp874"),
        ("iso-8859-11", "สวัสดี…", "cp874"),
        ("big5", "膝蓋痛，嘅", "big5hkscs"),
        ("euc-jp", "①膝が痛い", "euc_jp"),
        ("koi8-ru", "Болить є", "koi8-u"),
        ("x-cp1251", RUSSIAN, "cp1251"),
        ("iso-2022-jp", "膝が痛い", "iso2022_jp"),
        (' "utf8 ', "naïve", None),
    ],
)
def test_names_mean_what_the_standard_says(label: str, text: str, codec: str | None) -> None:
    assert codec_of(label) == codec
    if codec:
        writer = "euc_jis_2004" if codec == "euc_jp" else codec
        decoded = decode_document(Document(text.encode(writer), charset=label))
        assert (decoded.text, decoded.repaired) == (text, False)


@pytest.mark.parametrize(
    "label",
    "punycode base64 utf-7 rot13 idna hex unicode_escape raw_unicode_escape mbcs zlib undefined utf-32 no-such "
    "replacement iso-2022-kr x-user-defined".split(),
)
def test_what_is_no_name_of_an_encoding_says_nothing(label: str) -> None:
    assert codec_of(label) is None
    assert decode_document(Document(RUSSIAN.encode(), charset=label)).text == RUSSIAN
    assert decode_document(Document(b"Ann-Lee+AGE- says no", charset=label)).text == "Ann-Lee+AGE- says no"


def test_every_name_of_the_standard_is_known_but_those_for_no_text() -> None:
    unread = {name for label, name in LABELS.items() if codec_of(label) is None}
    assert unread == {"replacement", "x-user-defined"}


@pytest.mark.parametrize("charset", [None, "iso-8859-1", "utf-8", "windows-1251"])
def test_valid_utf_8_is_read_as_that_whatever_is_said_of_it(charset: str | None) -> None:
    decoded = decode_document(Document(RUSSIAN.encode(), charset=charset))
    assert (decoded.text, decoded.encoding, decoded.repaired) == (RUSSIAN, "utf-8", False)


@pytest.mark.parametrize(
    ("label", "bad"),
    [("euc-kr", b"\xff"), ("gb2312", b"\x80\xff"), ("shift_jis", b"\x85\xff"), ("windows-1253", b"\xaa")],
)
def test_a_byte_that_does_not_fit_the_encoding_said_does_not_discard_it(label: str, bad: bytes) -> None:
    text = {"euc-kr": "수술 후 육 주", "gb2312": "术后六周肿胀", "shift_jis": "膝が痛いです", "windows-1253": "γόνατο"}[
        label
    ]
    codec = codec_of(label)
    assert codec is not None
    decoded = decode_document(Document(text.encode(codec) + b" x" + bad + b" " + text.encode(codec), charset=label))
    assert decoded.repaired
    assert decoded.text.startswith(text)
    assert decoded.text.endswith(text)


def test_an_encoding_that_hardly_a_byte_fits_is_not_the_pages() -> None:
    decoded = decode_document(
        Document("Não é só à noite, não há dúvida: é ção.".encode("cp1252") * 5, charset="euc-kr")
    )
    assert decoded.text.startswith("Não é só à noite")
    assert decoded.repaired


@given(st.binary(max_size=300), st.sampled_from([*sorted(LABELS), "utf-7", "punycode", None]))
def test_any_bytes_are_text_or_are_refused_with_a_reason(data: bytes, charset: str | None) -> None:
    reason = None
    try:
        decode_document(Document(data, charset=charset)).text.encode("utf-8")
    except UnreadableDocument as error:
        reason = error.reason
    assert reason in (None, Reason.EMPTY, Reason.BINARY, Reason.UNDECODABLE)


@given(st.text(st.characters(categories=["L", "N"], max_codepoint=0xFFFF), min_size=4))
def test_what_was_written_in_a_named_encoding_is_read_back(text: str) -> None:
    assert decode_document(Document(text.encode("utf-16"))).text == text
    data = text.encode("gb18030")
    if data.isascii() or not _is_utf_8(data):
        decoded = decode_document(Document(data, charset="gb2312"))
        assert (decoded.text, decoded.repaired) == (text, False)


def _is_utf_8(data: bytes) -> bool:
    return data.decode("utf-8", "replace").encode("utf-8") == data


@pytest.mark.parametrize(
    ("text", "expected"), [("a\0b", "a\ufffdb"), ("a\ud83db", "a\ufffdb"), ("a\U0001f600b", "a\U0001f600b")]
)
def test_what_is_no_character_does_not_stay_and_is_said(text: str, expected: str) -> None:
    decoded = decode_document(Document(text))
    assert (decoded.text, decoded.has_lost_characters) == (expected, text != expected)


def test_a_record_of_a_page_with_nul_says_so() -> None:
    for content in (PAGE.replace("My nose", "My\0 nose"), PAGE.replace("My nose", "My\0 nose").encode()):
        page = extract(content)
        assert WarningCode.REPAIRED_CHARACTERS in [warning.code for warning in page.warnings]
        assert page.confidence <= 0.5
        assert "\0" not in page.model_dump_json()


@pytest.mark.parametrize("byte", [b"\xa0", b"\xfd", b"\xfe", b"\xff"])
def test_bytes_that_shift_jis_has_no_character_for_are_replaced_and_said(byte: bytes) -> None:
    text = "夜に足がつります。薬のせいでしょうか。"
    found = decode_document(Document(text.encode("cp932") + byte + text.encode("cp932"), charset="shift_jis"))
    assert (found.text, found.encoding, found.repaired) == (f"{text}\ufffd{text}", "cp932", True)
