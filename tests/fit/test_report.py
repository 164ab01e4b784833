"""What a fit is refused for."""

from extractor.evaluation.comparison import PageScore
from extractor.fit.gold_paths import Page
from extractor.fit.reading import ScoredPage
from extractor.fit.report import FamilyFigures, changes, refusals, table

OLD = {"all": FamilyFigures(20, 15, 3, 2, 1), "generic": FamilyFigures(10, 8, 1, 1, 0)}


def scored(name: str, *, is_exact: bool, is_flagged: bool = False) -> ScoredPage:
    page = Page(name, "generic", name, "", ())
    score = PageScore(
        name=name, family="generic", is_negative=False, has_record=True, is_exact=is_exact, is_segmented=is_exact,
        is_flagged=is_flagged, fields={}, answers=(), differences=(),
    )  # fmt: skip
    return ScoredPage(page, score, [])


def test_a_page_that_falls_and_silence_that_grows_are_refused() -> None:
    before = [scored("a", is_exact=True), scored("b", is_exact=False, is_flagged=True), scored("c", is_exact=True)]
    assert list(refusals(before, before)) == []
    swapped = [scored("a", is_exact=False, is_flagged=True), scored("b", is_exact=True), before[2]]
    assert changes(before, swapped) == {"a": False, "b": True}
    assert list(refusals(before, swapped)) == ["a is not exact any more"]
    silent = [before[0], scored("b", is_exact=False), before[2]]
    assert list(refusals(before, silent)) == ["1 pages are wrong without a warning, 0 were"]


def test_the_table_shows_what_is_different() -> None:
    head, *rows = table("by folds", OLD, OLD | {"all": OLD["all"]._replace(exact=16)})
    assert head.split() == "by folds pages exact silent right, flagged false records".split()
    assert [row.split() for row in rows] == ["all 20 15 -> 16 3 -> 3 2 -> 2 1 -> 1".split()]
