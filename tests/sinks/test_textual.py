"""A text format puts head, separators and tail around records, however many there are."""

import io
import json

import pytest

from extractor.records import QAPage
from extractor.sinks import TextFormat, TextSink
from tests.sinks.texts import written


def test_an_empty_array_is_json() -> None:
    assert json.loads(written("json", [])) == []


@pytest.mark.parametrize("number", range(4))
def test_separators_stand_between_records_and_nowhere_else(number: int) -> None:
    stream = io.StringIO()
    sink = TextSink(TextFormat(lambda page: page.source or "", head="[", separator=", ", tail="]"), stream)
    for place in range(number):
        sink.write(QAPage(source=str(place)))
    sink.close()
    assert stream.getvalue() == f"[{', '.join(map(str, range(number)))}]"
    assert not stream.closed
