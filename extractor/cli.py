"""The command line: what the user asks for, handed to the parts that do it.

Commands import what they need when they run, so that `--help` answers at once.
"""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from glob import has_magic
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, TypedDict, Unpack

import click
from click_default_group import DefaultGroup

from extractor import __version__
from extractor.cli_web import fetched, is_page_address, is_single, web_feeds, web_name, web_options, web_order
from extractor.errors import ExtractorError, OutputError, UsageError

if TYPE_CHECKING:
    from extractor.batch import BatchOptions, Change
    from extractor.evaluation import Evaluation
    from extractor.records import Failure, QAPage
    from extractor.sinks import TextSink
    from extractor.sources import Feed
    from extractor.sources.web import Order

_MAX_SIZE = 20_000_000  # document.MAX_SIZE; importing that would import the models, and a test holds them equal
_STANDARD = "-"
_FORMATS = "json, jsonl, csv (also with .gz, .bz2, .xz, .zst), parquet, parquet-flat, sqlite"
_FILE = click.Path(dir_okay=False, path_type=Path)
_DEDUP = ["all", "first", "keep-best"]
_FEW = 16
"""Pages that are not worth workers, checkpoints and a manifest."""
_INTERRUPTED = 130
"""The exit code of what Ctrl-C ends (128 + SIGINT)."""


class _Commands(DefaultGroup):
    """A group whose first command needs no name, and whose errors are messages with exit codes."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except ExtractorError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(2 if isinstance(error, UsageError) else 3 if isinstance(error, OutputError) else 1)


@click.group(cls=_Commands, default="extract", context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="extractor")
def main() -> None:
    """Health Q&A pages, text or HTML, into validated records: question, answers, doctors.

    \b
    extractor page.txt             writes output/page.json and output/page.csv
    extractor pages/ -o results    a whole directory, into results/pages.json and .csv
    extractor -o - page.txt        prints the record
    extractor explain page.txt     shows how every line of a page was read

    Without the name of a command `extract` is run; `extractor extract --help` lists its options.
    """  # noqa: D301 - \b is click's sign to leave the lines below it alone


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


@main.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option("-o", "--output", default="output", show_default=True, metavar="DIR", help="Where to write; - prints.")
@click.option("--format", "formats", metavar="LIST", help=f"Of {_FORMATS}.  [default: json,csv; printed: json]")
@click.option("--spans", is_flag=True, help="Say for every value where in the page it stands.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: a byte order mark, and no cell is run as a formula.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Worker processes.  [default: one per core]")
@click.option("--resume", is_flag=True, help="Go on with the run that was interrupted here.")
@click.option(
    "--skip-known", multiple=True, type=_FILE, metavar="RUN.json", help="Leave out what the run of this manifest read."
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
@click.option("--max-size", default=_MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
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
    names = [name.strip() for name in (formats or ("json" if output == _STANDARD else "json,csv")).split(",")]
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
    from extractor.summary import Summary

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
    from extractor.progress import reporting, say_totals
    from extractor.summary import say

    options = _batch_options(names, chosen)
    inputs: list[str | Feed] = [*wanted.paths, *web_feeds(wanted.order)]
    try:
        with reporting(lambda: batch.measure(inputs, options), is_quiet=is_quiet) as report:
            if output == _STANDARD:
                with _standard_output() as out:
                    counts, files = batch.stream(inputs, out, options, report), []
            else:
                manifest = batch.run(inputs, Path(output), wanted.name, options, report)
                written = (*(file.path for file in manifest.outputs), f"{wanted.name}{batch.MANIFEST}")
                counts, files = manifest.counts, [Path(output, name) for name in written]
    except KeyboardInterrupt:
        say("interrupted" + ("" if output == _STANDARD else "; the same command with --resume goes on"))
        sys.exit(_INTERRUPTED)
    if not is_quiet:
        say_totals(counts, files)
    return counts.failed


def _batch_options(names: list[str], chosen: _Chosen) -> "BatchOptions":
    from functools import partial

    from extractor.batch import BatchOptions, Dedup, Limits, cores
    from extractor.layouts import read
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
    from extractor.tables import show_page

    return show_page


def _files(wanted: _Wanted, output: str, names: list[str]) -> dict[str, Path | None]:
    """The file for each format, None being standard output."""
    from extractor.sinks import find_format, spare

    found = {name: find_format(name) for name in names}
    if output != _STANDARD:
        files = {name: Path(output, wanted.name + form.extension) for name, form in found.items()}
        spare(wanted.paths, files.values())
        return {**files}
    if len(found) > 1:
        raise UsageError("standard output takes one format; name it with --format, or a directory with -o")
    return dict.fromkeys(found)


def _name(inputs: tuple[str, ...]) -> str:
    """What the files are called."""
    from extractor.sources import CONTAINERS, without_compression

    if inputs == (_STANDARD,):
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
            stack.enter_context(open_sink(name, path or stack.enter_context(_standard_output()), excel=excel))
            for name, path in files.items()
        ]


@contextmanager
def _standard_output() -> Iterator[IO[str]]:
    """Standard output: UTF-8 whatever the locale, line ends as given.

    Raises:
        OutputError: if it cannot be written. (A reader that has gone is another matter: click ends quietly then.)

    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter fails again when it ends
        raise OutputError(f"cannot write to standard output: {error.strerror}; make room there") from error


@main.command()
@click.argument("before", type=_FILE)
@click.argument("after", type=_FILE)
@click.option("--threshold", default=0.05, show_default=True, help="The change of a share that counts.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def compare(before: Path, after: Path, *, threshold: float, as_json: bool) -> None:
    """Print what changed between two runs, given their manifests (NAME.run.json).

    Compared are shares: failures by reason, records of each site, warnings by code, how often each field of a site is
    filled. A change counts if it is as large as the threshold and more than chance explains. Exit code: 1 if any does.
    """
    from extractor import batch

    changes = batch.compare(batch.load_manifest(before), batch.load_manifest(after), threshold)
    with _standard_output() as out:
        _print_changes(changes, out, as_json=as_json)
    sys.exit(1 if changes else 0)


def _print_changes(changes: "list[Change]", out: IO[str], *, as_json: bool) -> None:
    if as_json:
        json.dump([asdict(change) for change in changes], out, indent=2)
        out.write("\n")
        return
    from extractor.tables import console, show_changes

    show_changes(changes, console(out))


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from extractor.records import QAPage

    with _standard_output() as out:
        out.write(json.dumps(QAPage.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n")


@main.command()
@click.argument("page", metavar="PAGE")
@click.option("--max-size", default=_MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
def explain(page: str, *, max_size: int) -> None:
    """Print every line of PAGE with the role it was given.

    PAGE is a file, or - for standard input. Where another reading of a line is nearly as good, both are shown with
    their scores.
    """
    from extractor import explain as explaining
    from extractor.records import Failure
    from extractor.sources import SourceOptions, documents
    from extractor.tables import console

    for document in documents([page], SourceOptions(max_size=max_size)):
        if isinstance(document, Failure):
            raise ExtractorError(document.detail)
        with _standard_output() as out:
            explaining.explain(document, console(out))


@main.command(name="new-site")
@click.argument("host")
@click.option("--from", "page", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", default=".", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def new_site(host: str, page: Path, output: Path) -> None:
    """Draft a layout for HOST, and a fixture pair, from one of its pages.

    The draft names the blocks that repeat and what can be told of the parts inside them; correct it, and the record
    beside the page, by hand.
    """
    from extractor import scaffold

    for path in scaffold.new_site(host, page.read_bytes(), output):
        click.echo(f"wrote {path}", err=True)


@main.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--errors", default=0, metavar="N", help="Print the first N differences.")
@click.option("--gate", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Fail below its floors.")
@click.option("--raise-floors", is_flag=True, help="Write the figures into the gate file as the new floors.")
@click.option("--allow-lower", metavar="REASON", help="Let --raise-floors lower floors as well; the reason is kept.")
def evaluate(
    gold_dir: Path, *, as_json: bool, errors: int, gate: Path | None, raise_floors: bool, allow_lower: str | None
) -> None:
    """Compare the records of the pages in GOLD_DIR with the gold beside them.

    Gold is NAME.json beside the page NAME.txt, anywhere below GOLD_DIR: a record or an array of records. Of pages in a
    folder called `negative` no record is expected. Exit code 1: a figure is below its floor, or the set has changed.
    """
    from extractor.api import extract_all
    from extractor.evaluation import by_family, compare
    from extractor.gold import digest, gold_pages
    from extractor.records import QAPage

    pages = gold_pages(gold_dir)
    scores = []
    for page in pages:
        found = [result for result in extract_all([page.path]) if isinstance(result, QAPage)]
        scores.append(compare(page.records, found, page.name, page.family))
    evaluations = by_family(scores)
    with _standard_output() as out:
        _print_evaluations(evaluations, out, as_json=as_json)
        out.writelines(f"{line}\n" for line in [line for score in scores for line in score.differences][:errors])
    if gate and not _pass_gate(gate, evaluations, digest(pages), raise_floors=raise_floors, reason=allow_lower):
        sys.exit(1)


def _print_evaluations(evaluations: "dict[str, Evaluation]", out: IO[str], *, as_json: bool) -> None:
    if as_json:
        json.dump({family: one.model_dump(mode="json") for family, one in evaluations.items()}, out, indent=2)
        out.write("\n")
        return
    from extractor.tables import console, show_evaluations

    show_evaluations(evaluations, console(out))


def _pass_gate(
    path: Path, evaluations: "dict[str, Evaluation]", digest: str, *, raise_floors: bool, reason: str | None
) -> bool:
    """Check the floors, or raise them; whether the gate opens."""
    from extractor import quality
    from extractor.sinks.whole import whole_file

    gate, measured = quality.load(path), quality.figures(evaluations)
    if raise_floors:
        with whole_file(path) as stream:
            stream.write(quality.to_json(quality.raised(gate, measured, digest, reason)))
        return True
    faults = quality.faults(gate, measured, digest)
    click.echo(
        "\n".join(f"{path}: {fault}" for fault in faults or ["all figures are at their floors or above"]), err=True
    )
    return not faults
