"""Columns of letters: the reply greets the signature of the letter above it."""

from unittest.mock import patch

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.letters import mailbag
from extractor.readers.text.letters.mailbag import mailbag_hits, with_letters
from extractor.readers.text.letters.salutations import salutation_end
from extractor.readers.text.matcher import matcher_of
from extractor.sites.generic import LAYOUT

LETTER = "Dear Nora: My heel hurts in the morning. What can I do?"
PAGES = [
    (f"{LETTER} — Limping in Leeds\n\nDear Limping: Rest it.", 1),
    (f"{LETTER} -- R.V.\n\nDear R.V.: Rest it.", 1),
    (f"{LETTER}\n\n— Spur or sprain?\n\nDear Spur or sprain, Rest it.", 1),
    (f"{LETTER}\n\n- Limping in Leeds\n\nLimping: Rest it.\n\n{LETTER}\n\n— Lame\n\nDear Lame: Run.", 2),
    ("My heel hurts. What can I do? – Rosa\n\nRosa – Rest it.", 1),
    (f"{LETTER} Rosa V., Leeds\n\nRosa, rest it.", 1),
    (f"{LETTER} Rosa V., Leeds\n\nHowever, rest it.", 0),
    (f"{LETTER} — Limping in Leeds\n\nDear Nora: Rest it.", 0),
    (f"{LETTER}\nYours truly,\nLimping in Leeds\nDear Limping:\nRest it.", 1),
    (f"{LETTER}\nAnd now\nLimping in Leeds\nDear Limping:\nRest it.", 0),
    (f"{LETTER}\n\nDear Limping: Rest it.", 0),
    (f"{LETTER}\n\nDear Reader: Rest it.\n\n{LETTER}\n\nDear Reader: Run.", 2),
    ("My heel hurts. What can I do?\n\nDear Reader: Rest it.", 0),
    (f"{LETTER} – Rosa V., Leeds\n\nRest it for two weeks.", 1),
    ("Dear Nora: My heel hurts. – Rosa V., Leeds\n\nRest it for two weeks.", 0),
    ("Dear Nora: My heel hurts.\n\nWhat can I do? – R.V.\n\nRest it for two weeks.", 1),
    ("Dear Nora » My heel hurts. What can I do?\n\n— R.V.\n\nDear Reader » Rest it.", 1),
    ("Dear Dr. Rowe: I rest my heel. – R.V.\n\nRest it for two weeks.", 1),
    ("Dear Dr. Rowe: Heels should be rested. – R.V.\n\nRest it for two weeks.", 0),
    (f"{LETTER} — Dr. Rowe\n\nDear Dr. Rowe: Rest it.", 0),
    (f"{LETTER}\n\nLimping in Leeds\n\nDear Limping: Rest it.", 1),
    (f"{LETTER}\n\nLimping in Leeds\n\nLimping: Rest it.", 0),
    (f"{LETTER}\n\nLimping in Leeds\n\nDear Lame: Rest it.", 0),
    (f"{LETTER}\n\nOne Of A Lame Family\n\nHey One Of A Lame Family,\n\nRest it.", 1),
    ("Dear Dr. Rowe: I limp. – R.V.\nDear Dr. Rowe: I limp as well. – S.T.\nRest it for two weeks.", 1),
    ("Rosa and her heel\n\nDear Rosa: My heel hurts. What can I do?", 0),
    (f"{LETTER} I walk.\n\nNora says: Rest it.", 1),
    (f"{LETTER} I walk.\n\nNORA: Rest it.", 1),
    (f"{LETTER} I walk.\n\nNote: Rest it.", 0),
    (f"{LETTER} I walk.\n\nNora Responds\n\nRest it.", 1),
    (f"{LETTER} I walk.\n\nLars Responds\n\nRest it.", 0),
    (f"{LETTER.replace('Nora', 'Nora Kay')} I walk.\n\nNora says: Rest it.", 1),
    (f"{LETTER}\n— Limping in Leeds\n\nPhoto: A. Vane\n\nDear Limping,\nRest it.", 1),
    (f"{LETTER}\n— Limping in Leeds\n\nThe heel heals.\n\nDear Limping,\nRest it.", 0),
    (f"{LETTER}\n\nLimping in Leeds, Mass.\n\nDear Limping: Rest it.", 1),
    (f"{LETTER} Regards, limping in Leeds\n\nDear limping, Rest it.", 1),
    (f"{LETTER} Regards, limping in Leeds\n\nDear lame, Rest it.", 0),
    (f"{LETTER}\n_ Limping\n\nDear Limping: Rest it.", 1),
    (f"{LETTER}\nThanks, limping\n\nA caption\n\nAda Vale, for Nora:\n\nDear limping,\nRest it.", 1),
    ("DR. ROWE: I limp. — Limping, via mail\nLIMPING: Rest it.\nDR. ROWE: My toe", 1),
    ("Dr. Rowe: I limp.\n\nLimping\n\nNobody: Rest it.", 0),
    ("I limp and have no question.\n\nLimping\n\nDear Limping: Rest it.", 1),
    ("Opening hours\n\n— Rosa Vane, Leeds\n\nRosa: at the desk.", 0),
    (f"{LETTER}\n\nGentle Reader: Rest it.", 1),
    (f"{LETTER}\n\nDear Gentle Reader: Rest it.", 1),
    (f"{LETTER}\n\nDear Lame: Rest it.\n\n{LETTER}", 1),
    (f"{LETTER}\n\nDear Lame: Rest it.\n\nDear Lars: Run.", 0),
    ("Dear Nora: It is late. Our cat limps. Do help us.  Lars\n\nDear Lars: Mend it.", 1),
    ("Dear Nora,\n\nMasakit ang sakong ko.\n\nOscar\n\nDear Oscar,\n\nMagpahinga.", 1),
    ("Dear Nora,\n\nMasakit ang sakong ko.\n\nOscar\n\nDear Belen,\n\nMagpahinga.", 0),
    ("Our cat limps. Should I worry? Mirella (Asti)\nDear Mirella,\nRest it.", 1),
    ("DEAR NORA: My heel hurts. What can I do?\nLIMPING IN LEEDS\nDEAR LIMPING: Rest it.", 1),
]
"""A page, and how many of its letters are answered."""


@pytest.mark.parametrize(("page", "answered"), PAGES)
def test_letters_that_are_answered(page: str, answered: int) -> None:
    assert sum(hit.kind is Kind.ANSWER for hit in mailbag_hits(split_lines(page))) == answered


def test_who_speaks_in_front_of_a_reply_is_who_answers() -> None:
    page = f"{LETTER} I walk.\n\nNora says: Rest it."
    told = mailbag_hits(split_lines(page))[-1].groups
    assert {name: page[slice(*span)] for name, span in told.items()} == {"byline": "Nora", "first": "Rest it."}
    below = mailbag_hits(split_lines(page.replace(": Rest", ":\n\nRest")))[-1].groups
    assert {name: page[slice(*span)] for name, span in below.items()} == {"byline": "Nora"}


def test_a_column_may_begin_with_its_title_and_end_with_a_letter_without_a_reply() -> None:
    page = f"Dear Nora: On heels\n\n{LETTER} — Lame\n\nDear Lame: Run.\n\nDear Nora: Last week you"
    lines = split_lines(page)
    column = mailbag_hits(lines)
    assert [(hit.kind, hit.first) for hit in column] == [(Kind.QUESTION, 1), (Kind.ANSWER, 2), (Kind.QUESTION, 3)]


def test_a_title_that_greets_who_wrote_the_column_is_no_letter() -> None:
    page = "Dear Nora: On heels\n\nNora Pell\n\nDear Nora,\n\nWhat helps?\n\nLame\n\nDear Lame,\n\nRun."
    assert [(hit.kind, hit.first) for hit in mailbag_hits(split_lines(page))] == [
        (Kind.QUESTION, 2), (Kind.META, 4), (Kind.ANSWER, 5),
    ]  # fmt: skip


def test_a_letter_is_without_salutation_and_signature() -> None:
    page = f"A column\n\n{LETTER}\n\n— Limping in Leeds\n\nDear Limping: Rest it."
    said = {
        name: page[start:end] for hit in mailbag_hits(split_lines(page)) for name, (start, end) in hit.groups.items()
    }
    assert said == {
        "body": "My heel hurts in the morning. What can I do?",
        "asker": "Limping in Leeds",
        "first": "Dear Limping: Rest it.",
    }


@pytest.mark.parametrize("exchange", ["My heel hurts. - Rosa\nRosa: yes\n", "It hurts. - Rosa\nRosa: yes\n"])
def test_each_line_of_a_long_page_is_looked_at_a_few_times(exchange: str) -> None:
    lines = split_lines("Welcome to all.\n" + exchange * 500)
    with patch.object(mailbag, "salutation_end", side_effect=salutation_end) as looked:
        assert mailbag_hits(lines) == []
    assert len(lines) / 2 < looked.call_count < 5 * len(lines)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Dear Ms. Burrow: My heel hurts.\nAnswer: Rest it.", [Kind.QUESTION, Kind.ANSWER]),
        ("Dear Ann: It hurts.\nA: Rest it.\nDear Ann: It itches.\nA: Cool it.", [Kind.QUESTION, Kind.ANSWER] * 2),
        ("Dear Ann: It hurts.\nA: Rest it.\nDear Bob: It itches.\nA: Cool it.", [Kind.ANSWER] * 4),
        ("Dear Customer: It hurts.\nAnswer: Rest it.", [Kind.ANSWER, Kind.ANSWER]),
        ("Answer: Rest it.\nDear Ann: Cool it.", [Kind.ANSWER] * 2),
        ("Question: It hurts.\nDear Ann: Rest it.\nAnswer: Cool it.", [Kind.QUESTION, Kind.ANSWER, Kind.ANSWER]),
    ],
    ids=["one", "several", "to others", "to a customer", "below a label", "below a question"],
)
def test_letters_above_labels_of_answers_are_questions(text: str, kinds: list[Kind]) -> None:
    lines = split_lines(text)
    hits = with_letters(lines, matcher_of(LAYOUT).find(text, lines))
    assert [hit.kind for hit in hits] == kinds


@pytest.mark.parametrize(
    ("signature", "is_one"), [("Limping in Leeds", True), ("Best regards,\nLimping in Leeds", False), ("Rosa", False)]
)
def test_who_signs_directly_below_a_sentence_is_greeted_in_the_same_words(signature: str, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    page = f"Dear Doctor:\n\nMy heel hurts. What can I do?\n{signature}\n\nDear Limping in Leeds,\n\nRest it."
    assert any("asker" in hit.groups for hit in mailbag_hits(split_lines(page))) is is_one


def test_what_stands_between_a_signature_and_the_reply_is_who_answers_or_a_caption() -> None:
    lines = split_lines(f"{LETTER}\nThanks, limping\nA caption\nAda Vale:\nDear limping, rest it.")
    kinds = [Kind.QUESTION, Kind.META, Kind.FURNITURE, Kind.BYLINE, Kind.ANSWER]
    assert [hit.kind for hit in mailbag_hits(lines)] == kinds
