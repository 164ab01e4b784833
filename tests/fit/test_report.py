"""What a fit is refused for."""

from extractor.fit.report import FamilyFigures, refusals, table

OLD = {"all": FamilyFigures(20, 15, 3, 2, 1), "generic": FamilyFigures(10, 8, 1, 1, 0)}


def test_a_family_that_falls_and_silence_that_grows_are_refused() -> None:
    assert list(refusals(OLD, OLD)) == []
    fallen = OLD | {"generic": OLD["generic"]._replace(exact=7)}
    assert list(refusals(OLD, fallen)) == ["generic: 7 of 10 pages are exact, 8 were"]
    silent = OLD | {"all": OLD["all"]._replace(exact=16, silent=4)}
    assert list(refusals(OLD, silent)) == ["4 pages are wrong without a warning, 3 were"]


def test_the_table_shows_what_is_different() -> None:
    head, *rows = table("by folds", OLD, OLD | {"all": OLD["all"]._replace(exact=16)})
    assert head.split() == "by folds pages exact silent right, flagged false records".split()
    assert [row.split() for row in rows] == ["all 20 15 -> 16 3 -> 3 2 -> 2 1 -> 1".split()]
