"""Who speaks in a text, and to whom."""

import pytest

from extractor.readers.text.grammar.persons import begins_with_writer, count_persons, has_persons, speaks_for_several


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("I'd rest my heel, would you?", (2, 1)),
        ("A heel hurts.", (0, 0)),
        ("医生您好,我的脚很痛", (1, 1)),
    ],
)
def test_words_of_the_writer_and_to_a_reader_are_counted_in_scripts_without_spaces_too(
    text: str, counted: tuple[int, int]
) -> None:
    assert count_persons(text) == counted
    assert has_persons(text) is any(counted)


def test_of_whom_a_text_speaks() -> None:
    assert begins_with_writer("I ran.")
    assert not begins_with_writer("Ice helps me.")
    assert speaks_for_several("Come to our house.")
    assert not speaks_for_several("Come to my house.")
