"""Items: how one looks is seen when it is asked for, and once."""

from unittest.mock import patch

from extractor.readers.text.grammar import items
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.looks import look_at
from extractor.readers.text.grammar.states import Gap


def item(text: str) -> Item:
    return Item(0, len(text), text, 0, 0, 0, Gap(1))


def test_an_item_looks_as_its_text_does() -> None:
    texts = ["2 years ago", "Dear Rosa, rest it.", "Rest and ice", "Best wishes"]
    assert [item(text).look for text in texts] == list(map(look_at, texts))
    assert len({item(text).look for text in texts}) == len(texts)


def test_a_line_is_looked_at_when_it_is_asked_for_and_once() -> None:
    with patch.object(items, "look_at", wraps=look_at) as seen:
        line = item("Rest and ice")
        assert seen.call_count == 0
        assert line.look is line.look
        assert seen.call_count == 1
