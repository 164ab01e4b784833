"""Text that was damaged before it came here: told, with its place, and never mended."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.document import Document
from extractor.readers.damage import damage
from extractor.reading import read
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode, doubt


def _record(body: str, name: str = "Ann Lee") -> QAPage:
    answer = Answer(position=1, body=body, doctor=Doctor(name=name))
    return QAPage(question=Question(title="Is it normal?"), answers=(answer,))


@pytest.mark.parametrize(
    "body",
    [
        "Donâ€™t worry â€” itâ€™s fine.",
        "CafÃ© au lait",
        "Ð¾Ñ‚Ñ‘Ðº Ð´ÐµÑ€Ð¶Ð¸Ñ‚ÑÑ",
        "It costs â‚¬40",
        "20Â°C",
        "lost\ufffdhere",
    ],
)
def test_garbled_text_is_told_with_its_place(body: str) -> None:
    text = f"Is it normal?\n\n{body}"
    (warning,) = damage(_record(body), text)
    assert (warning.code, warning.line) == (WarningCode.MOJIBAKE, 3)
    assert warning.span is not None
    assert text[slice(*warning.span)] in body


@pytest.mark.parametrize(
    "body",
    [
        "plain",
        "naïve “so”…",
        "Não, até amanhã — às 8 h.",
        "café”…",
        "Отёк держится долго…",
        "手术后肿胀很常见。",
        "«été»",
        "AT&T; R&D",
        "a & b",
        "&c.",
    ],
)
def test_what_only_resembles_damage_is_not_told(body: str) -> None:
    assert damage(_record(body), body) == []


@pytest.mark.parametrize("body", ["rest &amp; ice", "don&#39;t", "5&nbsp;mg", "it&#x2019;s", "&lt;b&gt;"])
def test_references_that_nobody_undid_are_told(body: str) -> None:
    (warning,) = damage(_record(body), body)
    assert warning.code is WarningCode.LEFTOVER_ENTITIES


def test_names_count_and_what_is_told_already_does_not() -> None:
    assert [warning.code for warning in damage(_record("x", "ZoÃ« NÃºÃ±ez"), "")] == [WarningCode.MOJIBAKE]
    assert damage(doubt.doubted(_record("lost\ufffd"), [doubt.repaired_encoding()]), "") == []


def test_pages_of_text_and_html_say_what_of_them_is_damaged() -> None:
    page = (
        "<h1>Is a bump on my nose normal?</h1><div class=question><p>It is small and hard. Will it go away?</p></div><h2>2 Answers</h2>"
        "<div class=answer><div class=author>Ann Lee, MD</div><p>Donâ€™t worry, it is only a callus of the bone.</p></div>"
        "<div class=answer><div class=author>Bob Roy, MD</div><p>It is most likely a callus. They shrink.</p></div>"
    )
    (record,) = read(Document(f"<!DOCTYPE html><html><body>{page}</body></html>"), spans=True)
    assert [warning.code for warning in record.warnings] == [WarningCode.MOJIBAKE]
    (warning,) = record.warnings
    assert (record.text or "")[slice(*warning.span or (0, 0))].startswith("â€")
    assert record.answers[0].body == "Donâ€™t worry, it is only a callus of the bone."


@given(st.text(st.characters(max_codepoint=0x24F), max_size=60))
def test_what_is_told_of_any_text_has_a_place_in_it(text: str) -> None:
    for warning in damage(_record(text), text):
        assert warning.code in (WarningCode.MOJIBAKE, WarningCode.LEFTOVER_ENTITIES)
        assert warning.span is None or text[slice(*warning.span)]
