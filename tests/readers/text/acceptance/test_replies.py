"""Replies that nothing but persons part from the question."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.acceptance.replies import (
    reply_below_closing,
    reply_below_line,
    reply_below_question,
    reply_below_title,
    reply_set_apart,
    reply_that_greets,
    reply_to_told,
    reply_with_thanks,
)

ASKED = "Every time I drink cold water I get hiccups for half an hour, and it has been so since I was a child. What can I do?"
ONLY_ASKED = "What can I do about the hiccups that cold water gives me for half an hour whenever I drink a glass of it?"
MINE = "I have limped since I ran in May, and my heel is warm in the morning when I get up and walk."
YOURS = "You should rest it for two weeks, and put a soft sole into your shoe, until you can walk again."
TOLD_OF_ALL = "The cold water makes the stomach jump, and the nerve beside it sets off what lies above it, no more."
TOLD = "You can hold your breath for ten seconds or swallow sugar. If your hiccups last for two days you should see a doctor."


@pytest.mark.parametrize(
    ("lines", "seam"),
    [
        ([ASKED, TOLD], 1),
        (["Hiccups", ASKED, TOLD, "They mostly go away by themselves."], 2),
        ([f"Hello, {MINE} Why?", f"Hello, {YOURS}", "Come back if it hurts. Kind regards"], 1),
        ([ASKED, TOLD_OF_ALL], 1),
        ([ONLY_ASKED, TOLD_OF_ALL], None),
        ([ONLY_ASKED, f"Hello! {TOLD_OF_ALL}"], 1),
        (["What is it?", ASKED, TOLD_OF_ALL], None),
        (["Ducks", "We have a duck at school who hiccups. Why is this, and what can be done about it?", TOLD], 2),
        (["Ducks", "We have ducks that you may visit. Why is it best to book, and what can be seen?", TOLD], None),
        (
            ["What can be done about hiccups that come with cold water and that last for half an hour or so?", TOLD],
            None,
        ),
        ([ASKED], None),
        ([ASKED, TOLD, "Do you mean me?"], 1),
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


CASE = "My rabbit has sneezed in fits of five since we moved house three weeks ago, and I worry about the new hay."
REPLY = (
    "A rabbit that sneezes may only have dust in her nose, so shake your hay out of doors before you give it to her."
)


@pytest.mark.parametrize(
    ("paragraphs", "seam"),
    [
        ([CASE, "Thank you for writing.", REPLY, "Dr. Rowe"], 1),
        (["Sneezing", CASE, "Hello! Thank you for writing.", REPLY, "Dr. Rowe"], 2),
        ([CASE, "Thank you for writing.", REPLY, "Ann"], None),
        ([CASE, REPLY, "Dr. Rowe"], None),
        (["Rabbits", "Thank you for writing.", REPLY, "Dr. Rowe"], None),
    ],
    ids=["below the question", "below a title too", "no doctor", "no thanks", "nobody tells"],
)
def test_a_reply_that_thanks_below_somebody_who_asks_nothing(paragraphs: list[str], seam: int | None) -> None:
    assert reply_with_thanks(split_lines("\n\n".join(paragraphs))) == seam


@pytest.mark.parametrize(
    ("paragraphs", "seam"),
    [
        ([CASE, "Dear Nora,", REPLY], 1),
        (["Sneezing", CASE, f"Hi Nora! {REPLY}"], 2),
        ([CASE, f"Dear Nora, thank you for your question. {REPLY}"], 1),
        ([CASE, f"Dear Nora, thank you for your kind words. {REPLY}"], None),
        ([CASE, "Dear Doctor,", REPLY], None),
        ([REPLY, "Dear Nora,", CASE], None),
        ([CASE, f"I am sorry to hear of it. {REPLY}"], 1),
    ],
    ids=[
        "below the question",
        "below a title too",
        "for the question",
        "a review",
        "a doctor",
        "nobody tells",
        "sorry",
    ],
)
def test_a_reply_that_greets_somebody_who_asks_nothing(paragraphs: list[str], seam: int | None) -> None:
    assert reply_that_greets(split_lines("\n\n".join(paragraphs))) == seam


@pytest.mark.parametrize(
    ("paragraphs", "seam"), [([CASE, REPLY], 1), ([REPLY, CASE], None), ([CASE], None), (["My heel.", REPLY], None)]
)
def test_a_reply_to_somebody_who_tells(paragraphs: list[str], seam: int | None) -> None:
    assert reply_to_told(split_lines("\n\n".join(paragraphs))) == seam


def test_a_letter_without_a_question_mark_begins_with_a_greeting_and_thanks_in_advance() -> None:
    asked = CASE.replace("My", "Hello! My") + " Thanks in advance."
    assert reply_below_question(split_lines(f"{asked}\n\n{REPLY}")) == 1
    assert reply_below_question(split_lines(f"{CASE} Thanks in advance.\n\n{REPLY}")) is None


def test_a_pseudonym_ends_the_question_although_the_reply_asks() -> None:
    reply = f"{REPLY} Is yours dusty?"
    assert reply_below_question(split_lines(f"{CASE} Is it a cold?\n\n— Dusty in the Barn\n\n{reply}")) == 2
    assert reply_below_question(split_lines(f"{CASE} Is it a cold?\n\nDusty\n\n{reply}")) is None


def test_a_letter_to_a_doctor_has_a_reply_with_headings() -> None:
    reply = f"{REPLY}\n\nHay and dust\n\n{REPLY}"
    assert reply_below_question(split_lines(f"Hello Dr Rowe,\n\n{CASE} Is it a cold?\n\n{reply}")) == 2
    assert reply_below_question(split_lines(f"Hello,\n\n{CASE} Is it a cold?\n\n{reply}")) is None


def test_links_that_ask_below_a_reply_are_no_part_of_the_question() -> None:
    links = "Any thoughts?\n\nSign in"
    assert reply_below_question(split_lines(f"{CASE} Is it a cold?\n\n{REPLY}\n\n{links}")) == 1
    assert (
        reply_below_question(split_lines(f"{CASE} Is it a cold?\n\n{REPLY}\n\nHow do you feed a rabbit?\n\nHay."))
        is None
    )


def test_a_quoted_question_in_a_reply_asks_nothing() -> None:
    reply = f"{REPLY} You may say, “Is it dusty?”"
    assert reply_below_question(split_lines(f"{CASE} Is it a cold?\n\n{reply}")) == 1
    assert reply_below_question(split_lines(f"{CASE} Is it a cold?\n\n{reply} Or is it?")) is None


@pytest.mark.parametrize(
    ("page", "seam"),
    [
        (f"Why do I limp?\n\n{MINE}\n\n\n{YOURS}\n\n{YOURS}", 2),
        (f"Why do I limp?\n\n{MINE}\n\nAnn, expert\n\n\n{YOURS}", 3),
        (f"Why do I limp?\n\n{MINE}\n\n{YOURS}", None),
        (f"Why do I limp?\n\n{MINE}\n\n\n{YOURS}\n\n\n{YOURS}", None),
        (f"Why do I limp?\n\n{YOURS}\n\n\n{MINE}", None),
        (f"On limping\n\n{MINE}\n\n\n{YOURS}", None),
    ],
    ids=["apart", "below a name", "not apart", "several gaps", "the other way", "without a question mark"],
)
def test_a_reply_stands_below_the_only_wide_gap(page: str, seam: int | None) -> None:
    assert reply_set_apart(split_lines(page)) == seam


def test_a_letter_in_quotation_marks_asks_itself() -> None:
    told = [f"“{MINE} What can I do about it?”", YOURS]
    assert [reply_below_question(split_lines("\n".join(lines))) for lines in (told, told[::-1])] == [1, None]


def test_a_reply_that_greets_a_stranger_closes_no_question() -> None:
    asked = "Здравствуйте, доктор! Уже год хрустит шея, но боли нет никакой. Это опасно?\nСпасибо, Рената"
    told = "Рената, здравствуйте! Хруст без боли совсем не опасен, вставайте каждый час.\nС уважением, врач Леонид"
    assert reply_below_question(split_lines(f"Хруст в шее\n{asked}\n{told}")) == 3


@pytest.mark.parametrize(
    ("lines", "seam"),
    [
        ([ASKED, "A duck keeper", YOURS], 2),
        ([f"Hello Nora, {MINE}", "REST IT, ROSA.", YOURS], 2),
        ([MINE, "A duck keeper", YOURS], None),
        ([ASKED, "A duck keeper", MINE], None),
        ([ASKED, "A duck keeper", YOURS, "What helps", YOURS], None),
        ([ASKED, "It is so.", YOURS], None),
        (
            [
                "The heel of the boy is warm in the morning, and he has limped since the games in May.",
                "Rosa, 34 years",
                YOURS,
            ],
            2,
        ),
    ],
)
def test_a_reply_is_told_by_the_only_short_line_above_it(lines: list[str], seam: int | None) -> None:
    assert reply_below_line(split_lines("\n\n".join(lines))) == seam


@pytest.mark.parametrize(
    ("closing", "reply", "seam"),
    [
        ("Please help.", REPLY, 2),
        ("It is odd.", REPLY, None),
        ("Please help.", REPLY.replace("your", "the")[:-40], None),
    ],
    ids=["closes", "goes on", "speaks to nobody"],
)
def test_a_reply_below_what_closes_and_asks_nothing(closing: str, reply: str, seam: int | None) -> None:
    assert reply_below_closing(split_lines(f"Sneezing\n\n{CASE} {closing}\n\n{reply}")) == seam
