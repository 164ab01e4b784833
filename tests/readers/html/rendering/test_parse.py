"""Bytes to a tree: encodings, and pages that libxml2 alone would cut or take seconds for."""

import pytest

from extractor.document import Document
from extractor.errors import Reason, UnreadableDocument
from extractor.readers.html.rendering.parse import Parsed, parse

RUSSIAN = "<p>Здравствуйте, доктор. Болит колено уже две недели, что делать дальше?</p>"
PORTUGUESE = "<p>Boa tarde, não sei se a dor é normal após a cirurgia.</p>"


def _text(parsed: Parsed) -> str:
    return "".join(map(str, parsed.root.itertext())).strip()


@pytest.mark.parametrize(
    ("data", "charset", "expected"),
    [
        (PORTUGUESE.encode(), None, PORTUGUESE),
        (PORTUGUESE.encode("utf-8-sig"), None, PORTUGUESE),
        (PORTUGUESE.encode("utf-16"), None, PORTUGUESE),
        (PORTUGUESE.encode("cp1252"), None, PORTUGUESE),
        (RUSSIAN.encode("koi8-r"), "koi8-r", RUSSIAN),
        (b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"), None, RUSSIAN),
        (
            b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">'
            + "<p>“so”</p>".encode("cp1252"),
            None,
            "<p>“so”</p>",
        ),
        (b'<meta charset="iso-8859-1">' + PORTUGUESE.encode(), None, PORTUGUESE),
        (b'<meta charset="no-such-thing">' + PORTUGUESE.encode(), None, PORTUGUESE),
        (b"<meta charset=shift_jis><p>" + "膝が痛いです".encode("shift_jis"), None, "<p>膝が痛いです"),
    ],
    ids="utf-8 bom utf-16 cp1252 header meta latin-1-means-cp1252 wrong-meta unknown-meta multibyte".split(),
)
def test_encodings(data: bytes, charset: str | None, expected: str) -> None:
    parsed = parse(Document(data, charset=charset))
    assert _text(parsed) == expected.removeprefix("<p>").removesuffix("</p>")
    assert not parsed.repaired


def test_letters_beyond_ascii_are_detected_where_nobody_names_the_encoding() -> None:
    page = RUSSIAN.replace("</p>", " Спасибо за ответ, доктор, буду ждать.</p>") * 30
    assert "колен" in _text(parse(Document(page.encode("cp1251"))))


def test_broken_utf_8_is_repaired_and_said_so() -> None:
    parsed = parse(Document(PORTUGUESE.encode() * 9 + b"<p>caf\xe9 fim</p>"))
    assert parsed.repaired
    assert "não sei" in _text(parsed)
    assert _text(parsed).endswith("fim")


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", Reason.EMPTY), (b" \n\t ", Reason.EMPTY), (bytes(range(256)) * 40, Reason.BINARY)],
    ids=["empty", "blank", "binary"],
)
def test_what_is_no_page_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        parse(Document(data))
    assert caught.value.reason is reason


def test_stray_nuls_are_dropped() -> None:
    assert _text(parse(Document(b"<p>a\0b</p>\0<p>END</p>"))) == "abEND"


@pytest.mark.parametrize("depth", [100, 2_000, 2_100, 5_000, 30_000])
def test_nothing_is_lost_however_deep_the_page_is(depth: int) -> None:
    parsed = parse(Document(b"<p>START</p>" + b"<div>" * depth + b"DEEP" + b"</div>" * depth + b"<p>END</p>"))
    assert _text(parsed) == "STARTDEEPEND"
    assert parsed.cut is None


def test_unclosed_tags_by_the_thousand() -> None:
    text = _text(parse(Document(b"<div><b><i>word " * 20_000 + b"END")))
    assert text.count("word") == 20_000
    assert text.endswith("END")


def test_a_tag_with_too_many_attributes_keeps_its_text() -> None:
    many = b" ".join(b"a%d=1" % number for number in range(40_000))
    assert _text(parse(Document(b"<p>START</p><p " + many + b">END</p>"))) == "STARTEND"


def test_the_words_of_a_long_value_are_no_attributes() -> None:
    state = b"{&quot;words&quot;: " + b"one two=three " * 20_000 + b"}"
    parsed = parse(Document(b'<p>START</p><div data-preloaded="' + state + b'"></div><p>END</p>'))
    assert parsed.cut is None
    assert max(len(element.get("data-preloaded", "")) for element in parsed.root.iter()) > 250_000


@pytest.mark.parametrize("before", [b"", b"<p>x</p>" * 9_000, b"<script>" + b"a " * 60_000 + b"</script>"])
def test_too_many_attributes_are_seen_wherever_they_stand(before: bytes) -> None:
    many = b" ".join(b"a%d='%d'" % (number, number) for number in range(40_000))
    root = parse(Document(b"<body>" + before + b"<p " + many + b">END</p>")).root
    assert max(len(element.attrib) for element in root.iter()) == 0


def test_a_huge_attribute_and_a_huge_text_are_read_whole() -> None:
    page = b'<p title="' + b"a" * 10_000_001 + b'">' + b"word " * 2_100_000 + b"END</p>"
    assert _text(parse(Document(page))).endswith("END")


@pytest.mark.parametrize("start", ["<!-- not closed", "<script>var a;", "<style>p{}", "<textarea>abc", "<title>abc"])
def test_what_swallows_the_rest_of_the_page_is_reported(start: str) -> None:
    parsed = parse(Document(f"<p>before</p>{start} <p>lost</p>".encode()))
    assert parsed.cut is not None


@pytest.mark.parametrize(
    "end",
    [
        "<!-- closed -->",
        "<script>document.write('<scr'+'ipt>')</script>",
        "<script><!-- old\n//--></script>",
        "<script>1 <!-- 2</script></body></html>",
    ],
)
def test_whole_pages_are_not_reported(end: str) -> None:
    assert parse(Document(f"<p>before</p>{end}".encode())).cut is None


@pytest.mark.parametrize(
    ("page", "is_cut"),
    [
        ("<!doctype html><HTML lang=en><p>Rest is best.<p>Then wal", True),
        ("<body><p>Rest is best.", True),
        ("<html><p>Rest is best.</html>", False),
        ("<body><p>Rest is best.</BODY>", False),
        ("<body><p>Rest is best.</body>" + "<p>Feet.</p>" * 1_000, False),
        ("<p>Rest is best.", False),
        ("<p>Where is </body> from?", False),
    ],
)
def test_a_page_with_a_beginning_and_no_end_breaks_off(page: str, is_cut: bool) -> None:  # noqa: FBT001 - a column
    assert ("breaks off" in (parse(Document(page.encode())).cut or "")) is is_cut
