"""schema.org data (the values of JSON-LD blocks) to partial records: what they say, no more.

Google's rules for Q&A pages are what sites follow, more or less
(https://developers.google.com/search/docs/appearance/structured-data/qapage): one `Question` as `mainEntity`, its
answers as `acceptedAnswer` and `suggestedAnswer`, each with `text` and `author`. Forums use `DiscussionForumPosting`
with `comment` for the same. What a firm asks itself gives nothing, or is doubtful (`houses`).
"""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from extractor.document import absolute
from extractor.readers.html.rendering.parse import parse_fragment
from extractor.readers.html.rendering.render import render
from extractor.readers.html.schema_org.blocks import Json
from extractor.readers.html.schema_org.graph import Graph, Node
from extractor.readers.html.schema_org.houses import answers_itself, is_asked_by_nobody, nobody_signs
from extractor.readers.people.fields import NO_FIELDS
from extractor.readers.people.loose_bylines import line_fields
from extractor.readers.people.names import whole_name_fields
from extractor.readers.people.numbers import count_in, decimal_in, rating_in
from extractor.records import Answer, Doctor, QAPage, Question, doubt
from extractor.records import Warning as PageWarning
from extractor.vocabulary import fold

_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_ANSWERS = ("acceptedanswer", "suggestedanswer", "comment")
_PARENT = "parentitem"
"""What an answer that stands by itself calls its question."""
_SHORT_TITLE = 3
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_Number = TypeVar("_Number", int, float)


def read_graph(values: Sequence[Json], titles: Sequence[str], base: str | None) -> list[QAPage]:
    """What the data says of the page's questions: of its own if that can be told (`titles` are its headings)."""
    graph = Graph(values)
    questions = [question for question in _questions(graph) if not is_asked_by_nobody(graph, question)]
    entities = [question for question in questions if _is_entity(graph, question)]
    main = [question for question in questions if question in entities or _is_named(graph, question, titles)]
    if len(questions) > 1 and len(main) != 1 and nobody_signs(graph, questions):
        return []
    chosen = entities or main[:1] or questions
    is_of_house = len(main) > 1 or all(answers_itself(graph, question) for question in chosen)
    doubts = [doubt.asked_itself()] if is_of_house else []
    return [doubt.doubted(_Reader(graph, base).record(question), doubts) for question in chosen]


def _questions(graph: Graph) -> list[Node]:
    """Questions and forum threads, but not those inside another one (which they repeat, or are a reply to)."""
    found = [node for node in graph.nodes if node.types & {"question", "discussionforumposting"}]
    inner = {
        id(child)
        for node in found
        for child in graph.children(node, "mainentity", "question", "itemreviewed", *_ANSWERS)
    }
    outer = [node for node in found if id(node) not in inner]
    return [_innermost(graph, node) for node in outer]


def _innermost(graph: Graph, node: Node) -> Node:
    """A question that only wraps another one stands for it."""
    for child in graph.children(node, "mainentity", "question"):
        if "question" in child.types and not any(graph.children(node, *_ANSWERS)):
            return child
    return node


def _is_entity(graph: Graph, question: Node) -> bool:
    """Whether a page of questions and answers says that it is about this question."""
    return any(question in graph.children(node, "mainentity") for node in graph.nodes if "qapage" in node.types)


def _is_named(graph: Graph, question: Node, titles: Sequence[str]) -> bool:
    """Whether a heading of the page holds the question."""
    name = fold(to_text(graph.text(question, "name", "headline") or ""))
    return len(name.split()) > _SHORT_TITLE and any(name in fold(title) for title in titles)


class _Reader:
    """Reads one question of a graph; `base` is the address that relative ones start from."""

    def __init__(self, graph: Graph, base: str | None) -> None:
        self._graph = graph
        self._base = base
        self._warnings: list[PageWarning] = []

    def record(self, node: Node) -> QAPage:
        graph = self._graph
        found = enumerate(self._answers(node), 1)
        answers = tuple(self._answer(*answer, position) for position, answer in found)
        return QAPage(
            url=self._address(node),
            question=Question(
                title=_line(graph.text(node, "name", "headline", "title")),
                body=self._body(node),
                asker=_line(graph.text(node, "author", "creator")),
                asked_at=graph.text(node, "datecreated", "datepublished"),
                tags=tuple(_tags(node)),
                votes=self._read(count_in, node, ("upvotecount",), None) or None,  # forum software writes 0 for all
                comments=None if "discussionforumposting" in node.types else self._comments(node),
            ),
            declared_answer_count=self._count(node, "answercount", "commentcount"),
            answers=answers,
            warnings=tuple(self._warnings),
        )

    def _answers(self, node: Node) -> list[tuple[Node, str, bool]]:
        """The answers that hold text, once each, with that text; whether they are marked as accepted."""
        found: dict[str, tuple[Node, str, bool]] = {}
        is_thread = "discussionforumposting" in node.types
        named = [(name, one) for name in _ANSWERS[: 3 if is_thread else 2] for one in self._graph.children(node, name)]
        beside = ((_PARENT, one) for one in self._graph.told_by(node, _PARENT) if is_thread or "answer" in one.types)
        for name, answer in (*named, *beside):
            if body := self._body(answer):
                found.setdefault(body, (answer, body, name == "acceptedanswer"))
        return list(found.values())

    def _answer(self, node: Node, body: str, is_accepted: bool, position: int) -> Answer:  # noqa: FBT001 - told with the node
        graph = self._graph
        return Answer(
            position=position,
            headline=_line(graph.text(node, "headline", "name")),
            body=body,
            doctor=self._doctor(node, position),
            votes=self._read(count_in, node, ("upvotecount",), position),
            accepted=is_accepted or None,
            answered_at=graph.text(node, "datecreated", "datepublished"),
            url=self._address(node),
            comments=self._comments(node),
        )

    def _comments(self, node: Node) -> int | None:
        """How many remarks below a post the data holds; those on the first of a forum's posts are its answers."""
        return sum(self._body(comment) is not None for comment in self._graph.children(node, "comment")) or None

    def _body(self, node: Node) -> str | None:
        return to_text(self._graph.text(node, "text", "articlebody", "description") or "") or None

    def _doctor(self, node: Node, position: int) -> Doctor | None:
        graph = self._graph
        person = next(graph.children(node, "author", "creator"), Node({}))
        name = _line(graph.text(node, "author", "creator")) or self._name_in_parts(person)
        if name is None:
            return None
        suffix = graph.text(person, "honorificsuffix")
        whole = f"{name}, {suffix}" if suffix else name
        fields = line_fields(whole, 0) or whole_name_fields(whole, 0) or whole_name_fields(name, 0) or NO_FIELDS
        work = _term(_line(graph.text(person, "medicalspecialty", "specialty", "jobtitle")))
        rating, reviews = self._rating(person, position)
        return Doctor(
            name=fields.name.value if fields.name else name,
            credentials=tuple(found.value for found in fields.credentials),
            specialty=work or (fields.specialty.value if fields.specialty else None),
            location=self._place(person) or (fields.location.value if fields.location else None),
            rating=rating,
            reviews=reviews,
            url=self._address(person),
        )

    def _name_in_parts(self, person: Node) -> str | None:
        names = [self._graph.text(person, part) for part in ("givenname", "additionalname", "familyname")]
        return _line(" ".join(filter(None, names)))

    def _rating(self, person: Node, position: int) -> tuple[float | None, int | None]:
        """Rating out of 5 and number of reviews; a rating of 0 means that nobody has rated."""
        for rating in self._graph.children(person, "aggregaterating"):
            best = self._read(decimal_in, rating, ("bestrating",), position)
            value = self._read(lambda text: rating_in(text, best), rating, ("ratingvalue",), position)  # noqa: B023 - used at once
            count = self._count(rating, "reviewcount", "ratingcount", position=position)
            if value or count:
                return value or None, count
        return None, None

    def _count(self, node: Node, *names: str, position: int | None = None) -> int | None:
        return self._read(_number_of_things, node, names, position)

    def _read(
        self, reader: Callable[[str], _Number | None], node: Node, names: Sequence[str], position: int | None
    ) -> _Number | None:
        """The number that a property gives; what has digits in it and is not understood is left out and told."""
        text = self._graph.text(node, *names)
        value = reader(text) if text else None
        if text and value is None and any(map(str.isdecimal, text)):
            self._warnings.append(doubt.unread_data(names[0], text, position))
        return value

    def _place(self, person: Node) -> str | None:
        for address in self._graph.children(person, "address", "worklocation"):
            parts = [self._graph.text(address, name) for name in ("addresslocality", "addressregion")]
            if any(parts):
                return ", ".join(part for part in parts if part)
        return _line(self._graph.text(person, "address"))

    def _address(self, node: Node) -> str | None:
        return absolute(self._base, self._graph.text(node, "url") or "")


def _tags(node: Node) -> Iterator[str]:
    for value in node.properties.get("keywords", ()):
        if isinstance(value, str):
            yield from (tag.strip() for tag in value.split(",") if tag.strip())


def _number_of_things(text: str) -> int | None:
    value = count_in(text)
    return value if value is not None and value >= 0 else None


def _line(text: str | None) -> str | None:
    return " ".join(to_text(text or "").split()) or None


def _term(text: str | None) -> str | None:
    """A specialty; one that is a term of schema.org ("https://schema.org/PlasticSurgery") in words."""
    if text is None or " " in text:
        return text
    name = text.rstrip("/").rpartition("/")[2] if text.startswith("http") else text.removeprefix("schema:")
    return _CAMEL.sub(" ", name)


def to_text(value: str) -> str:
    r"""A value as text: entities undone once (they are often escaped twice), markup rendered, paragraphs kept.

    >>> to_text("Rest &amp; ice.<br><br>Good luck"), to_text("one\n\n\ntwo")
    ('Rest & ice.\n\nGood luck', 'one\n\ntwo')
    """
    if "&" in value:
        value = html.unescape(value)
    if "<" in value and _TAG.search(value):
        root = parse_fragment(value)
        return render(root).text if root is not None else ""
    paragraphs: list[list[str]] = [[]]
    for line in value.strip().split("\n"):  # a pattern for blank lines would look at a run of them again and again
        if plain := line.strip():
            paragraphs[-1] += [" ".join(part.split()) for part in plain.splitlines()]
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(map("\n".join, paragraphs))
