"""What a post repeats of an earlier one."""

import pytest

from extractor.readers.lines import split_lines
from extractor.readers.text.boards.quotes import are_plain_words, is_announced, without_quotes

FIRST = "Put a firm pillow between your knees at night."


@pytest.mark.parametrize(
    ("reply", "own"),
    [
        (f"hank wrote:\n{FIRST}\nThat helped.", ["That helped."]),
        ("Quote:\nOriginally Posted by hank\na firm pillow between your knees\nThat helped.", ["That helped."]),
        (f"hank wrote: {FIRST}\nThat helped.", ["That helped."]),
        ("A pillow helped.\nhank wrote it.", ["A pillow helped.", "hank wrote it."]),
        ("at night.\nThat helped.", ["at night.", "That helped."]),
        (f"A pillow helped.\n{FIRST}\nThat helped.", ["A pillow helped.", "That helped."]),
        (f"hank wrote well.\nI slept.\nI did.\n{FIRST}", ["hank wrote well.", "I slept.", "I did."]),
        ("hank wrote:a firm pillo\nThat helped.", ["That helped."]),
        ("hank wrote:a firm pill\nThat helped.", ["hank wrote:a firm pill", "That helped."]),
    ],
    ids=[
        *("announced", "announced twice", "on the line that announces it", "nothing repeated", "too short"),
        *("nothing announces it", "announced too far above", "of twelve letters", "of eleven"),
    ],
)
def test_quotes_and_what_announces_them_are_left_out(reply: str, own: list[str]) -> None:
    lines = split_lines(f"{FIRST}\n{reply}")
    _, rest = without_quotes(lines, [range(1), range(1, len(lines))])
    assert [lines[at].text for at in rest] == own


def test_a_long_line_announces_nothing() -> None:
    assert is_announced("hank wrote" + " this" * 26)
    assert not is_announced("hank wrote" + " this" * 26 + "!")
    assert not is_announced("hank said nothing of the kind"[10:])


@pytest.mark.parametrize(
    ("post", "are_words"),
    [
        ("Rest it.", True),
        ("Rest it, and do not\nwalk, for two weeks.", False),
        ("Rest it and do not walk far.\nIt will be well (soon)", True),
        ("hank wrote that he rests it.\nSo do I, and it is better.", True),
        ("As hank wrote:\nSo do I, and it is better.", False),
        ("Do this:\nRest it for two weeks.", True),
        ("Rest it for two weeks.\nKeep walking.", False),
        ("Rest it", False),
        ("", False),
    ],
    ids=[
        *("a sentence", "a line like a name", "two sentences", "of somebody", "an announcement", "of no quote"),
        "below all that somebody posts",
        *("without an end", "no line"),
    ],
)
def test_the_words_of_a_post_are_sentences(post: str, are_words: bool) -> None:  # noqa: FBT001 - a parameter of the test
    lines = split_lines(post)
    assert are_plain_words(lines, range(len(lines))) is are_words
