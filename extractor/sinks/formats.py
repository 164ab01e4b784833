"""The formats by name, as `--format` takes them: json, jsonl, csv, their compressed forms, parquet, sqlite."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.errors import UsageError
from extractor.extras import require
from extractor.sinks.compressed import COMPRESSIONS
from extractor.sinks.csv_format import CSV, EXCEL_CSV
from extractor.sinks.json_formats import JSON, JSON_LINES
from extractor.sinks.parquet import FLAT_LINES, NESTED_LINES, flat_to_parquet, nested_to_parquet
from extractor.sinks.sqlite import to_sqlite
from extractor.sinks.textual import TextFormat


@dataclass(frozen=True, slots=True)
class Format:
    """How records become a file: as text while they come in, which `finish` (given the text and the file) makes it.

    `extra` is the optional part that it needs, as module and name; `shards` says whether it can be several files.
    """

    extension: str
    text: TextFormat
    finish: Callable[[Path, Path], None] | None = None
    extra: tuple[str, str] | None = None
    shards: bool = True


_PARQUET = ("pyarrow", "parquet")

FORMATS: Mapping[str, Format] = {
    "json": Format(".json", JSON),
    "jsonl": Format(".jsonl", JSON_LINES),
    "csv": Format(".csv", CSV),
    "parquet": Format(".parquet", NESTED_LINES, nested_to_parquet, _PARQUET),
    "parquet-flat": Format(".flat.parquet", FLAT_LINES, flat_to_parquet, _PARQUET),
    "sqlite": Format(".sqlite", JSON_LINES, to_sqlite, shards=False),
}


def find_format(name: str, *, excel: bool = False) -> Format:
    """The format called `name`, such as "csv" or "jsonl.gz"; `excel` changes how CSV is spelled.

    Raises:
        UsageError: if there is no such format, or an optional part that it needs is missing.

    """
    base, dot, compression = name.partition(".")
    if base not in FORMATS or (dot and (dot + compression not in COMPRESSIONS or FORMATS[base].finish)):
        known, endings = ", ".join(FORMATS), ", ".join(COMPRESSIONS)
        raise UsageError(f"there is no format {name!r}; choose from {known}; json, jsonl and csv may end in {endings}")
    found = FORMATS[base]
    if excel and base == "csv":
        found = replace(found, text=EXCEL_CSV)
    if dot:
        extra = ("zstandard", "archives") if compression == "zst" else None
        name = found.extension + dot + compression
        found = replace(found, extension=name, finish=COMPRESSIONS[dot + compression], extra=extra)
    if found.extra:
        require(*found.extra)
    return found
