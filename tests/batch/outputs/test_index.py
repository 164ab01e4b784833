"""An entry says of a record by what duplicates are known, how full it is, and where its text ends."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.batch.outputs.index import Entry, entry_of, pack, read_index, unpack
from extractor.records import Answer, QAPage, Question

_keys = st.just(b"") | st.binary(min_size=16, max_size=16).filter(lambda key: not key.endswith(b"\0"))
_FORMATS = 3
_entries = st.builds(
    Entry,
    _keys,
    st.binary(min_size=16, max_size=16),
    st.integers(0, 2**64 - 1),
    st.lists(st.integers(0, 2**32 - 1), min_size=_FORMATS, max_size=_FORMATS).map(tuple),
)
PAGE = QAPage(
    url="https://site.example/q/1", question=Question(title="Is it?"), answers=(Answer(position=1, body="So."),)
)


@given(st.lists(_entries, max_size=6))
def test_entries_come_back_from_the_file(entries: list[Entry]) -> None:
    assert list(unpack(pack(entries, _FORMATS), _FORMATS)) == entries


def test_a_file_is_read_in_order(tmp_path: Path) -> None:
    entries = [entry_of(PAGE, number, number, (number,)) for number in range(5)]
    (tmp_path / "index").write_bytes(pack(entries, 1))
    assert list(read_index(tmp_path / "index", 1)) == entries


@pytest.mark.parametrize("url", ["http://site.example/q/1", "https://SITE.example/q/1/", "https://site.example/q/1#a2"])
def test_addresses_of_one_page_have_one_key(url: str) -> None:
    other = PAGE.model_copy(update={"url": url})
    assert entry_of(other, 0, 1, ()).address == entry_of(PAGE, 0, 1, ()).address


def test_what_tells_records_apart() -> None:
    first, second = entry_of(PAGE, 0, 1, ()), entry_of(PAGE, 1, 1, ())
    assert first.address != second.address, "two questions of one page"
    assert first.text == second.text
    assert entry_of(PAGE.model_copy(update={"url": None}), 0, 1, ()).address == b""
    spaced = PAGE.model_copy(update={"question": Question(title="Is \n it?")})
    assert entry_of(spaced, 0, 1, ()).text == first.text


def test_more_fields_are_fuller_than_longer_texts() -> None:
    longer = PAGE.model_copy(update={"question": Question(title="Is it? " * 99)})
    assert entry_of(PAGE, 0, 5, ()).fullness > entry_of(longer, 0, 4, ()).fullness > entry_of(PAGE, 0, 4, ()).fullness


def test_a_record_that_was_not_chosen_has_no_length_in_the_first_format() -> None:
    assert entry_of(PAGE, 0, 1, (9, 0)).is_chosen
    assert not entry_of(PAGE, 0, 1, (0, 9)).is_chosen
