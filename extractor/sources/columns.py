"""Rows of corpora: which column holds the page, which its address."""

from collections.abc import Mapping, Sequence

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.slices import failure

_MEDIA_TYPES = {"html": MediaType.HTML}


def find_value(row: Mapping[str, object], columns: Sequence[str]) -> tuple[str, object]:
    """The first of `columns` that the row has something in, and that; a point leads into an object.

    A column that is there and empty counts if no other holds anything.

    >>> find_value({"text": "Why?", "metadata": {"url": "https://a.example"}}, ["url", "metadata.url"])
    ('metadata.url', 'https://a.example')
    >>> find_value({"html": "", "text": None}, ["html", "text"]), find_value({}, ["text"])
    (('html', ''), ('', None))
    """
    empty: tuple[str, object] = ("", None)
    for column in columns:
        value, is_there = _value_at(row, column)
        if value not in (None, "", b""):
            return column, value
        if is_there and not empty[0]:
            empty = column, ""
    return empty


def _value_at(row: Mapping[str, object], column: str) -> tuple[object, bool]:
    value: object = row
    for key in column.split("."):
        if not isinstance(value, Mapping) or key not in value:
            return None, False
        value = value[key]
    return value, True


def document(source: str, column: str, text: object, url: object) -> Document | Failure:
    """The document in a row, or why there is none."""
    if not column:
        return failure(source, Reason.NO_COLUMN, f"{source} has no page; say with --text-column where it stands")
    if text in (None, "", b""):
        return failure(source, Reason.EMPTY, f"column {column} of {source} is empty")
    if not isinstance(text, str | bytes):
        return failure(source, Reason.BAD_ROW, f"column {column} of {source} holds a {type(text).__name__}, no text")
    return Document(text, source, url if isinstance(url, str) else None, _MEDIA_TYPES.get(column))
