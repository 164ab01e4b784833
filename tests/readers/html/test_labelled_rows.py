"""Tables with a label in front of each text: which are put in the form of blocks, and what becomes of their rows."""

import pytest
from lxml import etree, html

from extractor.document import Document
from extractor.readers.html.labelled_rows import set_rows
from extractor.reading import read

ASKED = "My heel hurts in the first ten steps of every morning. Is it the shoes, or the floor of my shop?"
FIRST = "That is how the plantar fascia complains. Stretch the calf before you get up."
SECOND = "A heel of two centimetres takes half of the strain."


def _table(*rows: tuple[str, str], cell: str = "td") -> str:
    return f"<table>{''.join(f'<tr><{cell}>{label}</{cell}><td>{text}</td></tr>' for label, text in rows)}</table>"


def _set(table: str) -> str:
    root = html.document_fromstring(f"<h1>Why does my heel hurt?</h1>{table}")
    set_rows(root)
    return etree.tostring(root, encoding="unicode")


@pytest.mark.parametrize("cell", ["td", "th"])
def test_a_form_with_a_question_and_its_answers_is_a_record(cell: str) -> None:
    rows = [
        ("Topic", "Why does my heel hurt?"),
        ("Asked by", "Tamsin"),
        ("Question:", ASKED),
        ("Answer:", FIRST),
        ("Doctor", "Gideon Farthing, DPM"),
        ("Answer:", SECOND),
        ("Answered by", "Odile Marchbanks, MD"),
    ]
    page = f"<title>Why does my heel hurt?</title><h1>Why does my heel hurt?</h1>{_table(*rows, cell=cell)}"
    (record,) = read(Document(page))
    assert (record.question.title, record.question.body, record.question.asker) == (
        "Why does my heel hurt?",
        ASKED,
        "Tamsin",
    )
    assert [(one.body, one.doctor and one.doctor.name) for one in record.answers] == [
        (FIRST, "Gideon Farthing"),
        (SECOND, "Odile Marchbanks"),
    ]
    assert record.warnings


@pytest.mark.parametrize(
    "rows",
    [
        [("Question", ASKED), ("Question", ASKED), ("Answer", FIRST)],
        [("Question", ASKED), ("Price", "40")],
        [("What do I do with the question of my heel?", ASKED), ("Answer", FIRST)],
        [("<p><b>Q</b> <i>u</i> <u>e</u></p>", ASKED), ("Answer", FIRST)],
    ],
    ids=["several questions", "no answer", "a label too long", "a cell of parts"],
)
def test_other_tables_stay_tables(rows: list[tuple[str, str]]) -> None:
    assert "<tr" in _set(_table(*rows))


def test_a_row_below_an_answer_that_nobody_signs_stays_where_it_is() -> None:
    told = _set(_table(("Q", ASKED), ("A", FIRST), ("Views", "1,204")))
    assert '<div class="answer"><div>' in told
    assert "<div><div>1,204</div></div>" in told
