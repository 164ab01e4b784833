"""A page read by weights that are tried: right by those that are shipped, another by others."""

from extractor.fit.reading import scored
from extractor.readers.text.weights import NUMBERS
from tests.fit.pages import pages


def test_by_the_shipped_weights_fixtures_are_right_with_a_margin_for_each_answer() -> None:
    for page in pages("realself/a"):
        found = scored(page, {})
        assert found.score.is_exact
        assert [is_right for _, is_right in found.answers] == [True] * len(page.records[0].answers)
        assert all(margin > 0 for margin, _ in found.answers)


def test_other_weights_read_otherwise() -> None:
    page = pages("realself/a")[0]
    odd = {name: -number for name, number in NUMBERS.items() if name.startswith("headline.")}
    assert scored(page, odd).answers != scored(page, {}).answers
