"""What an engine marks as the words of another post is in `quotes`, and in no body: the same rule for all engines."""

import pytest

from extractor.document import Document
from extractor.readers.html.posts.engines import Engine, engines
from extractor.reading import read
from tests.readers.html.posts.boards import POSTS

QUOTED = "Somebody else wrote this sentence in the post above, and it is not about the tablets."
UNMARKED = {
    "stackexchange", "lemmy", "reddit", "reddit-2018", "nodebb", "flarum", "flarum-noscript", "reddit-old", "hacker-news", "lobsters", "slashdot", "question2answer",
    "bbpress", "drupal-forum", "khoros", "zhihu", "vbulletin-3", "vbulletin-3-skins", "smf", "mybb", "healthunlocked", "osqa",
    "drupal-6", "drupal-8", "dw-question-answer", "redmine", "trac", "mbin", "vbulletin-archive", "invision-lofi", "spirit",
    "gitlab", "bangumi", "hacker-news-2012", "mastodon", "microsoft-answers", "github", "phpwind", "haodf-2015",
}  # fmt: skip
"""Engines without a mark in the table: people write `>` there, and what that makes may be a quote of anything."""


def _element(token: str, inner: str, name: str = "") -> str:
    """An element that has a token of the table of engines; `name` is what an attribute holds."""
    kind, rest = token[0], token[1:]
    if kind == "<":
        return f"<{rest}>{inner}</{rest}>"
    if kind == "@":
        return f'<div itemprop="{rest}" component="{rest}">{inner}</div>'
    if kind == "#":
        number = str(len(name) + 10)
        return f'<div id="{rest.replace("#", number)}">{inner}</div>'
    return (
        f'<div {token}="{name}">{inner}</div>' if token.startswith("data-") else f'<div class="{token}">{inner}</div>'
    )


def _post(engine: Engine, name: str, date: str, text: str) -> str:
    quote = (
        _element(engine.quote[0], f"<p>{QUOTED}</p>") if engine.quote else f"<blockquote><p>{QUOTED}</p></blockquote>"
    )
    body = f"{quote}<p>{text}</p>"
    for token in reversed([one for one in engine.signs if one in engine.body] or engine.body[:1]):
        body = _element(token, body, name)
    author = _element(
        engine.author[0] if engine.author else "username", f'<a class="username" href="/u/{name}">{name}</a>', name
    )
    others = [sign for sign in engine.signs if sign not in (*engine.body, *engine.author, engine.posts[0])]
    for sign in others:
        author = author if sign in engine.posts else _element(sign, author, name)
    inner = f"{author}<div>{date}</div>{body}"
    post = f"<div>{inner}</div>" if engine.is_lifted else _element(engine.posts[0], inner, name)
    for sign in others:
        post = _element(sign, post, name) if sign in engine.posts else post
    return post


def _page(engine: Engine) -> str:
    posts = "".join(_post(engine, *one) for one in POSTS)
    return f"<html><head><title>Night cramps</title></head><body><h1>Night cramps</h1>{posts}</body></html>"


MARKED = [engine for engine in engines() if engine.quote]


def test_of_each_engine_it_is_known_whether_it_marks_quotes() -> None:
    assert {engine.name for engine in engines()} - {engine.name for engine in MARKED} == UNMARKED


@pytest.mark.parametrize("engine", MARKED, ids=lambda engine: engine.name)
def test_a_marked_quote_is_in_no_body_of_an_answer(engine: Engine) -> None:
    (record,) = read(Document(_page(engine)))
    assert [(answer.quotes, answer.body) for answer in record.answers] == [
        ((QUOTED,), text) for _, _, text in POSTS[1:]
    ]


@pytest.mark.parametrize("engine", MARKED, ids=lambda engine: engine.name)
def test_what_a_question_quotes_is_a_part_of_it(engine: Engine) -> None:
    (record,) = read(Document(_page(engine)))
    assert (record.question.body or "").split("\n\n") == [QUOTED, POSTS[0][2]]
