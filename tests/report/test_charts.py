"""Charts are the same for the same figures, and say them in words too."""

from extractor.report.charts import bars


def test_equal_figures_give_equal_charts_with_a_name() -> None:
    figures = {"0.9": 1200, "0.95": 0, "1.0": 3}
    first = bars("Confidence", "of answers", figures)
    assert first == bars("Confidence", "of answers", dict(figures))
    assert 'role="img" aria-label="Confidence (0.9: 1,200, 1.0: 3)"' in first
    assert ">of answers</text>" in first, "text stays text"
    assert "<?xml" not in first


def test_a_chart_of_nothing_says_so() -> None:
    assert 'aria-label="Confidence (none)"' in bars("Confidence", "of answers", {"1.0": 0})
