"""Where a text has dates."""

import pytest

from extractor.readers.html.posts.printed_dates import dates_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Posted: 3 May 2019", ["3 May 2019", "2019"]),
        ("Posted: May 3, 2019 at noon", ["3, 2019 at noon", "2019 at noon"]),
        ("Take 3 tablets, and 2 more", []),
        ("", []),
    ],
)
def test_dates_are_told_by_their_numbers(text: str, expected: list[str]) -> None:
    assert [text[start:] for start in dates_in(text)] == expected
