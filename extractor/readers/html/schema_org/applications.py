"""Questions with answers in the state of a script application: found by their types, names and shapes.

No two applications name their fields alike. `state_keys.toml` lists the names that are in use for each property of
schema.org; what is found is handed on in its words. A state may be a tree, or a store in which nodes point to each
other by their ids (Apollo's `{"__ref": "Answer:5"}`, a list of ids, an answer that names its question).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache

from extractor import vocabulary
from extractor.readers.html.schema_org.blocks import Json, parse_json
from extractor.readers.html.schema_org.states import HOLDS_ANSWERS

_Node = dict[str, Json]
_NOT_LETTER = re.compile(r"[\W_]+")
_EPOCH = re.compile(r"(1\d{9})(?:\d{3})?(?:\.0)?")
"""Seconds or milliseconds since 1970, of the years from 2001 to 2033."""
_POINTER = frozenset(("ref", "id", "type", "typename", "generated"))
"""All that a node holds which only points to another one."""
_NOTHING: tuple[Json, ...] = (None, "", False, [], {})


def questions_in(states: Iterable[Json]) -> list[Json]:
    """The questions with answers that stand in `states`, in the words of schema.org, each once."""
    found: dict[str, _Node] = {}
    for state in states:
        for question in _State(state).questions():
            key = str(question.get("name") or question.get("text"))
            found[key] = max(found.get(key, question), question, key=lambda one: len(str(one)))
    return list(found.values())


class _State:
    """The nodes of one state, in their order and with plain names, and the ways from one to those it points to."""

    def __init__(self, state: Json) -> None:
        self._nodes: list[tuple[str, _Node]] = []
        self._by_id: dict[tuple[str, str], _Node] = {}
        self._collect(_simple(state), "", "")
        self._replies = self._answers_by_question()

    def questions(self) -> Iterator[_Node]:
        """The questions that have answers: nodes of that type, or with a title, whose answers say who gave them.

        What else looks alike are quizzes, polls, a firm's own FAQ, and comments with replies.
        """
        for collection, node in self._nodes:
            head = self._head(node)
            answers = self._answers(collection, node) if head else []
            if head is None or not answers or any(_get(answer, "quiz", "marks") for answer, _ in answers):
                continue
            question: dict[str, Json] = {"acceptedAnswer": [], "suggestedAnswer": []} | self._told(head, "question")
            told = [(self._told(answer, "answer"), is_accepted) for answer, is_accepted in answers]
            question["acceptedAnswer"] = [answer for answer, is_accepted in told if is_accepted]
            question["suggestedAnswer"] = [answer for answer, is_accepted in told if not is_accepted]
            is_signed = any("author" in answer for answer, _ in told)
            if (is_signed or len(told) > 1) if _is_a(head, "question") else (is_signed and "name" in question):
                yield question

    def _collect(self, value: Json, collection: str, key: str) -> None:
        """Note every node with the name of what it stands in, and under its id."""
        if isinstance(value, dict):
            self._nodes.append((collection, value))
            self._by_id.setdefault((collection, str(value.get("id", key))), value)
            self._by_id.setdefault(("", key), value)
            for name, held in value.items():
                if name in _keys()["collections"]["things"]:
                    continue
                is_index = name in _keys()["collections"]["index"] or name.isdecimal()
                self._collect(held, collection if is_index else name, name)
        elif isinstance(value, list):
            for held in value:
                self._collect(held, collection, key)

    def _answers_by_question(self) -> Mapping[str, Sequence[_Node]]:
        """The answers that name their question, by its id."""
        replies: dict[str, list[_Node]] = defaultdict(list)
        for collection, node in self._nodes:
            if collection in _keys()["collections"]["answers"] or _is_a(node, "answer"):
                question = _get(node, "answer", "question")
                target = question.get("id", question.get("ref")) if isinstance(question, dict) else question
                if target and _text(_get(node, "answer", "text")):
                    replies[_plain(str(target))].append(node)
        return replies

    def _head(self, node: _Node) -> _Node | None:
        """The node with the title of a question: `node` itself, or one that it has as its `question`."""
        inner = node.get("question")
        head = self._node(inner, "questions") if isinstance(inner, dict) else node
        return (
            head if head and (_text(_get(head, "question", "name")) or _text(_get(head, "question", "text"))) else None
        )

    def _answers(self, collection: str, node: _Node) -> list[tuple[_Node, bool]]:
        """The answers of a question, and whether each is the accepted one."""
        accepted = [self._node(value, "answers") for value in _items(_get(node, "question", "acceptedAnswer"))]
        answers = [self._node(value, "answers") for value in _items(_get(node, "question", "suggestedAnswer"))]
        if not any(answers) and (collection in _keys()["collections"]["questions"] or _is_a(node, "question")):
            answers = list(self._replies.get(_plain(str(node.get("id"))), ()))
        found = {id(one): one for one in (*answers, *accepted) if one and _text(_get(one, "answer", "text"))}
        chosen = {id(one) for one in accepted}
        return [(one, key in chosen or _get(one, "answer", "accepted") is True) for key, one in found.items()]

    def _node(self, value: Json, collections: str) -> _Node | None:
        """The node that a value is, wraps or points to."""
        if isinstance(value, dict) and isinstance(value.get("node"), dict | str):
            value = value["node"]
        if isinstance(value, dict):
            target = value.get("ref", value.get("id")) if value.keys() <= _POINTER else None
            return value if target is None else self._named(str(target), collections)
        return self._named(value, collections) if isinstance(value, str) else None

    def _named(self, name: str, collections: str) -> _Node | None:
        places = (*_keys()["collections"][collections], *([""] if ":" in name else []))
        found = (self._by_id.get((place, key)) for place in places for key in (name, _plain(name)))
        return next((node for node in found if node is not None and not node.keys() <= _POINTER), None)

    def _told(self, node: _Node, kind: str) -> _Node:
        """What a question or an answer says, in the words of schema.org."""
        told: _Node = {"@type": kind.capitalize()}
        for name in _keys()[kind]:
            value = _get(node, kind, name)
            if name == "author":
                told |= {name: author} if (author := self._author(value, node)) else {}
            elif name not in ("acceptedAnswer", "suggestedAnswer", "question", "accepted") and (text := _text(value)):
                told[name] = _date(text) if name == "datePublished" else text
        return told

    def _author(self, value: Json, post: _Node) -> _Node | None:
        """Who has written a post; None if that is not said. Where there is a name alone, the post says the rest."""
        node = self._node(value, "authors")
        if node is None:
            is_name = isinstance(value, str) and not value.isdecimal() and ":" not in value
            node = {"name": value} | {key: post[key] for key in _beside_name() if key in post} if is_name else {}
        told: _Node = {name: text for name in _keys()["author"] if (text := _text(_get(node, "author", name), ", "))}
        name = told.get("name") or " ".join(str(told[name]) for name in ("givenName", "familyName") if name in told)
        told |= {"address": _address(_get(node, "author", "address")), "aggregateRating": _rating(node)}
        return {"@type": "Person", **told, "name": name} if name else None


@cache
def _beside_name() -> frozenset[str]:
    """What a post may say of its author, and of nothing else."""
    author = _keys()["author"]
    return frozenset(key for name in ("honorificSuffix", "medicalSpecialty", "address") for key in author[name])


def _simple(value: Json) -> Json:
    """A state with plain names, and with the values that its strings of JSON hold."""
    if isinstance(value, dict):
        return {_plain(name): _simple(held) for name, held in value.items()}
    if isinstance(value, list):
        return [_simple(held) for held in value]
    if isinstance(value, str) and value[:1] in ("{", "[") and HOLDS_ANSWERS.search(value):
        try:
            return _simple(list(parse_json(value)))
        except ValueError:
            return value
    return value


@lru_cache(10_000)
def _plain(name: str) -> str:
    """A name without case and marks, and without the arguments that a store of Apollo's puts behind it."""
    return _NOT_LETTER.sub("", name.partition("(")[0] or name).lower()


def _keys() -> Mapping[str, Mapping[str, list[str]]]:
    return vocabulary.table_of("state_keys.toml")


def _get(node: _Node, kind: str, name: str) -> Json:
    """The value of a property, under the first of its names that holds something."""
    return next((node[key] for key in _keys()[kind][name] if node.get(key) not in _NOTHING), None)


def _is_a(node: _Node, kind: str) -> bool:
    types = [str(node[key]) for key in _keys()["type"]["type"] if isinstance(node.get(key), str)]
    return any(_plain(name).endswith(kind) for name in types)


def _items(value: Json) -> Sequence[Json]:
    """The values of a list, of a connection (`{"edges": [...]}`), or of an index of nodes by their ids."""
    if isinstance(value, dict):
        inner = _get(value, "list", "items")
        if isinstance(inner, list):
            return inner
        return list(value.values()) if all(key.isdecimal() for key in value) else [value]
    return value if isinstance(value, list) else [value]


def _text(value: Json, between: str = "\n\n") -> str | None:
    """The text of a value: a string, what a node holds as its text, those of a list one after the other."""
    if isinstance(value, dict):
        return _text(_get(value, "text", "value"), between)
    if isinstance(value, list):
        return between.join(filter(None, (_text(held, between) for held in value))) or None
    return value.strip() or None if isinstance(value, str) else None


def _date(text: str) -> str:
    """A date; one that is counted in seconds or milliseconds, as ISO 8601."""
    epoch = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(epoch[1]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if epoch else text


def _address(value: Json) -> Json:
    if not isinstance(value, dict):
        return _text(value, ", ")
    return {name: _text(_get(value, "address", name)) for name in _keys()["address"]}


def _rating(author: _Node) -> _Node:
    value = _get(author, "author", "ratingValue")
    if isinstance(value, dict):
        return {name: _text(_get(value, "rating", name)) for name in _keys()["rating"]}
    return {"ratingValue": _text(value), "reviewCount": _text(_get(author, "author", "reviewCount"))}
