"""Records out: one small module per format, one shape for all.

    with open_sink("csv", Path("output/page.csv")) as sink:
        sink.write(page)

A file is written beside its place and renamed when it is whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from extractor.errors import UsageError
from extractor.records import QAPage
from extractor.sinks.csv_format import CSV, EXCEL_CSV
from extractor.sinks.json_formats import JSON, JSON_LINES, to_json
from extractor.sinks.textual import TextFormat, TextSink
from extractor.sinks.whole import whole_file

__all__ = ["TEXT_FORMATS", "Sink", "open_sink", "text_format", "to_json"]

TEXT_FORMATS = {style.name: style for style in (JSON, JSON_LINES, CSV)}


class Sink(Protocol):
    """Where records go."""

    def write(self, page: QAPage) -> None:
        """Append one record."""


@contextmanager
def open_sink(name: str, target: Path | IO[str], *, excel: bool = False) -> Iterator[Sink]:
    """A sink of format `name` ("json", "jsonl", "csv"), into a file or an open text stream; complete when it closes.

    Raises:
        UsageError: if there is no such format.
        OutputError: if the file cannot be written.

    """
    style = text_format(name, excel=excel)
    if isinstance(target, Path):
        with whole_file(target) as stream:
            yield from _write_all(style, stream)
    else:
        yield from _write_all(style, target)


def _write_all(style: TextFormat, stream: IO[str]) -> Iterator[Sink]:
    sink = TextSink(style, stream)
    yield sink
    sink.close()


def text_format(name: str, *, excel: bool = False) -> TextFormat:
    """The text format called `name`; `excel` changes how CSV is spelled.

    Raises:
        UsageError: if there is no such format.

    """
    if name not in TEXT_FORMATS:
        raise UsageError(f"there is no format {name!r}; choose from {', '.join(TEXT_FORMATS)}")
    return EXCEL_CSV if excel and name == "csv" else TEXT_FORMATS[name]
