"""Records out: one small module per format, one shape for all.

    with open_sink("csv", Path("output/page.csv")) as sink:
        sink.write(page)

A file is written beside its place and renamed when it is whole.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from extractor.errors import UsageError
from extractor.files import beside, publish
from extractor.sinks.formats import FORMATS, Format, find_format
from extractor.sinks.json_formats import to_json
from extractor.sinks.parquet import nested_row, nested_schema
from extractor.sinks.textual import TextFormat, TextSink

__all__ = [
    "FORMATS",
    "Format",
    "TextFormat",
    "TextSink",
    "find_format",
    "nested_row",
    "nested_schema",
    "open_sink",
    "to_json",
]


@contextmanager
def open_sink(name: str, target: Path | IO[str], *, excel: bool = False) -> Iterator[TextSink]:
    """A sink of format `name`, into a file or an open text stream; what it wrote is complete when the block ends well.

    Raises:
        UsageError: if there is no such format, or it is none of text and the target is a stream.
        OutputError: if the file cannot be written.

    """
    form = find_format(name, excel=excel)
    if not isinstance(target, Path):
        if form.finish:
            raise UsageError(f"{name} cannot be printed; choose json, jsonl or csv, or a directory with -o")
        yield from _written(form.text, target)
        return
    with beside(target) as part:
        with part.open("w", encoding="utf-8", newline="") as stream:
            yield from _written(form.text, stream)
        publish(part, target, form.finish)


def _written(style: TextFormat, stream: IO[str]) -> Iterator[TextSink]:
    sink = TextSink(style, stream)
    yield sink
    sink.close()
