"""The nodes of structured data: names without vocabulary, references followed, the first text that is there."""

from extractor.readers.html.schema_org.graph import Graph


def test_names_lose_their_vocabulary_and_case() -> None:
    (node,) = Graph([{"@type": "https://schema.org/Question", "schema:upvoteCount": "3"}]).nodes
    assert node.types == {"question"}
    assert node.properties["upvotecount"] == ["3"]


def test_a_reference_leads_to_the_node_that_it_names() -> None:
    graph = Graph([{"@type": "Answer", "author": {"@id": "#ann"}}, {"@id": "#ann", "name": "Ann Lee"}])
    answer = next(node for node in graph.nodes if "answer" in node.types)
    assert graph.text(answer, "author") == "Ann Lee"
    assert [child.id for child in graph.children(answer, "author")] == ["#ann"]


def test_the_first_text_that_is_not_empty_counts() -> None:
    (node,) = Graph([{"name": " ", "headline": ["", "Is it?"]}]).nodes
    assert graph_text(node.properties) == "Is it?"
    assert Graph([{"name": " "}]).text(node, "missing") is None


def graph_text(properties: object) -> str | None:
    graph = Graph([properties])  # type: ignore[list-item] # the properties of a node are JSON
    return graph.text(graph.nodes[0], "name", "headline")


def test_a_node_may_say_itself_what_it_belongs_to() -> None:
    graph = Graph([{"@id": "#q", "@type": "Question"}, {"@type": "Answer", "parentItem": {"@id": "#q"}}])
    question, answer, _ = graph.nodes
    assert list(graph.told_by(question, "parentitem")) == [answer]
    assert not graph.told_by(answer, "parentitem")
