"""The options of `extract` that do not concern the web, in groups, and the batch that they ask for."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from cloup import option, option_group

from extractor.cli.console import FILE, STANDARD, NumberRange
from extractor.cli.web import WebChosen

if TYPE_CHECKING:
    from extractor.batch import BatchOptions
    from extractor.reading import Reader
    from extractor.sources import SourceOptions

MAX_SIZE = 20_000_000  # document.MAX_SIZE; importing that would import the models, and a test holds them equal
_FORMATS = "json, jsonl, csv (also with .gz, .bz2, .xz, .zst), parquet, parquet-flat, sqlite"


layout_option = option(
    "--layout",
    multiple=True,
    type=FILE,
    metavar="FILE.py",
    help="Read pages of its site by the layout in this file too; the file is run as Python.",
)


class Chosen(WebChosen):
    """All options of `extract`, by name."""

    files_from: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    text_column: str | None
    url_column: str | None
    keep_columns: str
    layout: tuple[Path, ...]
    output: str
    formats: str | None
    spans: bool
    excel: bool
    shard_size: int | None
    dedup: str
    only_flagged: bool
    min_confidence: float
    quiet: bool
    jobs: int | None
    resume: bool
    log: bool
    skip_known: tuple[Path, ...]
    max_size: int
    max_expansion: int
    max_members: int
    page_seconds: float
    page_memory: int


reading_options = option_group(
    "What to read",
    option("--files-from", metavar="FILE", help="Read the names of further inputs from FILE, one a line; - is stdin."),
    option("--include", multiple=True, metavar="GLOB", help="In directories and archives take these files only."),
    option("--exclude", multiple=True, metavar="GLOB", help="In directories and archives leave these files out."),
    option("--text-column", metavar="NAME", help="Where a JSONL or Parquet corpus keeps its pages."),
    option("--url-column", metavar="NAME", help="Where it keeps their addresses."),
    option(
        "--keep-columns",
        default="all",
        show_default=True,
        metavar="LIST",
        help="What else of its rows JSON, Parquet and SQLite keep: names with commas between, all or none.",
    ),
    layout_option,
)
_format = option("--format", "formats", metavar="LIST", help=f"Of {_FORMATS}.  [default: json,csv; printed: json]")
_spans = option("--spans", is_flag=True, help="Say for every value where in the page it stands.")
_excel = option(
    "--excel", is_flag=True, help="CSV for spreadsheets: a byte order mark, and no cell is run as a formula."
)
_jobs = option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Worker processes.  [default: one per core]")
_quiet = option("-q", "--quiet", is_flag=True, help="Print nothing but failures.")
_resume = option("--resume", is_flag=True, help="Go on with the run that was interrupted here.")
_log = option("--log", is_flag=True, help="Say in NAME.log.json how fast it went; `report` shows it.")
_shard_size = option("--shard-size", type=click.IntRange(1), metavar="N", help="Put at most N records in a file.")
_dedup = option(
    "--dedup",
    type=click.Choice(["all", "first", "keep-best"]),
    default="all",
    show_default=True,
    help="Of copies of a page keep these.",
)
only_flagged = option(
    "--only-flagged", is_flag=True, help="Write records with warnings; keep the others in NAME.left-out.jsonl."
)
min_confidence = option(
    "--min-confidence",
    default=0.0,
    type=NumberRange(0, 1),
    metavar="X",
    help="Write records of confidence X at least; keep the others likewise.",
)
writing_options = option_group(
    "What to write",
    option("-o", "--output", default="output", show_default=True, metavar="DIR", help="Where to write; - prints."),
    _format,
    _spans,
    _excel,
    _shard_size,
    _dedup,
    only_flagged,
    min_confidence,
    _quiet,
)
part_options = option_group("What is written", _format, _spans, _excel, only_flagged, min_confidence, _jobs, _quiet)
merge_options = option_group("What to write", _shard_size, _dedup, _resume, _quiet)
batch_options = option_group(
    "Many pages",
    _jobs,
    _resume,
    _log,
    option(
        "--skip-known",
        multiple=True,
        type=FILE,
        metavar="RUN.json",
        help="Leave out what that run read.",
    ),
)
limits = option_group(
    "Limits",
    option(
        "--max-size",
        default=MAX_SIZE,
        show_default=True,
        type=click.IntRange(1, 10**12),
        metavar="BYTES",
        help="Bytes a page may have.",
    ),
    option(
        "--max-expansion",
        default=200,
        show_default=True,
        type=click.IntRange(1),
        metavar="N",
        help="How many times its size an archive may expand to.",
    ),
    option(
        "--max-members",
        default=1_000_000,
        show_default=True,
        type=click.IntRange(1),
        metavar="N",
        help="Files that an archive may hold.",
    ),
    option(
        "--page-seconds",
        default=60.0,
        show_default=True,
        type=NumberRange(0, 1_000_000, min_open=True),
        metavar="SECONDS",
        help="Time that a page may take a worker.",
    ),
    option(
        "--page-memory",
        default=1024,
        show_default=True,
        type=click.IntRange(1, 1_000_000),
        metavar="MB",
        help="Memory that a page may take a worker.",
    ),
)


def format_names(chosen: Chosen) -> tuple[str, ...]:
    """The names of the formats; what is printed is JSON if nothing is said."""
    names = chosen["formats"] or ("json" if chosen["output"] == STANDARD else "json,csv")
    return tuple(name.strip() for name in names.split(","))


def chosen_reader(chosen: Chosen) -> "Reader":
    """What reads a page as the options want it."""
    from extractor.reading import read, read_with
    from extractor.sites import layout_file

    if files := tuple(map(layout_file, chosen["layout"])):
        return partial(read_with, files=files, spans=chosen["spans"])
    return partial(read, spans=True) if chosen["spans"] else read


def as_batch(chosen: Chosen, brief_jobs: int | None = None) -> "BatchOptions":
    """The options as the batch takes them; a brief one has so many workers, or is read in this process if that is 0."""
    from extractor.batch import BatchOptions, Dedup, Limits, cores
    from extractor.records.choice import Choice

    return BatchOptions(
        formats=format_names(chosen),
        excel=chosen["excel"],
        shard_size=chosen["shard_size"],
        dedup=Dedup(chosen["dedup"]),
        choice=Choice(chosen["only_flagged"], chosen["min_confidence"]),
        jobs=chosen["jobs"] or cores() if brief_jobs is None else brief_jobs,
        limits=Limits(seconds=chosen["page_seconds"], memory=chosen["page_memory"] << 20),
        resume=chosen["resume"],
        log=chosen["log"],
        brief=brief_jobs is not None,
        skip_known=chosen["skip_known"],
        files_from=chosen["files_from"],
        sources=_as_sources(chosen),
        reader=chosen_reader(chosen),
    )


def _kept_columns(names: str) -> tuple[str, ...] | None:
    """The columns of corpora that are kept, None for all."""
    return None if names == "all" else () if names == "none" else tuple(name.strip() for name in names.split(","))


def _as_sources(chosen: Chosen) -> "SourceOptions":
    from extractor.sources import SourceOptions

    return SourceOptions(
        max_size=chosen["max_size"],
        max_expansion=chosen["max_expansion"],
        max_members=chosen["max_members"],
        include=chosen["include"],
        exclude=chosen["exclude"],
        text_column=chosen["text_column"],
        url_column=chosen["url_column"],
        keep_columns=_kept_columns(chosen["keep_columns"]),
    )
