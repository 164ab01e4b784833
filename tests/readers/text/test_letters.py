"""Letters: where a reply without a label begins."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.letters import letter_hits, reply_below_question, reply_below_title

LETTERS = [
    ("My heel hurts in the morning. What can I do?\nDear Rosa,\nRest it for two weeks.", None, "Dear Rosa,"),
    (
        "Heel pain\n\nMy heel hurts. What is it, and should I worry?\n\nRosa V.\n\nHello!\n\nA spur.",
        "Rosa V.",
        "Hello!",
    ),
    (
        "Salve, ho male al piede da un mese. Che fare? Grazie.\nGentile signora, riposi.",
        None,
        "Gentile signora, riposi.",
    ),
    ("Ich habe seit Wochen Schmerzen im Fuß. Was tun?\nLiebe Frau Kern,\nschonen Sie ihn.", None, "Liebe Frau Kern,"),
    (
        "My heel hurts when I run. Is that bad?\nby Rosa\nNo. It will pass in a month.",
        None,
        "No. It will pass in a month.",
    ),
    ("My heel hurts when I run. Is that bad?\n\nF, 49, Oregon\n\nNo. It will pass.", None, "No. It will pass."),
    ("My heel hurts when I run. Is that bad? R.V., Leeds", None, None),
    ("Dear Rosa,\nMy heel hurts as well. What do you do about it?\nDear Ann,\nNothing.", None, None),
    ("My heel hurts. What can I do about it now?\nDear Doctor,\nI forgot the rest.", None, None),
    ("The best shoes of the year. Which to buy?\nby Rosa Vane\nWe tried nine pairs.", None, None),
    ("My heel hurts. What can I do about it?\nDear Rosa, rest.\nDear Rosa, run.", None, None),
    ("My heel hurts. What can I do about it?\n\nWhat we say\n\nDear Rosa, rest.", None, "Dear Rosa, rest."),
    ("My heel hurts. What can I do about it?\n\nDear Rosa, rest.\n\nRun it off\n\nIt goes away.", None, None),
]
"""A page, who asked if a paragraph says so, and the line that begins the reply."""


def test_a_name_set_apart_from_the_question_is_of_who_answers() -> None:
    lines = split_lines("My heel hurts in the morning. What can I do?\n\n\n\nIda Roth\n\nDear reader,\n\nRest it.")
    assert [sorted(hit.groups) for hit in letter_hits(lines)] == [["name"], ["first"]]


@pytest.mark.parametrize(("text", "asker", "reply"), LETTERS)
def test_the_parts_of_a_letter(text: str, asker: str | None, reply: str | None) -> None:
    lines = split_lines(text)
    found = {name: lines[hit.first].text for hit in letter_hits(lines) for name in hit.groups if name != "body"}
    assert found == {name: line for name, line in (("asker", asker), ("first", reply)) if line}


@pytest.mark.parametrize(
    ("above", "questions"),
    [
        ("My heel hurts in the morning. What can I do?", 1),
        ("What can I do about my heel in the morning?", 0),
        ("Heel pain\n\nMy heel hurts in the morning. What can I do?", 0),
    ],
    ids=["tells and asks", "only asks", "below a title"],
)
def test_the_only_paragraph_above_a_reply_is_the_question_if_it_tells_and_asks(above: str, questions: int) -> None:
    hits = letter_hits(split_lines(f"{above}\n\nDear Rosa,\n\nRest it for two weeks."))
    assert sum(hit.kind is Kind.QUESTION for hit in hits) == questions
    assert hits


ASKED = "Every time I drink cold water I get hiccups for half an hour, and it has been so since I was a child. What can I do?"
ONLY_ASKED = "What can I do about the hiccups that cold water gives me for half an hour whenever I drink a glass of it?"
TOLD_OF_ALL = "The cold water makes the stomach jump, and the nerve beside it sets off what lies above it, no more."
TOLD = "You can hold your breath for ten seconds or swallow sugar. If your hiccups last for two days you should see a doctor."


@pytest.mark.parametrize(
    ("lines", "seam"),
    [
        ([ASKED, TOLD], 1),
        (["Hiccups", ASKED, TOLD, "They mostly go away by themselves."], 2),
        ([ASKED, TOLD_OF_ALL], 1),
        ([ONLY_ASKED, TOLD_OF_ALL], None),
        ([ONLY_ASKED, f"Hello! {TOLD_OF_ALL}"], 1),
        (["What is it?", ASKED, TOLD_OF_ALL], None),
        (
            ["What can be done about hiccups that come with cold water and that last for half an hour or so?", TOLD],
            None,
        ),
        ([ASKED], None),
        ([ASKED, TOLD, "Do you mean me?"], None),
    ],
)
def test_a_reply_is_told_by_its_persons(lines: list[str], seam: int | None) -> None:
    assert reply_below_question(split_lines("\n\n".join(lines))) == seam


TOLD = "It is mostly a spur, and that goes away within a year if you rest the foot and wear a soft sole."


@pytest.mark.parametrize(
    ("title", "told", "is_one"),
    [
        ("My heel has hurt for a month. Is it a spur?", TOLD, True),
        ("Hurts in the morning, above all on stairs. A spur?", TOLD, True),
        ("Heel pain. Is it a spur?", TOLD, False),
        ("I ran on a hard road last week and now limp, is it a spur?", TOLD, True),
        ("If I ran on a hard road last week and limp, is it a spur?", TOLD, False),
        ("What is a spur of the heel?", TOLD, False),
        ("What is a spur of the heel?", f"Good question! {TOLD}", True),
        ("What is a spur of the heel?", f"{TOLD} I hope this helps. Dr. Rowe", True),
        ("What is a spur of the heel?", f"{TOLD}\nDr. Ann Rowe", True),
        ("What is a spur of the heel", f"{TOLD} Dr. Rowe", False),
        ("My heel has hurt for a month. Is it a spur?", "Yes, it is.", False),
        ("My heel has hurt for a month. Is it a spur?", f"{TOLD}\nHow long does it last?\n{TOLD}", False),
        ("Gostaria de saber se posso correr?", TOLD, True),
    ],
)
def test_a_reply_below_a_line_that_says_what_is_the_matter_or_that_a_doctor_signs(
    title: str,
    told: str,
    is_one: bool,  # noqa: FBT001 - a table's column
) -> None:
    assert reply_below_title(split_lines(f"{title}\n{told}")) == (1 if is_one else None)
