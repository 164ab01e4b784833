"""Pages that break readers: no crash, nothing lost in silence, each at a bounded cost in time and memory."""

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import Reason, UnreadableDocument
from extractor.readers.text.page_reading import PageReading
from extractor.reading import examine, read
from extractor.records import WarningCode
from tests.cost import costs_less
from tests.long import some_of
from tests.paths import FIXTURES

WHOLE = (FIXTURES / "stackexchange" / "html-2016-http.html").read_bytes()
_LIMIT = 300
"""Ordinary pages that a hostile one may cost as much as."""
_MEMORY = 100
"""Bytes of Python objects for each byte of the page, and as many million for small ones."""


def _ld(block: str) -> bytes:
    return f'<html><script type="application/ld+json">{block}</script><p>END</p>'.encode()


def _question(value: str) -> str:
    return f'{{"@type": "QAPage", "mainEntity": {{"@type": "Question", "name": "Is it?", "text": {value}}}}}'


HOSTILE: dict[str, bytes] = {
    "nul bytes": b"<html><p>a\0b</p>\0\0<p>END</p>",
    "5,000 nested div": b"<html>" + b"<div>" * 5_000 + b"DEEP" + b"</div>" * 5_000 + b"<p>END</p>",
    "100,000 nested div": b"<html>" + b"<div>" * 100_000 + b"DEEP" + b"</div>" * 100_000 + b"<p>END</p>",
    "1,990 nested div": b"<html>" + b"<div>" * 1_990 + b"DEEP" + b"</div>" * 1_990 + b"<p>END</p>",
    "300,000 siblings": b"<html>" + b"<p>x</p>" * 300_000 + b"END",
    "20,000 unclosed tags": b"<html>" + b"<div><b><i>x " * 20_000 + b"END",
    "2,000 nested tables": b"<html>" + b"<table><tr><td>" * 2_000 + b"DEEP" + b"</td></tr></table>" * 2_000 + b"END",
    "10 MB attribute": b'<html><p title="' + b"a" * 10_000_000 + b'">END</p>',
    "10 MB text node": b"<html><p>" + b"word " * 2_100_000 + b"END</p>",
    "utf-16": "<html><p>naïve END</p>".encode("utf-16"),
    "utf-16 without a mark": "<html><body><p>naive naive naive naive END</p>".encode("utf-16-le"),
    "broken utf-8": b"<html><p>" + "naïve ".encode() * 50 + b"\xff\xfe\xc3 END</p>",
    "deep lists in json-ld": _ld(_question("[" * 20_000 + "]" * 20_000)),
    "deep objects in json-ld": _ld(_question('{"a":' * 900 + "1" + "}" * 900)),
    "lone surrogates in json-ld": _ld(_question('"\\ud800 \\udfff"')),
    "nan in json-ld": _ld(_question("NaN")),
    "6,000-digit number in json-ld": _ld(_question("9" * 6_000)),
    "strings in a json-ld array": _ld('["Question", "Answer"]'),
    "null json-ld": _ld("null") + _ld('{"@type": "Question", "mainEntity": null, "suggestedAnswer": [null, "x", 3]}'),
    "json-ld that refers to itself": _ld(
        '{"@id": "#q", "@type": "Question", "name": {"@id": "#q"}, "mainEntity": {"@id": "#q"}}'
    ),
    "entity soup": b"<html><p>" + b"&amp;&lt;&#0;&#x110000;&foo;&nbsp&copy;&#x8d;&#x8f;" * 20_000 + b"END",
    "40,000 attributes": b"<html><p " + b" ".join(b"a%d=1" % number for number in range(40_000)) + b">END</p>",
    "100,000 comments": b"<html><p>a" + b"<!--x-->" * 100_000 + b"END",
    "unclosed comment": b"<html><p>a</p><!-- <p>END</p>",
    "unclosed script": b"<html><p>a</p><script>var x; <p>END</p>",
    "unclosed attribute": b'<html><p class="abc>END</p>' * 500 + b'">',
    "million less-than signs": b"<html><p>" + b"<" * 1_000_000 + b" END",
    "nested links": b"<html>" + b"<a href=x>" * 20_000 + b"DEEP" + b"END",
    "100,000 links": b"<html><p>" + b"<a href=x>a</a>" * 100_000 + b"END",
    "10,000 links with words": b"<html><p>" + b"<a href=x>It is all right now.</a>" * 10_000 + b"END",
    "20,000 classes": b"<html><p>" + b"".join(b"<span class=c%d>a</span>" % n for n in range(20_000)) + b"END",
    "20,000 posts": b"<html>" + b"<div class=answer><b>Ann</b><p>It is. Wait a week.</p></div>" * 20_000 + b"END",
    "nested pairs": b"<html>"
    + b"<div><p>It is all right.</p><b>x</b>" * 450
    + b"</div><div><p>y</p><b>z</b></div>" * 450
    + b"END",
    "20,000 headings": b"<html>" + b"<h3>Is it?</h3><p>It is.</p>" * 20_000 + b"END",
    "5,000 custom elements": b"<html>" + b"<my-post><my-name>Ann</my-name><p>It is.</p>" * 5_000 + b"END",
    "microdata without end": b"<html>"
    + b'<div itemscope itemtype="http://schema.org/Question">' * 1_500
    + b"<p itemprop=text>END",
    "cut in the middle": WHOLE[: len(WHOLE) // 2],
    "the renderer's own marks": "<html><p>\x86div\x89\x8f\x8e\x87&#x8d;&#143;\x8a END</p>".encode() * 1_000,
    "two pages": WHOLE + WHOLE,
}


_REPORTED = {"unclosed comment", "unclosed script", "300,000 siblings", "20,000 unclosed tags", "cut in the middle"}
_REPORTED |= {"20,000 posts", "20,000 headings", "5,000 custom elements"}
_WITHOUT_END = {"unclosed attribute", "two pages"}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_costs_no_more_than_some_ordinary_ones_and_nothing_is_lost_in_silence(name: str) -> None:
    page = Document(HOSTILE[name])
    readings: list[PageReading] = []
    assert costs_less(lambda: readings.append(examine(page)), _LIMIT, lambda: read(Document(WHOLE)))
    if name not in _WITHOUT_END:
        check_nothing_is_lost(name, readings[0])


def check_nothing_is_lost(name: str, reading: PageReading) -> None:
    is_whole = reading.text.endswith("END") and ("DEEP" in reading.text or b"DEEP" not in HOSTILE[name])
    assert is_whole or name in _REPORTED
    if name in _REPORTED and reading.records:
        assert WarningCode.TRUNCATED_PAGE in [warning.code for warning in reading.records[0].warnings]


@pytest.mark.parametrize("start", ["<!--", "<script>", "<style>", "<textarea>"])
def test_a_record_of_a_page_that_swallows_its_end_says_so(start: str) -> None:
    head, sidebar, tail = WHOLE.partition(b'<div id="sidebar"')
    for end in (b"-->", b"</script>", b"</style>", b"</textarea>"):
        tail = tail.replace(end, b"")
    page = head + start.encode() + sidebar + tail
    (record,) = read(Document(page))
    assert WarningCode.TRUNCATED_PAGE in [warning.code for warning in record.warnings]
    assert record.confidence <= 0.5


def test_memory_is_bounded() -> None:
    page = HOSTILE["300,000 siblings"]
    tracemalloc.start()
    read(Document(page))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < _MEMORY * len(page)


@pytest.mark.parametrize(
    "content", [b"", b"   ", b"\xef\xbb\xbf", bytes(range(256)) * 100], ids=["empty", "blank", "mark", "binary"]
)
def test_what_is_no_page_is_refused_with_its_reason(content: bytes) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        read(Document(content))
    assert caught.value.reason in (Reason.EMPTY, Reason.BINARY)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "every tag upper case": bytes.upper,
    "no quotes": lambda page: page.replace(b'"', b""),
    "no end tags": lambda page: b"<".join(piece for piece in page.split(b"<") if not piece.startswith(b"/div")),
    "every line doubled": lambda page: b"\n".join(line for line in page.split(b"\n") for _ in range(2)),
    "lines reversed": lambda page: b"\n".join(reversed(page.split(b"\n"))),
    "json doubled": lambda page: json.dumps({"html": page.decode()}).encode(),
}


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*/html-2*.html")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_damaged_pages_are_read_without_an_error(path: Path) -> None:
    for name in some_of(list(DAMAGES), str(path.relative_to(FIXTURES))):
        for record in read(Document(DAMAGES[name](path.read_bytes()))):
            assert 0 <= record.confidence <= 1, name
