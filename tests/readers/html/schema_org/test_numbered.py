"""States in which values stand for each other by their numbers: what they say, however they point to each other."""

import json

from extractor.readers.html.schema_org.blocks import parse_json
from extractor.readers.html.schema_org.numbered import unfolded


def test_kinds_are_passed_over_and_what_points_nowhere_is_nothing() -> None:
    assert unfolded([["Ref", "1"], {"a": "2", "b": "-1", "c": "9"}, ["ShallowReactive", "3"], "x"]) == {
        "a": "x",
        "b": None,
        "c": None,
    }
    assert unfolded({"a": "1"}) == {"a": "1"}
    assert unfolded([["Map"]]) is None


def test_what_points_to_itself_or_doubles_again_and_again_ends() -> None:
    assert str(unfolded([{"a": "0"}])).count("a") < 100
    doubling = [*([str(place), str(place)] for place in range(1, 200)), "x"]
    assert len(str(unfolded(parse_json(json.dumps(doubling))[0]))) < 1_000_000
