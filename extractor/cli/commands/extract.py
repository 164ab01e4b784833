"""`extractor extract`: read pages, write their records."""

import os
import sys
from collections.abc import Sequence
from contextlib import contextmanager
from glob import has_magic
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Unpack

import click
import cloup

from extractor.cli.console import STANDARD, say, standard_output
from extractor.cli.options import (
    Chosen,
    as_batch,
    batch_options,
    chosen_reader,
    limits,
    reading_options,
    writing_options,
)
from extractor.cli.web import is_single, web_feeds, web_name, web_options, web_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extractor.batch import BatchOptions, Counts, Observer
    from extractor.records import QAPage
    from extractor.sources import Feed

_FEW = 16
"""Pages that are not worth workers, checkpoints and a manifest."""

_SMALL = 1_000_000
"""Bytes that are read in a few seconds whatever they are, so that no limit needs to be held."""

_LONGEST = 200
"""Bytes of the name of an input that names of results begin with; most file systems allow 255 in all."""

_GOES_ON = "the same command with --resume goes on"


@click.command(cls=cloup.Command)
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@reading_options
@writing_options
@batch_options
@web_options
@limits
def extract(inputs: tuple[str, ...], **chosen: Unpack[Chosen]) -> None:
    """Read pages, write their records.

    \b
    extractor page.html                              output/page.json and output/page.csv
    extractor pages/ crawl.warc.gz -o results        two inputs, into results/records.json and so on
    extractor corpus.parquet --format parquet -j 8   a corpus into a data set, by eight processes

    INPUT is a file, a directory (recursive), a glob, the address of a web page, an address in a store (s3://...), or -
    for standard input. A file is a page, text or HTML, or holds pages: compressed (gz, bz2, xz, zst), zip, tar, WARC,
    WET, WACZ, JSON Lines, Parquet. The files are DIR/NAME.json and so on; NAME is that of the input, or `records` if
    there are several. A page that is no Q&A page gives no record and is no error.

    Whatever is more than a few pages is read by worker processes, can be interrupted and resumed, and leaves
    NAME.errors.jsonl (what gave no record, and why), NAME.inputs.jsonl and NAME.run.json (counts, options, digests).

    Exit code: 0 all inputs were read, 1 some were not, 2 wrong use, 3 the output could not be written.
    """  # noqa: D301 - \b is click's sign to leave the lines below it alone
    wanted = _wanted(inputs, chosen)
    earlier = _files_in(chosen["output"])
    _say_limits()
    brief_jobs = _brief_jobs(wanted, chosen)
    try:
        if brief_jobs != 0:
            from extractor.forking import begin_forking

            begin_forking()
        counts, files = _read(wanted, as_batch(chosen, brief_jobs), chosen)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(*([_GOES_ON] if _can_go_on(wanted, chosen) else [])) from None
    if not chosen["quiet"]:
        from extractor.cli.summary import totals

        say(totals(counts, files, replaced=not earlier.isdisjoint(files)))
    sys.exit(1 if counts.failed else 0)


def _files_in(output: str) -> set[str]:
    folder = Path(output)
    return {_in(output, path.name) for path in folder.iterdir()} if os.path.isdir(folder) else set()  # noqa: PTH112 - no name is wrong


def _in(output: str, name: str) -> str:
    """A file in the folder, or at the address, as it is said."""
    return f"{output.rstrip('/')}/{name}" if output else name


def _say_limits() -> None:
    from extractor.limits import CAN_LIMIT_MEMORY, CAN_LIMIT_TIME

    if not (CAN_LIMIT_MEMORY and CAN_LIMIT_TIME):
        say("this system cannot limit what a page takes: --page-seconds and --page-memory do not hold in full")


class _Wanted(NamedTuple):
    """What to read: files and the like by name, pages of the web; and what the results are called."""

    paths: tuple[str, ...]
    feeds: "tuple[Feed, ...]"
    is_single_page: bool
    name: str


def _wanted(inputs: tuple[str, ...], chosen: Chosen) -> _Wanted:
    order = web_order(chosen, inputs, output=chosen["output"], max_size=chosen["max_size"], resume=chosen["resume"])
    if not (inputs or chosen["files_from"] or order):
        raise click.UsageError("Missing argument 'INPUT...'.")
    from extractor.sources import is_page_address

    paths = tuple(path for path in inputs if not is_page_address(path))
    name = web_name(chosen, inputs) or results_name(inputs)
    return _Wanted(paths, web_feeds(order, chosen_reader(chosen)), order is None or is_single(order), name)


def _is_few(wanted: _Wanted, chosen: Chosen) -> bool:
    """Whether these are a few pages, and nothing is asked for that takes more than one process and one file each."""
    from extractor.sources import are_pages

    wishes = (
        *(chosen["files_from"], chosen["jobs"], chosen["resume"], chosen["skip_known"], chosen["shard_size"]),
        *(chosen["only_flagged"], chosen["min_confidence"], chosen["log"]),
    )
    is_plain = not any(wishes) and chosen["dedup"] == "all" and wanted.is_single_page
    return is_plain and len(wanted.paths) <= _FEW and are_pages(wanted.paths)


def _brief_jobs(wanted: _Wanted, chosen: Chosen) -> int | None:
    """The workers of a run of a few pages: none if they are known to be small; None if this is no such run."""
    if not _is_few(wanted, chosen):
        return None
    return 0 if not wanted.feeds and _are_small(wanted.paths) else 1


def _are_small(paths: Sequence[str]) -> bool:
    try:
        return all(map(os.path.isfile, paths)) and sum(map(os.path.getsize, paths)) <= _SMALL
    except OSError:  # one of them is gone by now, which is told when it is opened
        return True


def _can_go_on(wanted: _Wanted, chosen: Chosen) -> bool:
    return chosen["output"] != STANDARD and not _is_few(wanted, chosen)


def _read(wanted: _Wanted, options: "BatchOptions", chosen: Chosen) -> "tuple[Counts, Sequence[str]]":
    """Read all that is wanted; what came of it, and the files with the records."""
    from extractor import batch

    inputs: list[str | Feed] = [*wanted.paths, *wanted.feeds]
    output = chosen["output"]
    with _observer(wanted, inputs, options, chosen) as observe:
        if output == STANDARD:
            with standard_output() as out:
                return batch.stream(inputs, out, options, observe), []
        manifest = batch.run(inputs, output, wanted.name, options, observe)
    names = [file.path for file in manifest.outputs]
    written = names if options.brief else [*names, wanted.name + batch.MANIFEST]
    return manifest.counts, [_in(output, name) for name in written]


@contextmanager
def _observer(
    wanted: _Wanted, inputs: "list[str | Feed]", options: "BatchOptions", chosen: Chosen
) -> "Iterator[Observer]":
    """What tells the user how a run goes."""
    from extractor import batch
    from extractor.cli.progress import progress
    from extractor.cli.summary import FAULTS_SAID, Outcomes

    most = None if options.brief or chosen["output"] == STANDARD else FAULTS_SAID
    outcomes = Outcomes(only_faults=chosen["quiet"] or not options.brief, most=most, show=_shower(wanted))
    if chosen["quiet"] or options.brief:
        yield lambda state: outcomes.say(state.outcomes)
        return
    with progress(lambda: batch.measure(inputs, options)) as say_progress:

        def observe(state: batch.Progress) -> None:
            outcomes.say(state.outcomes)
            say_progress(state)

        yield observe


def _shower(wanted: _Wanted) -> "Callable[[QAPage], None] | None":
    """What shows a record in full: one page, to somebody who looks on."""
    if len(wanted.paths) + len(wanted.feeds) != 1 or not sys.stderr.isatty():
        return None
    from extractor.cli.tables import show_page

    return show_page


def results_name(inputs: Sequence[str]) -> str:
    """What the files with what came of these inputs are called."""
    from extractor.sources import CONTAINERS, without_compression

    if list(inputs) == [STANDARD]:
        return "stdin"
    if len(inputs) != 1 or (has_magic(inputs[0]) and not os.path.lexists(inputs[0])):
        return "records"
    path = Path(inputs[0])
    if os.path.isdir(path):  # noqa: PTH112 - a name that is too long is no error here
        return _file_stem(path.resolve().name)
    stem = Path(without_compression(path.name)).stem
    while Path(stem).suffix.lower() in CONTAINERS:
        stem = Path(stem).stem
    return _file_stem(stem)


def _file_stem(name: str) -> str:
    """The name with which names of files can begin: in UTF-8, and so long that endings can follow."""
    from extractor.sources import printable

    return printable(name).encode()[:_LONGEST].decode(errors="ignore") or "records"
