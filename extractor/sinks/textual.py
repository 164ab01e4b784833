"""What the text formats have in common: a file is `head`, encoded records with `separator` between them, `tail`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import IO

from extractor.records import QAPage


@dataclass(frozen=True, slots=True)
class TextFormat:
    """How records become text. `encode` is pure, so it can run anywhere; only putting in order is left."""

    encode: Callable[[QAPage], str]
    head: str = ""
    separator: str = ""
    tail: str = ""


class TextSink:
    """Writes records to an open text stream, which stays open: who opened it closes it."""

    def __init__(self, style: TextFormat, stream: IO[str]) -> None:
        self._style = style
        self._stream = stream
        self._gap = ""
        stream.write(style.head)

    def write(self, page: QAPage) -> None:
        """Append one record."""
        self._stream.write(self._gap + self._style.encode(page))
        self._gap = self._style.separator

    def close(self) -> None:
        """End the file; what was written is not complete before."""
        self._stream.write(self._style.tail)
        self._stream.flush()
