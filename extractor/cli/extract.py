"""`extractor extract`: read pages, write their records."""

import sys
from contextlib import ExitStack, contextmanager
from glob import has_magic
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypedDict, Unpack

import click

from extractor.cli.console import FILE, STANDARD, standard_output
from extractor.cli.web import fetched, is_page_address, is_single, web_feeds, web_name, web_options, web_order
from extractor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.batch import BatchOptions
    from extractor.records import Failure, QAPage
    from extractor.sinks import TextSink
    from extractor.sources import Feed
    from extractor.web import Order


MAX_SIZE = 20_000_000  # document.MAX_SIZE; importing that would import the models, and a test holds them equal

_FORMATS = "json, jsonl, csv (also with .gz, .bz2, .xz, .zst), parquet, parquet-flat, sqlite"

_DEDUP = ["all", "first", "keep-best"]

_FEW = 16
"""Pages that are not worth workers, checkpoints and a manifest."""

_INTERRUPTED = 130
"""The exit code of what Ctrl-C ends (128 + SIGINT)."""


class _Chosen(TypedDict):
    """The options of `extract` that say how to read."""

    spans: bool
    excel: bool
    files_from: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    text_column: str | None
    url_column: str | None
    max_size: int
    max_expansion: int
    max_members: int
    jobs: int | None
    page_seconds: float
    page_memory: int
    dedup: str
    shard_size: int | None
    skip_known: tuple[Path, ...]
    resume: bool


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option("-o", "--output", default="output", show_default=True, metavar="DIR", help="Where to write; - prints.")
@click.option("--format", "formats", metavar="LIST", help=f"Of {_FORMATS}.  [default: json,csv; printed: json]")
@click.option("--spans", is_flag=True, help="Say for every value where in the page it stands.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: a byte order mark, and no cell is run as a formula.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Worker processes.  [default: one per core]")
@click.option("--resume", is_flag=True, help="Go on with the run that was interrupted here.")
@click.option(
    "--skip-known", multiple=True, type=FILE, metavar="RUN.json", help="Leave out what the run of this manifest read."
)
@click.option(
    "--dedup", type=click.Choice(["all", "first", "keep-best"]), default="all", help="Of copies of a page keep…"
)
@click.option("--shard-size", type=click.IntRange(1), metavar="N", help="Put at most N records in a file.")
@click.option(
    "--files-from", metavar="FILE", help="Read the names of further inputs from FILE, one a line; - is stdin."
)
@click.option("--include", multiple=True, metavar="GLOB", help="In directories and archives take these files only.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="In directories and archives leave these files out.")
@click.option("--text-column", metavar="NAME", help="Where a JSONL or Parquet corpus keeps its pages.")
@click.option("--url-column", metavar="NAME", help="Where it keeps their addresses.")
@click.option("--max-size", default=MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
@click.option(
    "--max-expansion", default=200, show_default=True, help="How many times its size an archive may expand to."
)
@click.option("--max-members", default=1_000_000, show_default=True, help="Files that an archive may hold.")
@click.option("--page-seconds", default=60.0, show_default=True, help="Time that a page may take.")
@click.option("--page-memory", default=1024, show_default=True, metavar="MB", help="Memory that a page may take.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but failures.")
@web_options
@click.pass_context
def extract(
    context: click.Context,
    inputs: tuple[str, ...],
    output: str,
    formats: str | None,
    *,
    quiet: bool,
    **chosen: Unpack[_Chosen],
) -> None:
    """Read pages, write their records.

    INPUT is a file, a directory (recursive), a glob, the address of a web page, an address in a store (s3://...), or -
    for standard input. A file is a page, text or HTML, or holds pages: compressed (gz, bz2, xz, zst), zip, tar, WARC,
    WET, WACZ, JSON Lines, Parquet. The files are DIR/NAME.json and so on; NAME is that of the input, or `records` if
    there are several. A page that is no Q&A page gives no record and is no error.

    Whatever is more than a few pages is read by worker processes, can be interrupted and resumed, and leaves
    NAME.errors.jsonl (what gave no record, and why), NAME.inputs.jsonl and NAME.run.json (counts, options, digests).

    Exit code: 0 all inputs were read, 1 some were not, 2 wrong use, 3 the output could not be written.
    """
    order = web_order(context, inputs, output, chosen["max_size"], resume=chosen["resume"])
    if not (inputs or chosen["files_from"] or order):
        raise click.UsageError("Missing argument 'INPUT...'.")
    paths = tuple(path for path in inputs if not is_page_address(path))
    wanted = _Wanted(paths, order, web_name(context, inputs) or _name(inputs))
    names = [name.strip() for name in (formats or ("json" if output == STANDARD else "json,csv")).split(",")]
    extract_inputs = _extract_pages if _is_small(wanted, chosen) else _extract_batch
    sys.exit(1 if extract_inputs(wanted, output, names, chosen, is_quiet=quiet) else 0)


class _Wanted(NamedTuple):
    """What to read: files and the like by name, pages of the web; and what the results are called."""

    paths: tuple[str, ...]
    order: "Order | None"
    name: str


def _is_small(wanted: _Wanted, chosen: _Chosen) -> bool:
    """Whether these are a few pages, to be read here and now."""
    from extractor.sources import are_pages

    if wanted.order and not is_single(wanted.order):
        return False
    wishes = (chosen["files_from"], chosen["jobs"], chosen["resume"], chosen["skip_known"], chosen["shard_size"])
    return not any(wishes) and chosen["dedup"] == "all" and len(wanted.paths) <= _FEW and are_pages(wanted.paths)


def _extract_pages(wanted: _Wanted, output: str, names: list[str], chosen: _Chosen, *, is_quiet: bool) -> int:
    """Read a few pages; how many failed."""
    from extractor.api import extract_all
    from extractor.cli.summary import Summary

    summary = Summary(is_quiet=is_quiet, show=_shower(wanted))
    files = _files(wanted, output, names)
    inputs = chain(wanted.paths, fetched(wanted.order))
    results = extract_all(inputs, spans=chosen["spans"], max_size=chosen["max_size"])
    with _sinks(files, excel=chosen["excel"]) as sinks:
        for _, found in groupby(results, key=attrgetter("source")):
            summary.add(_write(list(found), sinks))
    summary.close([path for path in files.values() if path])
    return summary.failed


def _extract_batch(wanted: _Wanted, output: str, names: list[str], chosen: _Chosen, *, is_quiet: bool) -> int:
    """Read everything that the inputs name; how many failed."""
    from extractor import batch
    from extractor.cli.console import say
    from extractor.cli.progress import reporting, say_totals

    options = _batch_options(names, chosen)
    inputs: list[str | Feed] = [*wanted.paths, *web_feeds(wanted.order)]
    try:
        with reporting(lambda: batch.measure(inputs, options), is_quiet=is_quiet) as report:
            if output == STANDARD:
                with standard_output() as out:
                    counts, files = batch.stream(inputs, out, options, report), []
            else:
                manifest = batch.run(inputs, Path(output), wanted.name, options, report)
                written = (*(file.path for file in manifest.outputs), f"{wanted.name}{batch.MANIFEST}")
                counts, files = manifest.counts, [Path(output, name) for name in written]
    except KeyboardInterrupt:
        say("interrupted" + ("" if output == STANDARD else "; the same command with --resume goes on"))
        sys.exit(_INTERRUPTED)
    if not is_quiet:
        say_totals(counts, files)
    return counts.failed


def _batch_options(names: list[str], chosen: _Chosen) -> "BatchOptions":
    from functools import partial

    from extractor.batch import BatchOptions, Dedup, Limits, cores
    from extractor.reading import read
    from extractor.sources import SourceOptions

    return BatchOptions(
        formats=tuple(names),
        excel=chosen["excel"],
        shard_size=chosen["shard_size"],
        dedup=Dedup(chosen["dedup"]),
        jobs=chosen["jobs"] or cores(),
        limits=Limits(seconds=chosen["page_seconds"], memory=chosen["page_memory"] << 20),
        resume=chosen["resume"],
        skip_known=chosen["skip_known"],
        files_from=chosen["files_from"],
        sources=SourceOptions(
            max_size=chosen["max_size"],
            max_expansion=chosen["max_expansion"],
            max_members=chosen["max_members"],
            include=chosen["include"],
            exclude=chosen["exclude"],
            text_column=chosen["text_column"],
            url_column=chosen["url_column"],
        ),
        reader=partial(read, spans=True) if chosen["spans"] else read,
    )


def _write(results: "list[QAPage | Failure]", sinks: "list[TextSink]") -> "list[QAPage | Failure]":
    from extractor.records import QAPage

    for result in results:
        if isinstance(result, QAPage):
            for sink in sinks:
                sink.write(result)
    return results


def _shower(wanted: _Wanted) -> "Callable[[QAPage], None] | None":
    """What shows a record in full: one page, to somebody who looks on."""
    if len(wanted.paths) + bool(wanted.order) != 1 or not sys.stderr.isatty():
        return None
    from extractor.cli.tables import show_page

    return show_page


def _files(wanted: _Wanted, output: str, names: list[str]) -> dict[str, Path | None]:
    """The file for each format, None being standard output."""
    from extractor.files import spare
    from extractor.sinks import find_format

    found = {name: find_format(name) for name in names}
    if output != STANDARD:
        files = {name: Path(output, wanted.name + form.extension) for name, form in found.items()}
        spare(wanted.paths, files.values())
        return {**files}
    if len(found) > 1:
        raise UsageError("standard output takes one format; name it with --format, or a directory with -o")
    return dict.fromkeys(found)


def _name(inputs: tuple[str, ...]) -> str:
    """What the files are called."""
    from extractor.sources import CONTAINERS, without_compression

    if inputs == (STANDARD,):
        return "stdin"
    if len(inputs) != 1 or (has_magic(inputs[0]) and not Path(inputs[0]).exists()):
        return "records"
    path = Path(inputs[0])
    if path.is_dir():
        return path.resolve().name
    stem = Path(without_compression(path.name)).stem
    while Path(stem).suffix.lower() in CONTAINERS:
        stem = Path(stem).stem
    return stem


@contextmanager
def _sinks(files: dict[str, Path | None], *, excel: bool) -> "Iterator[list[TextSink]]":
    from extractor.sinks import open_sink

    with ExitStack() as stack:
        yield [
            stack.enter_context(open_sink(name, path or stack.enter_context(standard_output()), excel=excel))
            for name, path in files.items()
        ]
