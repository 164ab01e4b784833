"""The picture of reliability shows each bin that has answers, and is the same each time."""

from extractor.evaluation.scores import Bin
from scripts.reliability import picture
from tests.paths import ROOT


def test_it_shows_every_bin_that_has_answers() -> None:
    bins = (
        Bin(low=0, answers=1234, confidence=0.4, accuracy=0.5),
        Bin(low=0.5, answers=0, confidence=0, accuracy=0),
        Bin(low=0.9, answers=567, confidence=0.95, accuracy=1),
    )
    made = picture(bins)
    assert ">1,234<" in made
    assert ">567<" in made
    assert ">0<" not in made
    assert made == picture(bins)


def test_it_stands_in_the_documentation() -> None:
    assert "](reliability.svg)" in (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    assert (ROOT / "docs" / "reliability.svg").read_text(encoding="utf-8").count(
        "share that is right in all fields"
    ) >= 1
