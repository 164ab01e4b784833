"""Questions of structured data that a house asks itself, and those that people ask."""

from typing import Any

import pytest

from extractor.readers.html.schema_org.graph import Graph, Node
from extractor.readers.html.schema_org.houses import answers_itself, is_asked_by_nobody, nobody_signs

TITLE = "How long does a slate roof last?"
FIRM = {"@type": "Organization", "name": "Northern Slate"}
ANN = {"@type": "Person", "name": "Ann Lee"}
BO = {"@type": "Person", "name": "Bo"}


def _read(author: Any, more: dict[str, Any]) -> tuple[Graph, Node]:
    answer = {"@type": "Answer", "text": "Eighty years, if the nails hold."} | ({"author": author} if author else {})
    graph = Graph([{"@type": "Question", "name": TITLE, "acceptedAnswer": answer, **more}])
    return graph, graph.nodes[0]


@pytest.mark.parametrize(
    ("author", "more"),
    [
        (FIRM, {"author": BO, "text": "Ours is of 1960 and leaks."}),
        (BO, {"author": BO, "text": "Ours is of 1960 and leaks."}),
        (ANN, {"author": FIRM, "text": "Ours is of 1960 and leaks."}),
        (ANN, {}),
        (ANN, {"text": TITLE}),
        ("Ann Lee", {}),
        (ANN, {"author": BO, "text": TITLE}),
        (ANN, {"suggestedAnswer": {"@type": "Answer", "text": "A hundred.", "author": ANN}}),
    ],
    ids=[
        "a firm answers",
        "who asks answers",
        "a firm asks",
        "nobody asks",
        "the title once more",
        "a bare name",
        "asked with the title alone",
        "one answers twice",
    ],
)
def test_a_house_asks_itself(author: Any, more: dict[str, Any]) -> None:
    assert answers_itself(*_read(author, more))


@pytest.mark.parametrize(
    ("author", "more"),
    [
        (ANN, {"author": BO, "text": "Ours is of 1960 and leaks."}),
        (ANN, {"text": "Ours is of 1960 and leaks."}),
        (ANN, {"suggestedAnswer": {"@type": "Answer", "text": "A hundred.", "author": BO}}),
        ({**ANN, "medicalSpecialty": "Dermatology"}, {}),
        ({"@type": "Physician", "name": "Ann Lee"}, {}),
        ("Dr. Ann Lee", {}),
        (None, {}),
    ],
    ids=["asked", "a text", "two answer", "a specialty", "a physician", "a title", "nobody named"],
)
def test_people_ask_and_answer(author: Any, more: dict[str, Any]) -> None:
    assert not answers_itself(*_read(author, more))


def test_items_of_a_faq_and_of_a_quiz_are_asked_by_nobody() -> None:
    assert is_asked_by_nobody(*_read(None, {"eduQuestionType": "Multiple choice"}))
    assert not is_asked_by_nobody(*_read(None, {}))
    graph = Graph([{"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": TITLE}]}])
    assert is_asked_by_nobody(graph, graph.nodes[1])


def test_several_questions_without_any_author_are_a_faq() -> None:
    one: dict[str, Any] = {"@type": "Question", "acceptedAnswer": {"@type": "Answer", "text": "Yes."}}
    graph = Graph([one, {**one, "name": TITLE}])
    assert nobody_signs(graph, [node for node in graph.nodes if "question" in node.types])
