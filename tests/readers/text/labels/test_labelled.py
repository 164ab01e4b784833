"""Pages with labels: who asked, who answers, and where a reply begins that has no label."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.bare import without_other_letters
from extractor.readers.text.labels.labelled import bare_label_hits, label_hits, with_specialties
from extractor.readers.text.matcher import matcher_of
from extractor.sites.generic import LAYOUT

_LETTER = "Dear Dr. Rowe: My heel hurts in the morning. "
_ANSWER = "Answer: Rest it for two weeks."
PAGES = [
    (f"{_LETTER}What is it? - R.V.\n\nA spur.", {"first": "A spur."}),
    (f"{_LETTER}\n\nWhat is it?\n\n— Rosa V., Leeds\n\nA spur.", {"first": "A spur."}),
    ("Dear Dr. Rowe:\nMy heel hurts in the morning. What is it?\nDear Rosa,\nA spur.", {"first": "Dear Rosa,"}),
    (
        f"{_LETTER}What is it?\nRosa\nDear Rosa,\nA spur.\nBest wishes,\nDr. Anna Rowe",
        {"first": "Dear Rosa,", "byline": "Dr. Anna Rowe"},
    ),
    (f"{_LETTER}What is it?\nDear Rosa,\n" + "A spur is no illness.\n" * 200, {}),
    ("Question:\nDear Madam,\nMy heel hurts. What is it?", {}),
    (f"{_LETTER}What is it? R.V.\n\nA spur.", {}),
    (f"Question: What is it? - R.V.\n\n{_ANSWER}", {}),
    (
        f"My heel hurts. What is it?\n\nAnna Rowe\n\nPodiatrist\n{_ANSWER}",
        {"name": "Anna Rowe", "specialty": "Podiatrist"},
    ),
    (
        f"My heel hurts. What is it?\nRosa, Leeds, 34 years\n\nAnna Rowe\n\nPodiatrist\n{_ANSWER}",
        {"asker": "Rosa", "asker_location": "Leeds", "name": "Anna Rowe", "specialty": "Podiatrist"},
    ),
    (f"Question: What is it?\n\n{_ANSWER}\n\nDr. Anna Rowe", {"byline": "Dr. Anna Rowe"}),
    (f"Question: What is it?\n\n{_ANSWER}\n\nMUDr. Anna Rowe", {"byline": "MUDr. Anna Rowe"}),
    (f"Question: What is it?\n{_ANSWER}\nDr Anna Rowe, podiatrist", {"byline": "Dr Anna Rowe, podiatrist"}),
    (f"Question: What is it?\n{_ANSWER}\nDr Anna Rowe, my friend", {}),
    ("Dear Dr. Rowe: What is a spur?\nA bone.\nDear Dr. Rowe: Is it bad?\nNo.", {"first": "No."}),
    ("Dear Dr. Rowe: What is a spur?\nA bone.\nDear Dr. Vale: Is it bad?\nNo.", {}),
    ("Dear Dr. Rowe: What is a spur?\nA bone.\nDear Dr. Rowe: It is bad.\nNo.", {}),
    (f"Heels\nQ My heel hurts. What is it?\n{_ANSWER}", {"body": "My heel hurts. What is it?"}),
    (f"Heels\nQ What is a spur?\n{_ANSWER}", {}),
    (f"Q My heel hurts. What is it?\nQ My toe hurts. What is it?\n{_ANSWER}", {}),
    (
        f"Question: What is it?\n\n{_ANSWER}\n\nDr. Anna Rowe\n\nDayton, Ohio",
        {"byline": "Dr. Anna Rowe", "location": "Dayton, Ohio"},
    ),
    (
        f"Question: What is it?\n\n{_ANSWER}\n\nDr. Anna Rowe\n\nDayton Ohio",
        {"byline": "Dr. Anna Rowe", "location": "Dayton Ohio"},
    ),
    (f"Question: What is it?\n\n{_ANSWER}\n\nDr. Anna Rowe\n\nRowe Clinic", {"byline": "Dr. Anna Rowe"}),
    (f"Question: What is it?\n\n{_ANSWER}\n\nDayton, Ohio", {}),
    (
        f"Question: What is it?\n\n{_ANSWER}\n\nDr. Anna Rowe\nPodiatrist",
        {"byline": "Dr. Anna Rowe", "specialty": "Podiatrist"},
    ),
    (
        "My heel hurts. What is it?\n\nAnswer\nDr. Anna Rowe\nPodiatrist\nRest it.",
        {"body": "My heel hurts. What is it?", "byline": "Dr. Anna Rowe", "specialty": "Podiatrist"},
    ),
    ("What is a spur?\n\nAnswer\nDr. Anna Rowe\n\nRest it.", {"byline": "Dr. Anna Rowe"}),
    ("What is a spur?\n\nAnswer\nDr. Anna Rowe\nPodiatrist", {}),
    (f"Question: What is it?\n\nDr. Rowe\n\n{_ANSWER}", {"byline": "Dr. Rowe"}),
    (f"Question: Who is the boss of\nDr. Rowe\n{_ANSWER}", {}),
    (
        f"Question: What is it?\n— Rosa Vale, Leeds (UK)\n{_ANSWER}",
        {"asker": "Rosa Vale", "asker_location": "Leeds (UK)"},
    ),
    (
        f"Question: What is it?\nRosa Vale, Leeds (UK)\n{_ANSWER}",
        {"asker": "Rosa Vale", "asker_location": "Leeds (UK)"},
    ),
    (f"{_LETTER}What is it?\n\n— Tired of It\n\nA spur.", {"first": "A spur."}),
    (f"Question: What is it?\n\n{_ANSWER}\n\n{_ANSWER}\n\nDr. Anna Rowe", {}),
]
"""A page, and what its further marks say."""


@pytest.mark.parametrize(("page", "said"), PAGES)
def test_the_further_marks_of_a_page_with_labels(page: str, said: dict[str, str]) -> None:
    lines = split_lines(page)
    hits = matcher_of(LAYOUT).find(page, lines)
    found = label_hits(lines, [hit for hit in hits if hit.kind is not Kind.FURNITURE])
    assert {name: page[start:end] for hit in found for name, (start, end) in hit.groups.items()} == said


_ASKED = "Q My heel hurts. What is it?"


@pytest.mark.parametrize(
    ("page", "labels"),
    [
        (f"{_ASKED}\n\nA A spur.", 2),
        (f"{_ASKED}\n\nA Dear Rosa: A spur.\n\n{_ASKED}\n\nA Rest it.", 4),
        (f"{_ASKED}\n\nA Rest it.\n\n{_ASKED}", 3),
        (f"{_ASKED}\n\n{_ASKED}", 0),
        ("Q Why does my heel hurt?\n\nA Rest it.", 0),
        ("A Boston doctor said so.\n\nQ My heel hurts. What is it?", 0),
        ("My heel hurts.", 0),
        ("Q-My heel hurts. What is it?\n\nA-A spur.", 2),
        ("PREGUNTA Tengo un bulto. ¿Qué es?\n\nRESPUESTA DEL EXPERTO Es un quiste.", 2),
        ("(Q) Should I rest my heel, which hurts?\n\n(A) A spur.", 2),
        ("(Q) Should heels be rested?\n\n(A) A spur.", 0),
        ("(A) A spur, or\n(B) a heel of mine that hurts. What is it?", 0),
        ("Q-tips hurt my heel. What is it?\n\nA-frames do not.", 0),
    ],
)
def test_letters_alone_are_labels_if_they_take_turns_and_somebody_tells_of_himself(page: str, labels: int) -> None:
    assert len(bare_label_hits(split_lines(page))) == labels


@pytest.mark.parametrize(("asked", "labels"), [("My heel hurts. What is it?", 2), ("What is a heel?", 0)])
def test_a_letter_alone_is_a_label_if_somebody_tells_of_himself_below(asked: str, labels: int) -> None:
    found = bare_label_hits(split_lines(f"Heels\n\nQ\n\n{asked}\n\nA\n\nA spur."))
    assert [(hit.kind, hit.groups) for hit in found] == [(Kind.QUESTION, {}), (Kind.ANSWER, {})][:labels]


def test_a_label_without_a_colon_is_no_part_of_the_text() -> None:
    page = "Q – My heel hurts. What is it?\n\nANSWER A spur."
    told = [page[slice(*hit.groups["body"])] for hit in bare_label_hits(split_lines(page))]
    assert told == ["My heel hurts. What is it?", "A spur."]


@pytest.mark.parametrize(
    ("second", "titles"),
    [
        ("On toes", ["On heels", "On toes"]),
        ("And toes?", ["On heels", "And toes?"]),
        ("And toes...", ["On heels", "And toes..."]),
        ("On toes\n\nBy Ann Rowe\n\nMay 3, 2019 4 min read", ["On heels", "On toes"]),
        ("Toes are another matter.", []),
        ("On toes\nAnd nails", []),
    ],
    ids=["each has one", "one asks", "one leaves it open", "above a day", "a sentence", "a paragraph"],
)
def test_what_stands_alone_above_each_of_several_questions_is_their_title(second: str, titles: list[str]) -> None:
    page = f"On heels\n\nQ: My heel hurts. Why?\n\nA: A spur.\n\n{second}\n\nQ: My toe hurts. Why?\n\nA: A shoe."
    lines = split_lines(page)
    hits = label_hits(lines, matcher_of(LAYOUT).find(page, lines))
    assert [page[slice(*hit.groups["title"])] for hit in hits if hit.kind is Kind.TITLE] == titles


@pytest.mark.parametrize(
    ("below", "specialty"),
    [
        ("Podiatrist\nRest it.", "Podiatrist"),
        ("Podiatrist, Surgeon\nRest it.", "Podiatrist, Surgeon"),
        ("Podiatrist, my friend\nRest it.", None),
        ("Podiatrist", None),
    ],
    ids=["one", "two", "words", "nothing below"],
)
def test_specialties_stand_on_the_line_below_who_answers(below: str, specialty: str | None) -> None:
    text = f"My heel hurts. What is it?\nAnswered by Anna Rowe\n{below}"
    lines = split_lines(text)
    spans = [hit.groups.get("specialty") for hit in with_specialties(lines, matcher_of(LAYOUT).find(text, lines))]
    assert spans == [None if specialty is None else (text.index(specialty), text.index(specialty) + len(specialty))]


def test_titles_stand_close_above_labels_if_apart_from_what_is_above_them() -> None:
    page = "On heels\nQ: My heel hurts. Why?\nA: A spur.\n{}On toes\nQ: My toe hurts. Why?\nA: A shoe."
    for gap, titles in (("\n", 2), ("", 0)):
        lines = split_lines(page.format(gap))
        hits = label_hits(lines, matcher_of(LAYOUT).find(page.format(gap), lines))
        assert [hit.kind for hit in hits].count(Kind.TITLE) == titles


def test_initials_are_no_label_and_sign_each_question() -> None:
    page = "Q: Is it a spur?\n\nR.S.\n\nA: Yes.\n\nQ: And this?\n\nA. B., York\n\nA: No.\n\nRosa\n\nA: Never."
    lines = split_lines(page)
    hits = without_other_letters(lines, matcher_of(LAYOUT).find(page, lines))
    assert [hit.first for hit in hits] == [0, 2, 3, 5, 7]
    told = [page[slice(*hit.groups["asker"])] for hit in label_hits(lines, hits) if "asker" in hit.groups]
    assert told == ["R.S.", "A. B."]


def test_a_name_with_degrees_at_the_end_signs_the_answer() -> None:
    lines = split_lines(f"Question: My heel hurts. What is it?\n\n{_ANSWER}\n\nAnna Rowe, MD")
    hits = label_hits(lines, matcher_of(LAYOUT).find("\n\n".join([line.text for line in lines]), lines))
    assert [hit.first for hit in hits if hit.kind is Kind.BYLINE] == [len(lines) - 1]


@pytest.mark.parametrize(
    ("paragraphs", "first"),
    [(4, None), (12, 1), (40, None)],
)
def test_a_question_is_longer_above_the_only_label_of_a_page_than_without_one(
    paragraphs: int, first: int | None
) -> None:
    told = ["Sore heel", *["My heel hurts."] * paragraphs, "What can I do?", "Answer:", "Rest it."]
    lines = split_lines("\n\n".join(told))
    hits = label_hits(lines, matcher_of(LAYOUT).find("\n\n".join(told), lines))
    assert next((hit.first for hit in hits if hit.kind is Kind.QUESTION), None) == first
