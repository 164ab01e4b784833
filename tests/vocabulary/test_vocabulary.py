"""Words are looked up without regard to case, accents and hyphens, and each stands in its file once."""

from collections.abc import Iterator
from importlib.resources import files

import pytest

from extractor import vocabulary

TABLES = sorted(file.name for file in files(vocabulary).iterdir() if file.name.endswith(".toml"))
LISTS = sorted(file.name for file in files(vocabulary).iterdir() if file.name.endswith(".txt"))


def lists_in(table: object) -> Iterator[list[str]]:
    """All lists of words in a table, however deep."""
    if isinstance(table, dict):
        for value in table.values():
            yield from lists_in(value)
    elif isinstance(table, list):
        yield table


@pytest.mark.parametrize("name", TABLES)
def test_a_table_holds_lists_in_which_no_word_stands_twice(name: str) -> None:
    lists = list(lists_in(vocabulary.table_of(name)))
    assert lists
    assert [words for words in lists if len(set(words)) != len(words)] == []


@pytest.mark.parametrize("name", LISTS)
def test_no_entry_of_a_list_is_a_heading_or_stands_twice(name: str) -> None:
    entries = vocabulary.words_of(name)
    assert entries
    assert not any(entry.startswith("#") for entry in entries)
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize("name", vocabulary.table_of("words.toml"))
def test_single_words_are_single_and_small(name: str) -> None:
    assert [word for word in vocabulary.word_set(name) if word != word.lower() or " " in word] == []
