"""Labels of questions and answers, in many languages."""

import re

import pytest

from extractor.layout import asked, labels

LINES = [
    ("question", "Question: Is it normal?", "Is it normal?"),
    ("question", "QUESTION\n", None),
    ("question", "Detailed Question:\n", None),
    ("question", "Patient’s Query: It hurts.", "It hurts."),
    ("question", "Domanda. Ho male.", "Ho male."),
    ("question", "Вопрос: Это опасно?", "Это опасно?"),
    ("question", "Frage:\n", None),
    ("question", "Q : Why?", "Why?"),
    ("answer", "RISPOSTA\n", None),
    ("answer", "Our Advice:\n", None),
    ("answer", "Ответ эксперта\n", None),
    ("answer", "Réponse : Non.", "Non."),
    ("answer", "Antwort: Nein.", "Nein."),
    ("answer", "A. No.", "No."),
    ("answer", "回答：不用。", "不用。"),
    ("question", "Question 3: Why?", "Why?"),
    ("question", "Q3. Why?", "Why?"),
    ("answer", "Answer #3: No.", "No."),
    ("answer", "Antwort Nr. 3: Nein.", "Nein."),
    ("question", "[Question] Why?", "Why?"),
    ("answer", "【回答】不用。", "不用。"),
    ("answer", "Answer — No.", "No."),
    ("answer", "الإجابــة\n", None),
    ("question", "Lezersvraag:\n", None),
]


@pytest.mark.parametrize(("kind", "line", "body"), LINES)
def test_a_label_alone_or_with_text_behind_it(kind: str, line: str, body: str | None) -> None:
    match = re.match(labels.labelled(kind), line)
    assert match is not None
    assert match["body"] == body


@pytest.mark.parametrize(
    "line", ["question: is it", "Questions\n", "The answer is no.\n", "Response times", "A lot\n", "A\n.I"]
)
def test_words_in_a_sentence_are_no_label(line: str) -> None:
    assert not re.match(labels.labelled("question"), line)
    assert not re.match(labels.labelled("answer"), line)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Doctor's Answers (2)", "2"),
        ("Answers (4)", "4"),
        ("2 Answers to “Can it grow back?”", "2"),
        ("3 ответа", "3"),
        ("1个回答", "1"),
        ("2 條醫生回覆", "2"),
        ("Risposte: 2", "2"),
        ("12 respostas de especialistas", "12"),
        ("2 Antworten von Ärzten", "2"),
        ("3 Answers from doctors", "3"),
        ("2 doctors answered", "2"),
        ("2 doctors weighed in:", "2"),
        ("ANSWERS FROM EXPERTS (3)", "3"),
        ("Ответы врачей (2)", "2"),
        ("Ответы юристов (2)", "2"),
        ("إجابات الأطباء على السؤال (2)", "2"),
        ("2件の回答", "2"),
        ("2 απαντήσεις ειδικών", "2"),
        ("2 risposte degli specialisti", "2"),
        ("4 medici hanno risposto", "4"),
    ],
)
def test_the_number_of_answers(line: str, count: str) -> None:
    found = [match["count"] for pattern in labels.count_patterns() if (match := re.fullmatch(pattern, line))]
    assert found == [count]


def test_question_and_answer_on_one_line() -> None:
    match = re.fullmatch(
        labels.on_one_line(), "Question: I wait and wait. How long? Answer: Until month five at least."
    )
    assert match is not None
    assert (match["question"], match["first"]) == ("I wait and wait. How long?", "Until month five at least.")


@pytest.mark.parametrize(
    ("line", "is_read"),
    [
        ("Q. I wait and wait. How long? A. Until month five at least.", True),
        ("Dr. Anna Rowe Q & A. Q. I wait and wait. How long? A. Until month five at least.", True),
        ("Q. I take vitamin A. How long do I have to take it?", False),
        ("I asked Dr. Rowe. Q. How long? A. Until month five at least.", False),
    ],
)
def test_letters_with_points_on_one_line(line: str, is_read: bool) -> None:  # noqa: FBT001 - a table's column
    match = re.fullmatch(labels.on_one_line(), line)
    assert (match is not None) is is_read
    assert match is None or (match["question"], match["first"]) == (
        "I wait and wait. How long?",
        "Until month five at least.",
    )


@pytest.mark.parametrize(
    ("text", "is_read"),
    [
        ("Our question this week was:\n\nIt hurts.", True),
        ("The following question was sent to a vet of the desk:\n\nQ\n\nIt hurts.", True),
        ("Today's question comes from a reader: It hurts.", False),
        ("The big question is:\nWho pays?", False),
        ("The question was never answered.", False),
    ],
)
def test_a_line_that_announces_a_question(text: str, is_read: bool) -> None:  # noqa: FBT001 - a table's column
    match = re.match(asked.introduced(), text)
    assert (match is not None) is is_read
    assert match is None or match[0].endswith("Q") is ("\nQ\n" in text)


@pytest.mark.parametrize(
    ("kind", "line", "is_label"),
    [
        ("answer", "Our vet says:", True),
        ("answer", "EXPERT ANSWERED:", True),
        ("answer", "The Pharmacist's Reply", True),
        ("answer", "Doctor answers\n", False),
        ("answer", "Risponde il ginecologo:", True),
        ("answer", "Unsere Hebamme antwortet", True),
        ("answer", "L’esperto risponde", True),
        ("answer", "Respuesta del Médico", True),
        ("answer", "Risponde il neurologo", True),
        ("answer", "Answer from our vet:", True),
        ("answer", "il medico risponde", False),
        ("question", "Question from our client:", True),
        ("question", "A viewer wrote:", True),
        ("question", "user's question", False),
    ],
)
def test_labels_that_say_who_asks_or_answers(kind: str, line: str, is_label: bool) -> None:  # noqa: FBT001 - a table's column
    assert (re.match(labels.labelled(kind), line + "\n") is not None) is is_label


@pytest.mark.parametrize(("line", "is_head"), [("Doctors' Responses", True), ("The doctors' answers vary", False)])
def test_what_stands_above_all_answers(line: str, is_head: bool) -> None:  # noqa: FBT001 - a table's column
    assert (re.fullmatch(labels.above_answers(), line) is not None) is is_head


def test_labels_in_capitals_are_words_and_no_abbreviations() -> None:
    assert re.fullmatch(labels.in_capitals("question"), "PREGUNTA")
    assert not re.fullmatch(labels.in_capitals("answer"), "ANS")


@pytest.mark.parametrize(
    ("line", "byline", "body"),
    [
        ("Réponse du Dr Ada Rowe : Non.", "Dr Ada Rowe", "Non."),
        ("Odpowiedź: lek. Ada Rowe\n", "lek. Ada Rowe", None),
        ("Antwoord van dr. Ada Rowe, huisarts:\n", "dr. Ada Rowe, huisarts", None),
        ("Answer: Dr. Rowe told you so.\n", None, "Dr. Rowe told you so."),
        ("Answer: Ada Rowe\n", None, "Ada Rowe"),
    ],
)
def test_the_label_of_an_answer_with_who_answers(line: str, byline: str | None, body: str | None) -> None:
    match = re.match(labels.labelled("answer"), line)
    assert (match and match["byline"], match and match["body"]) == (byline, body)


def test_what_stands_above_the_answers_that_are_not_the_best() -> None:
    assert re.fullmatch(labels.other_answers(), "Other Answers (3)")
    assert not re.fullmatch(labels.other_answers(), "Other answers are longer")


def test_a_title_may_stand_in_front_of_a_question_and_its_answer() -> None:
    match = re.match(labels.on_one_line(), "A heel that hurts Q: My heel hurts. Why? A: It is a spur, I think.")
    assert match is not None
    assert match["title"] == "A heel that hurts"
