"""Which encoding an HTML page is in: by its bytes, its server's word, its own."""

import pytest

from extractor.document import Document
from extractor.readers.html.rendering.utf8 import to_utf8

RUSSIAN = "<p>Отёк держится долго, доктор Лещенко.</p>"
CZECH = "<p>Příliš žluťoučký kůň.</p>"
LONG = b"<!-- a header that some framework prints -->" * 200


def _read(data: bytes, charset: str | None = None) -> tuple[str, bool]:
    text, repaired = to_utf8(Document(data, charset=charset))
    return text.decode(), repaired


@pytest.mark.parametrize(
    "before",
    [
        b"",
        LONG,
        b"<script>document.write('<meta charset=koi8-r>')</script>",
        b"<!-- <meta charset=koi8-r> -->",
        b"<title><meta charset=koi8-r></title>",
        b"<meta charset=utf-7><meta charset=''>",
        b"<meta name=viewport content='charset'>",
        b"<META NAME=x CONTENT='a'><SCRIPT>'<meta charset=koi8-r>'</SCRIPT>",
    ],
)
@pytest.mark.parametrize(
    "meta",
    [
        b"<meta charset=windows-1251>",
        b"<META CHARSET = 'cp1251' />",
        b"<meta http-equiv=Content-Type content='text/html; charset=x-cp1251'>",
        b"<meta content='text/html;charset=WINDOWS-1251' http-equiv=content-type>",
    ],
)
def test_a_meta_element_counts_wherever_it_stands(before: bytes, meta: bytes) -> None:
    page = b"<html><head>" + before + meta + b"</head>"
    assert _read(page + RUSSIAN.encode("cp1251")) == (page.decode() + RUSSIAN, False)


@pytest.mark.parametrize("comment", [b"<!-->", b"<!--->", b"<!-- -->"])
def test_a_comment_may_end_with_the_dashes_that_begin_it(comment: bytes) -> None:
    page = comment + b"<meta charset=iso-8859-2><p>"
    assert _read(page + "dvě".encode("iso-8859-2")) == (page.decode() + "dvě", False)


def test_the_server_is_believed_before_the_page_but_not_if_it_names_no_encoding() -> None:
    page = b"<meta charset=iso-8859-2>"
    assert _read(page + RUSSIAN.encode("cp1251"), "windows-1251") == (page.decode() + RUSSIAN, False)
    for label in ("none", "utf-7", "", "punycode"):
        assert _read(page + CZECH.encode("iso-8859-2"), label) == (page.decode() + CZECH, False)


def test_the_xml_declaration_counts() -> None:
    start = b'<?xml version="1.0" encoding="iso-8859-2"?>'
    assert _read(start + CZECH.encode("iso-8859-2")) == (start.decode() + CZECH, False)


def test_a_page_that_names_utf_16_in_ascii_is_no_such_page() -> None:
    assert _read(b"<meta charset=utf-16>" + CZECH.encode())[0].endswith(CZECH)
    text, repaired = _read(b"<meta charset=utf-16><p>caf\xe9</p>")
    assert text.endswith("<p>café</p>")
    assert repaired


def test_a_byte_that_does_not_fit_is_replaced_and_said_so() -> None:
    text, repaired = _read(b"<meta charset=euc-kr><p>" + "수술 후 부기".encode("cp949") + b"\xff</p>")
    assert "수술 후 부기" in text
    assert repaired


def test_many_openings_of_comments_take_no_time_that_grows_with_their_square() -> None:
    page = b"<p>caf\xe9</p>" + b"<!--" * 300_000 + b"<script " * 100_000
    assert _read(page)[0].startswith("<p>café</p>")


def test_words_of_another_alphabet_in_an_english_page_that_names_no_encoding_are_doubtful() -> None:
    page = b"<p>Swelling over the bridge can feel as hard as bone. </p>" * 40
    _, repaired = _read(page + RUSSIAN.encode("cp1251"))
    assert repaired
    assert _read(page + "<p>déjà vu, naïveté, Müßiggänger</p>".encode("cp1252"))[1] is False


def test_control_characters_are_left_out_and_white_space_is_kept() -> None:
    page = "<p>a\x01b\x1bc\x7fd&#1;e&#x1B;f&#127g\t\r\n\x0b\x0ch&#9;&#10;&#128;&#14h&#149;</p>"
    for content in (page, page.encode()):
        data, is_repaired = to_utf8(Document(content))
        assert data == b"<p>abcdefg\t\r\n\x0b\x0ch&#9;&#10;&#128;h&#149;</p>"
        assert not is_repaired


def test_a_page_that_was_encoded_twice_is_read_as_it_was_meant_and_is_said_to_be_mended() -> None:
    page = "<html><body><p>Don’t worry — it’s a café.</p></body></html>"
    twice = page.encode().decode("cp1252", "replace").encode()
    assert to_utf8(Document(twice)) == (page.encode(), True)
    once = "<p>NÃO é SÃO, diz o Â</p>".encode()
    assert to_utf8(Document(once)) == (once, False)
