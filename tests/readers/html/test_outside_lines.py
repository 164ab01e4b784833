"""Whether the end of an answer stands outside of what holds the rest of the page."""

import pytest
from lxml import etree, html

from extractor.readers.html.outside_lines import with_ends
from extractor.records import Answer, QAPage, Question, WarningCode

_BODY = "Wait for a week.\nCall me if it turns red."


def _root(inside: str, behind: str) -> etree._Element:
    asked = "<h1>Is it broken?</h1><p>I fell on my hand.</p>"
    return html.document_fromstring(f"<body><article>{asked}<div>{inside}</div></article>{behind}</body>")


@pytest.mark.parametrize(
    ("inside", "behind", "is_doubtful"),
    [
        ("<p>Wait for a week.</p><p>Call me if it turns red.</p>", "", False),
        ("<p>Wait for a week.</p>", "<p>Call me if it turns red.</p>", True),
        ("<p>Wait for a week.<br>Call me if it turns red.</p>", "<p>Thanks.</p>", False),
        ("<p>Wait for a week.</p>", "", False),
    ],
    ids=["inside", "outside", "broken lines", "not found"],
)
def test_an_end_outside_is_a_doubt(inside: str, behind: str, is_doubtful: bool) -> None:  # noqa: FBT001 - a column
    question = Question(title="Is it broken?", body="I fell on my hand.")
    record = QAPage(question=question, answers=(Answer(position=1, body=_BODY),))
    codes = [warning.code for warning in with_ends([record], _root(inside, behind))[0].warnings]
    assert codes == ([WarningCode.DOUBTFUL_BOUNDARY] if is_doubtful else [])


def test_an_answer_of_one_line_has_no_end_of_its_own() -> None:
    record = QAPage(question=Question(title="Is it broken?"), answers=(Answer(position=1, body="Wait."),))
    assert with_ends([record], _root("", "<p>Wait.</p>")) == [record]
    bare = QAPage(question=Question(title="So?"))
    assert with_ends([bare], _root("", "")) == [bare]
