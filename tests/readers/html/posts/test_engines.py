"""The table of engines, and pages of each of them in the fixtures."""

import pytest

from extractor.readers.html.posts.engines import engine_of, engines
from tests.paths import FIXTURES


def test_an_engine_is_known_by_all_of_its_signs() -> None:
    assert engine_of({"bigusername": [1], "#post_message_#": [2], "#post#": [3]}) is engines_by_name()["vbulletin-3"]
    assert engine_of({"bigusername": [1], "#post#": [3]}) is None


def engines_by_name() -> dict[str, object]:
    return {engine.name: engine for engine in engines()}


@pytest.mark.parametrize("engine", engines(), ids=lambda engine: engine.name)
def test_every_engine_says_where_posts_and_their_texts_are(engine: object) -> None:
    assert getattr(engine, "signs")  # noqa: B009 - the parameter is typed for the ids
    assert getattr(engine, "posts")  # noqa: B009


def test_pages_of_most_engines_are_among_the_fixtures() -> None:
    assert len(list((FIXTURES / "engines").glob("*.html"))) >= 20
