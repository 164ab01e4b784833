"""What a post repeats of an earlier one."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.quotes import without_quotes

FIRST = "Put a firm pillow between your knees at night."


@pytest.mark.parametrize(
    ("reply", "own"),
    [
        (f"hank wrote:\n{FIRST}\nThat helped.", ["That helped."]),
        ("Quote:\nOriginally Posted by hank\na firm pillow between your knees\nThat helped.", ["That helped."]),
        (f"hank wrote: {FIRST}\nThat helped.", ["That helped."]),
        ("A pillow helped.\nhank wrote it.", ["A pillow helped.", "hank wrote it."]),
        ("at night.\nThat helped.", ["at night.", "That helped."]),
    ],
)
def test_quotes_and_what_announces_them_are_left_out(reply: str, own: list[str]) -> None:
    lines = split_lines(f"{FIRST}\n{reply}")
    _, rest = without_quotes(lines, [range(1), range(1, len(lines))])
    assert [lines[at].text for at in rest] == own
