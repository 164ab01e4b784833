"""Our reading of JSON-LD and microdata against extruct's, wherever extruct gives a value; and where it fails and we do not."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import extruct
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document
from extractor.readers.html.schema_org.questions import to_text
from extractor.reading import read
from extractor.records import QAPage
from tests.paths import FIXTURES

MARKED_UP = sorted(
    [
        *FIXTURES.glob("stackexchange/html-*.html"),
        *FIXTURES.glob("nodebb/html-with*.html"),
        *FIXTURES.glob("nodebb/html-l*.html"),
    ]
)


def _question(page: str) -> Any:
    """The question as extruct reads it, from microdata or from JSON-LD; None if it finds none."""
    data = extruct.extract(page, syntaxes=["microdata", "json-ld"], uniform=True, errors="ignore")
    for item in (*data["microdata"], *data["json-ld"]):
        if item.get("@type") == "QAPage" and isinstance(item.get("mainEntity"), dict):
            return item["mainEntity"]
        if item.get("@type") == "Question":
            return item
    return None


def _answers(question: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("acceptedAnswer", "suggestedAnswer"):
        held = question.get(name) or []
        yield from held if isinstance(held, list) else [held]


def _plain(value: Any) -> str:
    return "".join(char for char in to_text(str(value)).casefold() if char.isalnum())


def _author(post: dict[str, Any]) -> str | None:
    author = post.get("author")
    author = author[0] if isinstance(author, list) else author
    return author.get("name") if isinstance(author, dict) else author


def _agree(record: QAPage, question: dict[str, Any]) -> int:
    """How many values extruct gives; every one of them must be ours too."""
    assert _plain(record.question.title) == _plain(question["name"])
    if question.get("text"):
        assert _plain(record.question.body) == _plain(question["text"])
    found = {_plain(answer.body): answer for answer in record.answers}
    values = 2
    for told in _answers(question):
        answer = found[_plain(told["text"])]
        if told.get("upvoteCount") is not None:
            assert answer.votes == int(told["upvoteCount"])
        if told.get("dateCreated"):
            assert answer.answered_at == told["dateCreated"]
        if name := _author(told):
            assert answer.doctor is not None
            assert _plain(name).startswith(_plain(answer.doctor.name))
        values += 4
    return values


@pytest.mark.parametrize("path", MARKED_UP, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_fixtures(path: Any) -> None:
    page = path.read_text(encoding="utf-8")
    question = _question(page)
    assert question is not None
    (record,) = read(Document(page))
    assert _agree(record, question) >= 6


WITH_DATA = [
    path
    for path in sorted(FIXTURES.glob("*/*.html"))
    if path.parent.name != "negative" and re.search(rb"Question|DiscussionForumPosting", path.read_bytes())
]
_CUT = re.compile(r"\s*(?:\.\.\.|…)\s*$")
_BEGINNING = 60
"""Letters and digits by which a text is known: data shortens texts, and a page may print them in another way."""


def _types(item: dict[str, Any]) -> list[str]:
    held = item.get("@type") or []
    return [str(name).rpartition("/")[2] for name in (held if isinstance(held, list) else [held])]


def _threads(value: Any) -> Iterator[dict[str, Any]]:
    """The questions and threads in what extruct gives, but for those of a firm's own FAQ."""
    if isinstance(value, list):
        for item in value:
            yield from _threads(item)
    elif isinstance(value, dict) and "FAQPage" not in _types(value):
        if not {"Question", "DiscussionForumPosting"}.isdisjoint(_types(value)):
            yield value
        for held in value.values():
            yield from _threads(held)


def _told(page: str) -> list[tuple[str, str]]:
    """The beginnings of all questions with answers and of these answers, as extruct finds them."""
    data = extruct.extract(page, syntaxes=["microdata", "json-ld"], uniform=True, errors="ignore")
    found = []
    for thread in _threads([data.get("json-ld", []), data.get("microdata", [])]):
        replies = thread.get("comment") or [] if "DiscussionForumPosting" in _types(thread) else []
        posts = [*_answers(thread), *(replies if isinstance(replies, list) else [replies])]
        asked = _plain(thread.get("text") or thread.get("articleBody") or "")
        texts = [
            _plain(_CUT.sub("", str(post["text"]))) for post in posts if isinstance(post, dict) and post.get("text")
        ]
        found += [(_plain(thread.get("name") or thread.get("headline") or ""), text) for text in texts if text != asked]
    return found


@pytest.mark.parametrize("path", WITH_DATA, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_whatever_questions_and_answers_extruct_finds_are_found(path: Any) -> None:
    page = path.read_bytes().decode("utf-8", "replace")
    records = read(Document(page))
    bodies = [_plain(answer.body) for record in records for answer in record.answers]
    titles = [_plain(record.question.title) for record in records]
    for title, text in _told(page):
        assert any(text[:_BEGINNING] in body for body in bodies), text[:_BEGINNING]
        assert not title or any(title in own or own in title for own in titles), title


_TEXT = (
    st.text(st.sampled_from("abcdefghij klmno pqrstu vwxyz é<>'\"\n"), min_size=8, max_size=60)
    .filter(lambda text: len(_plain(text)) > 5)
    .filter(lambda text: re.search("<[^ ]", text) is None)
)
"""Words with stray signs; a `<` before a letter may be half a tag, of which every reader makes something else."""

_POST = st.fixed_dictionaries(
    {"text": _TEXT, "author": st.sampled_from(["Jane Roe", "Ann Bell", "bob"]), "upvoteCount": st.integers(0, 99)},
    optional={"dateCreated": st.just("2021-05-11T08:00:00Z")},
)


def _words_of(post: Any) -> str:
    return _plain(post["text"])


_THREAD = st.fixed_dictionaries(
    {
        "name": _TEXT,
        "text": _TEXT,
        "answers": st.lists(_POST, min_size=1, max_size=4, unique_by=_words_of),
    }
)


def _says_something(thread: dict[str, Any]) -> bool:
    """Whether the text is more than the title once more."""
    return _plain(thread["name"]) != _plain(thread["text"])


def _as_microdata(thread: dict[str, Any]) -> str:
    posts = "".join(
        '<div itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer">'
        f'<p itemprop="text">{html.escape(post["text"])}</p><b itemprop="upvoteCount">{post["upvoteCount"]}</b>'
        f'<i itemprop="author" itemscope itemtype="https://schema.org/Person"><u itemprop="name">{post["author"]}</u></i>'
        + (
            f'<time itemprop="dateCreated" datetime="{post["dateCreated"]}">May 11</time>'
            if "dateCreated" in post
            else ""
        )
        + "</div>"
        for post in thread["answers"]
    )
    return (
        '<html><body><div itemscope itemtype="https://schema.org/Question">'
        f'<h1 itemprop="name">{html.escape(thread["name"])}</h1><div itemprop="text">{html.escape(thread["text"])}</div>{posts}</div></body></html>'
    )


def _as_values(thread: dict[str, Any]) -> str:
    """Microdata whose title and votes stand in attributes, and who wrote it in a footer."""
    posts = "".join(
        '<li itemprop="suggestedAnswer" itemscope itemtype="https://schema.org/Answer">'
        f'<p itemprop="text">{html.escape(post["text"])}</p><meta itemprop="upvoteCount" content="{post["upvoteCount"]}">'
        f'<footer><a itemprop="author" itemscope itemtype="https://schema.org/Person" href="/u"><span itemprop="name">{post["author"]}'
        "</span></a></footer>"
        + (f'<meta itemprop="dateCreated" content="{post["dateCreated"]}">' if "dateCreated" in post else "")
        + "</li>"
        for post in thread["answers"]
    )
    return (
        '<html><body><main itemscope itemtype="https://schema.org/QAPage"><section itemprop="mainEntity" itemscope '
        f'itemtype="https://schema.org/Question"><meta itemprop="name" content="{html.escape(thread["name"])}">'
        f'<div itemprop="text">{html.escape(thread["text"])}</div><ol>{posts}</ol></section></main></body></html>'
    )


def _as_json_ld(thread: dict[str, Any]) -> str:
    def as_text(value: str) -> str:
        return html.escape(value, quote=False)

    answers = [
        {
            "@type": "Answer",
            **post,
            "text": as_text(post["text"]),
            "author": {"@type": "Person", "name": post["author"]},
        }
        for post in thread["answers"]
    ]
    question = {
        "@type": "Question",
        "name": as_text(thread["name"]),
        "text": as_text(thread["text"]),
        "suggestedAnswer": answers,
    }
    block = json.dumps({"@context": "https://schema.org", "@type": "QAPage", "mainEntity": question}).replace(
        "</", "<\\/"
    )
    return f'<html><head><script type="application/ld+json">{block}</script></head><body></body></html>'


@given(_THREAD.filter(_says_something))
@settings(max_examples=60, deadline=None)
def test_generated_pages(thread: dict[str, Any]) -> None:
    for page in (form(thread) for form in (_as_microdata, _as_values, _as_json_ld)):
        question = _question(page)
        assert question is not None
        (record,) = read(Document(page))
        assert _agree(record, question) == 2 + 4 * len(thread["answers"])


_QUESTION = '{"@context": "https://schema.org", "@type": "QAPage", "mainEntity": {"@type": "Question", "name": "Is this swelling normal?", "suggestedAnswer": {"@type": "Answer", "text": "It is, for a year or so."}}'
_SCRIPT = '<script type="application/ld+json">{}</script>'
EXTRUCT_FAILS = {
    "a type with parameters": f'<script type="application/ld+json; charset=utf-8">{_QUESTION}}}</script>',
    "a comment of HTML around it": _SCRIPT.format(f"\n<!--\n{_QUESTION}}}\n//-->\n"),
    "an escape of JavaScript": _SCRIPT.format(_QUESTION.replace("It is", r"It\x20is") + "}"),
    "a bare quote before a comma": _SCRIPT.format(
        _QUESTION.replace('"suggestedAnswer"', '"text": "I call it "hot", and so", "suggestedAnswer"') + "}"
    ),
    "an upper-case type": f'<script type="application/LD+JSON">{_QUESTION}}}</script>',
    "a missing comma": _SCRIPT.format(_QUESTION.replace('",', '"\n', 1) + "}"),
    "an unescaped quote": _SCRIPT.format(_QUESTION + ',\n"about": "a "quoted" word"\n}'),
    "a second object": _SCRIPT.format(_QUESTION + "}\n{}"),
    "a trailing semicolon and comma": _SCRIPT.format(_QUESTION + ",};"),
    "an invalid escape": _SCRIPT.format(_QUESTION + r', "about": "\d"}'),
    "a broken neighbour": _SCRIPT.format("{Question") + _SCRIPT.format(_QUESTION + "}"),
    "an answer that is no type of the vocabulary": '<div itemscope itemtype="http://schema.org/Question"><h1 itemprop="name">Is this swelling normal?</h1>'
    '<div itemprop="suggestedAnswer" itemscope itemtype="http://schema.org/SuggestedAnswer"><p itemprop="text">It is, for a year or so.</p></div></div>',
}
"""Pages of which extruct gives no answer, or raises, or gives it under a wrong name."""


def _extruct_answers(page: str) -> list[str]:
    try:
        data = extruct.extract(page, syntaxes=["microdata", "json-ld"], uniform=True)
    except ValueError:
        return []
    questions = [item.get("mainEntity", item) for item in (*data["microdata"], *data["json-ld"])]
    answers = [answer for question in questions for answer in _answers(question)]
    return [answer["text"] for answer in answers if answer.get("@type") == "Answer"]


@pytest.mark.parametrize("name", EXTRUCT_FAILS)
def test_where_extruct_fails_and_we_do_not(name: str) -> None:
    page = f"<html><body>{EXTRUCT_FAILS[name]}</body></html>"
    assert _extruct_answers(page) == []
    (record,) = read(Document(page))
    assert record.question.title == "Is this swelling normal?"
    assert [answer.body for answer in record.answers] == ["It is, for a year or so."]
