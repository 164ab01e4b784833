"""Readers that are fast, slow or misbehave on request: what a test needs of a page is in its words."""

import ctypes
import os
import threading
import time
from collections.abc import Callable, Iterator
from typing import NoReturn

from extractor.document import Document
from extractor.encodings import decode_document
from extractor.records import Answer, Doctor, QAPage, Question, WarningCode
from extractor.records import Warning as Doubt
from extractor.sources import SliceItem, SourceOptions


class Hanging:
    """A slice that takes for ever to open."""

    name = "hanging"
    size = 0

    def items(self, _: SourceOptions) -> Iterator[SliceItem]:
        """Nothing, in ten minutes."""
        time.sleep(600)
        yield from ()


class Deadly:
    """A reader that ends whoever takes it out of what was sent."""

    def __call__(self, document: Document) -> list[QAPage]:
        """Never called by a worker."""
        return read(document)

    def __reduce__(self) -> tuple[Callable[[int], NoReturn], tuple[int]]:
        """What is done to make it again."""
        return os._exit, (3,)


_PAUSE = float(os.environ.get("SECONDS_PER_PAGE", "0"))


def read(document: Document) -> list[QAPage]:
    """A record per page: its first line asks, the others answer. Some first lines do what they say."""
    time.sleep(_PAUSE)
    title, *lines = decode_document(document).text.splitlines() or [""]
    match title.split()[0]:
        case "crash":
            ctypes.string_at(0)
        case "hang":
            time.sleep(600)
        case "eat":
            bytearray(1 << 34)
        case "linger":
            threading.Thread(target=time.sleep, args=(600,)).start()
        case "raise":
            raise ValueError(title)
        case "nothing":
            return []
    doctor = Doctor(name="Ada Example", specialty="Dermatologist")
    answers = tuple(Answer(position=n, body=line, doctor=doctor if n > 1 else None) for n, line in enumerate(lines, 1))
    doubts = (Doubt(code=WarningCode.CONFLICT, message="two"),) if "doubt" in title else ()
    question = Question(title=title)
    return [
        QAPage(
            source=document.source, url=document.url, site="test", question=question, answers=answers, warnings=doubts
        )
    ]


def unsure(document: Document) -> list[QAPage]:
    """The same, but nobody is sure of it."""
    return [record.model_copy(update={"confidence": 0.7}) for record in read(document)]
