"""Chats: the reply greets who spoke before it."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.letters.chats import chat_hits, speaker_of

ASKED = "Rosa: My heel hurts. What can I do?"


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        (
            f"Chat of May 3\n\n{ASKED}\n\nDr. Rowe: Hi Rosa, rest it.",
            ["Rosa", "My heel hurts. What can I do?", "Dr. Rowe", "Hi Rosa, rest it."],
        ),
        (f"{ASKED}\n\nIda Rowe: Hi Nora, rest it.", []),
        (f"{ASKED}\n\nRosa: Hi Rosa, rest it.", []),
        (f"{ASKED}\n\nIda Rowe: Rest it.", []),
        (f"{ASKED}\n\nHi Rosa, rest it.", []),
    ],
    ids=["a reply", "to another", "by herself", "to nobody", "of nobody"],
)
def test_a_reply_greets_who_asked(page: str, parts: list[str]) -> None:
    spans = [span for hit in chat_hits(split_lines(page)) for span in hit.groups.values()]
    assert [page[slice(*span)] for span in spans] == parts


@pytest.mark.parametrize(
    ("asked", "parts"),
    [
        ("wren_44: My heel hurts. Why?", ["wren_44", "My heel hurts. Why?", "Dr. Rowe", "Rest it."]),
        ("Reader: My heel hurts.\n\nWhy?", ["My heel hurts.", "Dr. Rowe", "Rest it."]),
        ("Host: Why does a heel hurt?", []),
        ("Host: I am glad to see you.", []),
        ("Dr. Penn: My heel hurts. Why?", []),
    ],
    ids=["a handle", "no name", "no asker", "no question", "a doctor"],
)
def test_a_doctor_answers_who_tells_of_himself(asked: str, parts: list[str]) -> None:
    page = f"{asked}\n\nDr. Rowe: Rest it."
    spans = [span for hit in chat_hits(split_lines(page)) for span in hit.groups.values()]
    assert [page[slice(*span)] for span in spans] == parts


def test_a_title_in_front_of_a_handle_is_no_part_of_the_name() -> None:
    page = f"{ASKED}\n\nSpeaker_-_Dr__Ada_Rowe: Rest it."
    [_, reply] = chat_hits(split_lines(page))
    assert page[slice(*reply.groups["byline"])] == "Ada_Rowe"


def test_nobody_answers_who_asks_last() -> None:
    page = f"{ASKED}\n\nDr. Rowe: Rest it.\n\nNora: And I?"
    assert [hit.kind for hit in chat_hits(split_lines(page))] == [Kind.QUESTION, Kind.ANSWER, Kind.QUESTION]
    assert len(chat_hits(split_lines(page.removesuffix("?")))) == 2


def test_a_reply_is_no_question_to_be_replied_to() -> None:
    page = f"{ASKED}\n\nDr. Rowe: Hi Rosa, rest it.\n\nRosa: Hi Dr. Rowe, thanks!\n\nNora: Hi Rosa, I limp too."
    assert [hit.first for hit in chat_hits(split_lines(page))] == [0, 1, 2, 3]
    assert [hit.first for hit in chat_hits(split_lines(page.rpartition("\n")[0]))] == [0, 1]


def test_a_sentence_is_no_speaker() -> None:
    assert speaker_of("rest it: it heals") is None
    assert speaker_of("What is it? I: know") is None
