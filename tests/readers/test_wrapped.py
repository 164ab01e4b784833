"""Pages inside MHTML, JSON and Markdown give the record of the page itself."""

import base64
import json
import quopri
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.readers.wrapped import unwrap
from extractor.reading import read
from extractor.records import QAPage
from tests.paths import FIXTURES

PAGE = FIXTURES / "healthtap" / "html-cards.html"


def _answers(records: list[QAPage]) -> list[tuple[str | None, str | None]]:
    return [(answer.headline, answer.body) for record in records for answer in record.answers]


def _mhtml(page: bytes, encoding: str) -> bytes:
    body = base64.encodebytes(page) if encoding == "base64" else quopri.encodestring(page)
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.healthtap.com/user_questions/1\r\n"
        b'Subject: =?utf-8?Q?Knuckles?=\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="----Boundary"\r\n\r\n------Boundary\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: '
        + encoding.encode()
        + b"\r\nContent-Location: https://www.healthtap.com/user_questions/1\r\n\r\n"
        + body
        + b"\r\n------Boundary\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
        b"------Boundary--\r\n"
    )


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable"])
def test_mhtml(encoding: str) -> None:
    page = PAGE.read_bytes()
    (record,) = read(Document(_mhtml(page, encoding)))
    assert record.site == "healthtap"
    assert _answers([record]) == _answers(read(Document(page)))


def test_saved_pages_as_text_may_hold_what_is_no_character() -> None:
    saved = _mhtml(PAGE.read_bytes(), "quoted-printable").decode()
    (record,) = read(Document(saved.replace("<body>", "<body>\ud800", 1)))
    assert _answers([record]) == _answers(read(Document(saved)))


def test_json_that_holds_html() -> None:
    page = PAGE.read_text(encoding="utf-8")
    body = page[page.index("<h1>") : page.index('<div class="related')]
    wrapped = json.dumps({"ok": True, "data": [{"id": 1, "html": body}], "total": 3})
    (record,) = read(Document(wrapped, url="https://www.healthtap.com/user_questions/1"))
    assert _answers([record]) == _answers(read(Document(page)))


def test_markdown_of_a_reader_proxy() -> None:
    markdown = (
        "Title: Is it normal?\n\nURL Source: https://www.example.org/question/1\n\nMarkdown Content:\n"
        "# Is It Normal to Be Swollen After Six Weeks?\n\nMy nose is *still* swollen and I am worried about it.\n\n"
        "Doctor Answers 1\n\n### Swelling is normal\n\nGive it a year. [My page](https://x.org/a)\n\n"
        "Anna Berg, MD  \nBoston Plastic Surgeon  \n4.9 out of 5 stars 12 reviews\n"
    )
    (record,) = read(Document(markdown))
    assert record.url == "https://www.example.org/question/1"
    assert record.question.title == "Is It Normal to Be Swollen After Six Weeks?"
    assert _answers([record]) == [("Swelling is normal", "Give it a year. My page")]


@pytest.mark.parametrize(
    "content",
    [
        '{"a": 1}',
        '{"a": "<p>',
        "[" * 5_000,
        "Title: an essay\n\nthat is no proxy's answer" * 2,
        "From: somebody\nSubject: MIME-Version: I forgot",
        "a plain page",
        b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nno page",
    ],
)
def test_what_holds_no_html_is_left_alone(content: str | bytes) -> None:
    assert unwrap(Document(content)) is None


def test_fixtures_are_told_apart() -> None:
    for path in sorted(Path(FIXTURES).rglob("*.txt")):
        assert unwrap(Document(path.read_bytes())) is None, path
    for path in sorted(Path(FIXTURES).rglob("*.html")):
        assert unwrap(Document(path.read_bytes())) is not None, path
