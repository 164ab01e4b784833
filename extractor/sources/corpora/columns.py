"""Rows of corpora: which column holds the page, which its address."""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import date, time

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure, Scalar
from extractor.records.models import writable
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


def kept(row: Mapping[str, object], used: Sequence[str], wanted: Sequence[str] | None) -> dict[str, Scalar]:
    """What a row holds besides the columns `used` for the page and its address: of the `wanted` ones, of all if None.

    >>> kept({"text": "Why?", "id": 7, "tags": ["a", "b"]}, ["text"], None)
    {'id': 7, 'tags': '["a", "b"]'}
    """
    names = [name for name in row if name not in used] if wanted is None else [name for name in wanted if name in row]
    return {writable(name): _scalar(row[name]) for name in names}


def _scalar(value: object) -> Scalar:
    """A value as JSON can hold it, all but texts and numbers written as text; bytes that are no text in base64."""
    if isinstance(value, str):
        return writable(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, bytes):
        return _text_of(value)
    if isinstance(value, list | dict):
        return writable(json.dumps(value, ensure_ascii=False, default=_scalar))
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _text_of(value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return b64encode(value).decode("ascii")


_KINDS = {
    dict: "an object",
    list: "a list",
    str: "text",
    bool: "a truth value",
    int: "a number",
    float: "a number",
    type(None): "nothing",
}


def kind_of_value(value: object) -> str:
    """What a value of a row is, as its reader would call it.

    >>> kind_of_value({"a": 1}), kind_of_value(2.5)
    ('an object', 'a number')
    """
    return _KINDS.get(type(value), type(value).__name__)


def row_document(
    source: str | None, column: str, text: object, url: object, columns: Mapping[str, Scalar] | None = None
) -> Document | Failure:
    """The document in a row, or why there is none; `columns` are what is kept of the row besides."""
    name = source or "the row"
    if not column:
        detail = f"{name} has none of the columns in which pages are looked for; name the right one with --text-column"
        return failure(source, Reason.NO_COLUMN, detail)
    if text in (None, "", b""):
        return failure(source, Reason.EMPTY, f"column {column} of {name} is empty")
    if not isinstance(text, str | bytes):
        return failure(source, Reason.BAD_ROW, f"column {column} of {name} holds {kind_of_value(text)}, no text")
    address = url if isinstance(url, str) else None
    return Document(text, source, address, _MEDIA_TYPES.get(column), columns=columns or None)
