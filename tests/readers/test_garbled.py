import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor import extract
from extractor.readers.garbled import mojibake_in
from extractor.records import WarningCode

PAGE = """Is a bump on my nose normal after six weeks?

My nose was straight when the splint came off. {}

Doctor Answers 1

Give it time

Six weeks is early. {}

Marit Oyelaran, MD
Portland Facial Plastic Surgeon
4.9 out of 5 stars 128 reviews
"""

LETTERS = st.text(
    st.characters(min_codepoint=0xA0, max_codepoint=0x17F, categories=["L"], exclude_characters="ªºµ"), min_size=1
)


@given(LETTERS)
def test_letters_of_europe_read_as_windows_1252_are_seen(text: str) -> None:
    garbled = b"".join(text.encode()[n : n + 1] for n in range(len(text.encode())))
    shown = "".join(garbled[n : n + 1].decode("cp1252", "ignore") or chr(garbled[n]) for n in range(len(garbled)))
    assert mojibake_in(shown)


@given(LETTERS)
def test_letters_of_europe_as_they_are_are_none(text: str) -> None:
    assert mojibake_in(f"a {text} b") is None


@pytest.mark.parametrize(
    "text",
    [
        "“CAFÉ” «É»",
        "Ça coûte 40 €…",
        "¿Qué?",
        "Ünlü Öz",
        "Это норма? Спасибо",
        "è…",
        "ΑΒΓ",
        "日本語",
        "naïve – “yes”",
        "50 µg ±2",
        "lost \ufffd as the site prints it",
    ],
)
def test_plain_text_is_not_garbled(text: str) -> None:
    assert mojibake_in(text) is None


@pytest.mark.parametrize("text", ["donâ€™t", "costs â‚¬40", "NÃºÃ±ez", "Р­С‚Рѕ РЅРѕСЂРјР°"])
def test_garbled_text_is_seen(text: str) -> None:
    assert mojibake_in(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("I donâ€™t see why.", WarningCode.MOJIBAKE),
        ("Salt &amp; water, 5&nbsp;times, &#8217;", WarningCode.LEFTOVER_ENTITIES),
        ("A letter is \0 gone.", WarningCode.REPAIRED_CHARACTERS),
        ("Half of one: \ud83d.", WarningCode.REPAIRED_CHARACTERS),
    ],
)
def test_what_came_in_garbled_is_a_warning_with_its_line(text: str, code: WarningCode) -> None:
    page = extract(PAGE.format("Why?", text))
    found = [warning for warning in page.warnings if warning.code is code]
    assert len(found) == 1
    assert page.confidence <= 0.5
    if code in (WarningCode.MOJIBAKE, WarningCode.LEFTOVER_ENTITIES):
        assert found[0].line == 9
    assert "\0" not in str(page.answers[0].body)


def test_html_that_is_spoken_of_is_not_left_over() -> None:
    page = extract(PAGE.format("Why?", "Write <b>cold</b> packs &amp; rest."))
    assert WarningCode.LEFTOVER_ENTITIES not in [warning.code for warning in page.warnings]
