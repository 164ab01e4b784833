"""No pattern of the program takes more than linear time on strings made from it."""

import pytest

from benchmarks.patterns import Pattern, patterns, slow

PATTERNS = list(patterns())


@pytest.mark.parametrize(("name", "pattern", "method"), PATTERNS, ids=[name for name, _, _ in PATTERNS])
def test_a_pattern_takes_no_more_than_linear_time(name: str, pattern: Pattern, method: str) -> None:
    assert list(slow(name, pattern, method)) == []
