"""Questions that a house asks itself: who sells something marks up his own words as if people had asked and answered.

Google shows a `QAPage` with its answers, so shops, firms and writers call a page one that has a single text of theirs.
A `FAQPage` says what it is; a quiz too.
"""

from collections.abc import Iterator, Sequence

from extractor.readers.html.schema_org.graph import Graph, Node
from extractor.readers.people.names import is_titled_name
from extractor.vocabulary import fold

_ANSWERS = ("acceptedanswer", "suggestedanswer")
_FIRMS = frozenset(("corporation", "localbusiness", "hospital", "medicalclinic", "medicalbusiness", "brand", "store"))
_PERSON = frozenset(("person",))
_PROFESSION = ("honorificsuffix", "medicalspecialty", "jobtitle")
_RATING = ("ratingvalue", "ratingcount", "reviewcount")


def is_asked_by_nobody(graph: Graph, question: Node) -> bool:
    """Whether a question is one of a list of those that are asked often, or of a quiz."""
    return "eduquestiontype" in question.properties or any(
        child is question
        for node in graph.nodes
        if "faqpage" in node.types
        for child in graph.children(node, "mainentity", "mainentityofpage", "haspart")
    )


def nobody_signs(graph: Graph, questions: Sequence[Node]) -> bool:
    """Several questions with one answer each, no author anywhere."""
    answers = [list(graph.children(question, *_ANSWERS)) for question in questions]
    posts = [*questions, *(answer for some in answers for answer in some)]
    return all(len(some) == 1 for some in answers) and not any("author" in post.properties for post in posts)


def answers_itself(graph: Graph, question: Node) -> bool:
    """Whether an organization asks, or all who answer are some, or who asks; or one layman answers a bare title."""
    answers = list(graph.children(question, *_ANSWERS))
    asker = graph.text(question, "author")
    authors = [(who, name) for answer in answers for who, name in _author(graph, answer)]
    if any(_is_firm(who) for who, _ in _author(graph, question)):
        return True
    if authors and all(_is_firm(who) or name == asker for who, name in authors):
        return True
    one_answers = len({name for _, name in authors}) == 1 and len(authors) == len(answers)
    return one_answers and not (_says_more(graph, question) or _has_profession(graph, *authors[0]))


def _author(graph: Graph, post: Node) -> Iterator[tuple[Node, str]]:
    """Who wrote a post, if it names somebody."""
    if name := graph.text(post, "author"):
        yield next(graph.children(post, "author"), Node({})), name


def _is_firm(who: Node) -> bool:
    return any(kind in _FIRMS or kind.endswith("organization") for kind in who.types)


def _says_more(graph: Graph, question: Node) -> bool:
    text = graph.text(question, "text")
    return text is not None and fold(text) != fold(graph.text(question, "name") or "")


def _has_profession(graph: Graph, who: Node, name: str) -> bool:
    """Whether the data or the name tells what somebody does, or how those who came were pleased."""
    rated = (graph.text(rating, *_RATING) for rating in graph.children(who, "aggregaterating"))
    is_told = graph.text(who, *_PROFESSION) is not None or any(rated)
    return is_told or not who.types <= _PERSON or is_titled_name(name)
