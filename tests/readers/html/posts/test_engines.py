"""The table of engines, and pages of each of them in the fixtures."""

import pytest

from extractor.document import Document
from extractor.readers.html.posts.engines import Engine, engine_of, engines, may_be_of_engine
from extractor.readers.html.posts.groups import Index
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.rendering.parse import parse
from tests.paths import FIXTURES


def test_an_engine_is_known_by_all_of_its_signs() -> None:
    marks = {"bigusername", "#post_message_#", "#post#"}
    assert engine_of(marks.__contains__, {"#post#"}.intersection) is engines_by_name()["vbulletin-3"]
    assert engine_of(marks.__contains__, {"bigusername"}.intersection) is None
    assert engine_of({"bigusername", "#post#"}.__contains__, marks.intersection) is None
    reddit = {"shreddit-comment", "md"}
    assert engine_of(reddit.__contains__, reddit.intersection) is engines_by_name()["reddit"]
    assert may_be_of_engine(b"<shreddit-comment author='x'><div class='md'>")


def engines_by_name() -> dict[str, object]:
    return {engine.name: engine for engine in engines()}


@pytest.mark.parametrize("engine", engines(), ids=lambda engine: engine.name)
def test_every_engine_says_where_posts_and_their_texts_are(engine: Engine) -> None:
    assert engine.signs
    assert engine.posts


def test_pages_of_most_engines_are_among_the_fixtures() -> None:
    assert len(list((FIXTURES / "engines").glob("*.html"))) >= 20


def test_a_page_whose_elements_are_an_engines_has_its_signs_in_its_bytes() -> None:
    told = []
    for path in sorted(FIXTURES.rglob("*.html")):
        page = parse(Document(path.read_bytes()))
        tree = Tree(page.root)
        if engine_of(tree.has, Index(tree, Places(tree)).having):
            told.append(may_be_of_engine(page.data))
    assert len(told) >= 20
    assert all(told)
    assert not may_be_of_engine(b"<div class='answer-card'><p>post_message and messages</p></div>")
