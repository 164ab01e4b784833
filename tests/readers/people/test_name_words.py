"""What a word of a name line can be."""

import pytest

from extractor.readers.people.name_words import recased, word_of


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("Ann", "is_name is_first"),
        ("Dr.", "is_title is_name is_first"),
        ("Jr.", "is_suffix is_name is_first"),
        ("MD", "is_credential is_name"),
        ("M.D.", "is_credential is_name"),
        ("MD-PhD", "is_credential is_name"),
        ("van", "is_name"),
        ("d'Ávila", "is_name"),
        ("Zoe\u0308", "is_name is_first"),
        ("“Bob”", "is_name"),
        ("李明华", "is_name is_first"),
        ("Thanks", "is_name"),
        ("Surgeon", "is_name is_first ends_specialty"),
        ("swelling", ""),
        ("Ann3!", ""),
    ],
)
def test_what_a_word_can_be(word: str, said: str) -> None:
    assert " ".join(name for name, is_so in word_of(word)._asdict().items() if is_so) == said


@pytest.mark.parametrize(("word", "said"), [("ada", "Ada"), ("md", "MD"), ("van", "van")])
def test_words_in_small_letters_are_given_their_capitals(word: str, said: str) -> None:
    assert recased(word) == said
