"""Who asks and who answers, each with a verb in front of what he says."""

import pytest

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.labels.verbs import verb_hits, with_verbs
from extractor.readers.text.matcher import Hit

ASKED = "My heel hurts in the morning. Is it a spur?"
TOLD = "It may be one. Rest it for a week."


@pytest.mark.parametrize(
    ("text", "exchanges"),
    [
        (f"Heels\nRosa V. asks: {ASKED}\nAda Rowe answers: {TOLD}", 1),
        (
            f"Rosa (Gera) fragt:\n{ASKED}\nDr. Rowe antwortet:\n{TOLD}\nIda fragt:\nWarum?\nDr. Rowe antwortet:\n{TOLD}",
            2,
        ),
        (f"Rosa asks: Is it a spur?\nAda Rowe answers: {TOLD}", 0),
        (f"Ada Rowe answers: {TOLD}\nRosa asks: {ASKED}", 0),
        (f"Rosa asks: {ASKED}\nIda asks: {ASKED}\nAda Rowe answers: {TOLD}", 0),
        (f"He asks: {ASKED}\nShe answers: {TOLD}", 0),
    ],
    ids=[
        "one",
        "two",
        "a tale",
        "the answer first",
        "two in a row",
        "nobody by name",
    ],
)
def test_exchanges_of_persons_with_names(text: str, exchanges: int) -> None:
    hits = verb_hits(split_lines(text))
    assert [hit.kind for hit in hits] == [Kind.QUESTION, Kind.ANSWER] * exchanges
    assert all(hit.groups.keys() & {"asker", "byline"} for hit in hits)


@pytest.mark.parametrize(("line", "kinds"), [("Ada Rowe answers:", [Kind.BYLINE]), (f"Ada Rowe answers: {TOLD}", [])])
def test_one_line_alone_says_who_answers(line: str, kinds: list[Kind]) -> None:
    assert [hit.kind for hit in verb_hits(split_lines(f"{ASKED}\n{line}\n{TOLD}"))] == kinds


@pytest.mark.parametrize(
    ("text", "asker"),
    [
        (f"{ASKED} – asks Rosa of Leeds.\n{TOLD}", "Rosa of Leeds"),
        (f"Czy boli pięta? - pyta pani Irena.\n{TOLD}", "pani Irena"),
        (f"{ASKED} – asks Rosa.\n{ASKED} – asks Ida.\n{TOLD}", None),
        (f"{ASKED} Rosa asks.\n{TOLD}", None),
    ],
    ids=["one", "Polish", "two, as in a tale", "without a dash"],
)
def test_who_asks_behind_a_dash_at_the_end_of_the_question(text: str, asker: str | None) -> None:
    hits = with_verbs(split_lines(text), [])
    assert [text[slice(*hit.groups["asker"])] for hit in hits] == ([asker] if asker else [])
    assert all(text[slice(*hit.groups["body"])].endswith("?") for hit in hits)


@pytest.mark.parametrize(
    ("questions", "line", "answers"),
    [
        (
            1,
            "Ada Rowe, a nurse and the author of Going Home and of Walking There Again, answers:",
            ["Ada Rowe, a nurse"],
        ),
        (1, f"Ada Rowe answers: {TOLD}", []),
        (2, "Ada Rowe answers:", []),
    ],
    ids=["one below each", "with more on the line", "one for two"],
)
def test_who_answers_below_a_label_of_a_question(questions: int, line: str, answers: list[str]) -> None:
    text = "\n".join([*[f"Question: {ASKED}"] * questions, line, TOLD])
    labelled = [Hit(Kind.QUESTION, at, at, {}) for at in range(questions)]
    found = [hit for hit in with_verbs(split_lines(text), labelled) if hit.kind is Kind.ANSWER]
    assert [text[slice(*hit.groups["byline"])][:17] for hit in found] == answers


def test_a_doctor_who_replied_below_a_label_on_the_line_of_his_reply() -> None:
    text = f"Question: {ASKED}\nDr. Ada Rowe replied: {TOLD}"
    hits = with_verbs(split_lines(text), [Hit(Kind.QUESTION, 0, 0, {})])
    assert {name: text[slice(*span)] for name, span in hits[-1].groups.items()} == {
        "byline": "Dr. Ada Rowe",
        "body": TOLD,
    }
