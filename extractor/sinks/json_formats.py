"""JSON: one array for people and small sets, JSON Lines (one record a line) for large ones."""

from extractor.records import QAPage
from extractor.sinks.textual import TextFormat

_OPTIONAL = {"spans", "text"}


def to_json(page: QAPage, *, indent: int | None = None) -> str:
    """The record as a JSON object: keys in the order of the model, `spans` and `text` only when they are kept."""
    return page.model_dump_json(indent=indent, exclude=_OPTIONAL if page.spans is None else None)


JSON = TextFormat(lambda page: "\n" + to_json(page, indent=2), head="[", separator=",", tail="\n]\n")
JSON_LINES = TextFormat(lambda page: to_json(page) + "\n")
