"""JSON: one array for people and small sets, JSON Lines (one record a line) for large ones."""

from extractor.records import QAPage
from extractor.sinks.textual import TextFormat

_LEFT_OUT = {
    (True, True): {"spans", "text", "columns"},
    (True, False): {"spans", "text"},
    (False, True): {"columns"},
    (False, False): None,
}
"""By whether the record is without spans, and without columns."""


def to_json(page: QAPage, *, indent: int | None = None) -> str:
    """The record as a JSON object: keys in the order of the model; `spans`, `text` and `columns` only when kept."""
    return page.model_dump_json(indent=indent, exclude=_LEFT_OUT[page.spans is None, page.columns is None])


JSON = TextFormat(lambda page: "\n" + to_json(page, indent=2), head="[", separator=",", tail="\n]\n")
JSON_LINES = TextFormat(lambda page: to_json(page) + "\n")
