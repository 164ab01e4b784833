"""Letters: where a reply without a label begins."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.letters.letter import asker_above, letter_above, letter_hits

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
    (
        "My heel hurts when I run. Is that bad?\n\nRosa Vane, Ealing, West London.\n\nNo. It will pass.",
        "Rosa Vane, Ealing, West London.",
        "No. It will pass.",
    ),
    ("My heel hurts when I run. Is that bad?\n\nRosa Vane, Leeds\n\nNo. It will pass.", None, None),
    ("My heel hurts when I run. It is bad.\n\nRosa Vane, Ealing, West London.\n\nNo. It will pass.", None, None),
    ("My heel hurts when I run. Is that bad? R.V., Leeds", None, None),
    ("Dear Rosa,\nMy heel hurts as well. What do you do about it?\nDear Ann,\nNothing.", None, "Dear Ann,"),
    ("Dear Rosa,\nyour heel hurts. What can you do about it?\nDear Ann,\nNothing.", None, None),
    ("Dear Dr. Rowe,\nmy heel hurts. Tired Runner.\nDear Tired Runner.\nRest it.", None, "Dear Tired Runner."),
    ("Soțul meu sforăie de doi ani. Nu știu ce să mai fac cu el.\nDraga mea,\nodihnește-te.", None, "Draga mea,"),
    ("Soțul meu sforăie de doi ani. Nu vorbesc despre asta.\nDraga mea,\nodihnește-te.", None, None),
    ("Dear Nora,\nAko si Rosa. Masakit ang paa ko.\nDear Rosa,\nRest it.", None, "Dear Rosa,"),
    ("Dear Nora,\nMasakit ang paa ko.\nDear Rosa,\nRest it.", None, None),
    ("Heels\nDear Rosa,\nRest it.\nDear Ann,\nRun.", None, None),
    ("Dear Rosa\nDear Rosa,\nMy heel hurts. What do you do about it?\nDear Ann,\nNothing.", None, "Dear Ann,"),
    ("My heel hurts in the morning. What can I do?\n\nTHE VET SAYS\n\nDear Ann,\nRest it.", None, "Dear Ann,"),
    ("My heel hurts in the morning. What can I do?\n\nANN VALE\n\nDear Ann,\nRest it.", "ANN VALE", "Dear Ann,"),
    ("Dear Dr. Rowe,\nOur son limps. Why?\nDear Ann,\nRest.\nRun.\nThanks for writing, Ann.", None, "Dear Ann,"),
    ("My heel hurts. Please let me know what it may be.\nDear Ann,\nRest it.", None, "Dear Ann,"),
    ("My heel hurts. What can I do about it now?\nDear Doctor,\nI forgot the rest.", None, None),
    ("The best shoes of the year. Which to buy?\nby Rosa Vane\nWe tried nine pairs.", None, None),
    ("My heel hurts. What can I do about it?\nDear Rosa, rest.\nDear Rosa, run.", None, None),
    ("My heel hurts. What can I do about it?\n\nWhat we say\n\nDear Rosa, rest.", None, "Dear Rosa, rest."),
    (
        "My heel hurts. What can I do about it?\n\nDear Rosa, rest.\n\nRun it off\n\nIt goes away.",
        None,
        "Dear Rosa, rest.",
    ),
]
"""A page, who asked if a paragraph says so, and the line that begins the reply."""


def test_a_name_set_apart_from_the_question_is_of_who_answers() -> None:
    lines = split_lines("My heel hurts in the morning. What can I do?\n\n\n\nIda Roth\n\nDear reader,\n\nRest it.")
    assert [sorted(hit.groups) for hit in letter_hits(lines)] == [["name"], ["first"]]


def test_initials_set_apart_from_the_question_are_of_who_asked() -> None:
    lines = split_lines("My heel hurts in the morning. What can I do?\n\n\nJ.K. Penn City\n\nDear reader,\n\nRest it.")
    assert [sorted(hit.groups) for hit in letter_hits(lines)] == [["asker"], ["first"]]


@pytest.mark.parametrize(
    ("above", "groups"),
    [
        ("• Ida Roth", ["name"]),
        ("Dr. Ida Roth\nPodiatrist", ["byline", "specialty"]),
        ("dr. Ida Roth", ["byline"]),
        ("Пётр Аркадьевич", ["name"]),
        ("Ida Roth", ["asker"]),
    ],
    ids=["item of a list", "title and specialty", "title", "patronymic", "neither"],
)
def test_who_answers_stands_above_the_greeting(above: str, groups: list[str]) -> None:
    lines = split_lines(f"My heel hurts in the morning. What can I do?\n\n{above}\n\nHello! Rest it for a week.")
    found = [sorted(hit.groups) for hit in letter_hits(lines) if hit.kind is not Kind.QUESTION]
    assert found == [groups, ["first"]]


def test_who_is_named_need_not_tell_of_himself() -> None:
    lines = split_lines("Is a heel that hurts a spur?\n\nAsked by wren\n\nHi Wren:\n\nIt may be one.")
    assert letter_hits(lines) == []
    assert letter_hits(lines, is_named=True)[-1].first == 2


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


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("— R.V., Leeds, Fla.", {"asker": "R.V.", "asker_location": "Leeds, Fla."}),
        ("– Rosa Vale", {"asker": "Rosa Vale"}),
        ("R.V., Leeds, Ohio", {"asker": "R.V.", "asker_location": "Leeds, Ohio"}),
        ("Rosa Vale, Leeds", {"asker": "Rosa Vale, Leeds"}),
        ("Rosa V. – Leeds, Ohio", {"asker": "Rosa V.", "asker_location": "Leeds, Ohio"}),
    ],
)
def test_a_dash_parts_who_asked_from_the_place_and_behind_initials_or_a_dash_a_comma(
    line: str, who: dict[str, str]
) -> None:
    page = f"My heel hurts.\n\n{line}\n\nRest it."
    [hit] = asker_above(split_lines(page), 2)
    assert {name: page[slice(*span)] for name, span in hit.groups.items()} == who


def test_a_letter_begins_with_its_greeting_below_the_head_of_a_page() -> None:
    head = "Heels\nOur doctors\nsearch\nIda"
    lines = split_lines(f"{head}\nHello,\nmy heel hurts in the morning. What can I do?\n\nDear Ida,\n\nRest it.")
    assert [(hit.kind, hit.first) for hit in letter_hits(lines)] == [(Kind.QUESTION, 4), (Kind.ANSWER, 6)]


@pytest.mark.parametrize(
    ("above", "begins"),
    [
        ("Heels\n\nDear Nora,\n\nMy heel hurts in the morning. What can I do?", 1),
        ("Heels\n\nWe are glad to help.\n\n“Dear Nora,\n\nMy heel hurts in the morning. What can I do?”", 2),
        ("Dear Nora,\n\nMy heel hurts in the morning. What can I do?", None),
        ("Heels\n\nDear Nora,\n\nheels should be rested in the morning.", None),
    ],
)
def test_above_a_label_a_letter_begins_where_somebody_is_greeted(above: str, begins: int | None) -> None:
    assert [hit.first for hit in letter_above(split_lines(above))] == ([] if begins is None else [begins])
