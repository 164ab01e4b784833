"""Rows of corpora: which column holds the page, which its address."""

from collections.abc import Mapping, Sequence

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.slices import failure

_MEDIA_TYPES = {"html": MediaType.HTML}


def find_value(row: Mapping[str, object], columns: Sequence[str]) -> tuple[str, object]:
    """The first of `columns` that the row has a value in, and that value; a point leads into an object.

    >>> find_value({"text": "Why?", "metadata": {"url": "https://a.example"}}, ["url", "metadata.url"])
    ('metadata.url', 'https://a.example')
    """
    for column in columns:
        value: object = row
        for key in column.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        if value is not None:
            return column, value
    return "", None


def document(source: str, column: str, text: object, url: object) -> Document | Failure:
    """The document in a row, or why there is none."""
    if text is None:
        return failure(source, Reason.NO_COLUMN, f"{source} has no page; say with --text-column where it stands")
    if not isinstance(text, str | bytes):
        return failure(source, Reason.BAD_ROW, f"column {column} of {source} holds a {type(text).__name__}, no text")
    return Document(text, source, url if isinstance(url, str) else None, _MEDIA_TYPES.get(column))
