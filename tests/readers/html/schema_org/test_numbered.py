"""States in which values stand for each other by their numbers: what they say, however they point to each other."""

from extractor.readers.html.schema_org.blocks import Json
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
    many: list[Json] = [[str(place + 1), str(place + 1)] for place in range(200)]
    assert len(str(unfolded([*many, "x"]))) < 1_000_000
