"""The command line: what the user asks for, handed to the parts that do it.

Commands import what they need when they run, so that `--help` answers at once.
"""

import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from glob import has_magic
from itertools import chain, groupby
from operator import attrgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click
from click_default_group import DefaultGroup

from extractor import __version__
from extractor.cli_web import fetched, is_url, web_name, web_options, web_order
from extractor.errors import ExtractorError, OutputError, UsageError

if TYPE_CHECKING:
    from extractor.evaluation import Evaluation
    from extractor.records import Failure, QAPage
    from extractor.sinks import TextSink

_MAX_SIZE = 20_000_000  # document.MAX_SIZE; importing that would import the models, and a test holds them equal
_STANDARD = "-"


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


@main.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT...]")
@click.option("-o", "--output", default="output", show_default=True, metavar="DIR", help="Where to write; - prints.")
@click.option("--format", "formats", metavar="LIST", help="Of json, csv, jsonl.  [default: json,csv; printed: json]")
@click.option("--spans", is_flag=True, help="Say for every value where in the page it stands.")
@click.option("--excel", is_flag=True, help="CSV for spreadsheets: a byte order mark, and no cell is run as a formula.")
@click.option("--max-size", default=_MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but failures.")
@web_options
@click.pass_context
def extract(
    context: click.Context,
    inputs: tuple[str, ...],
    output: str,
    formats: str | None,
    *,
    spans: bool,
    excel: bool,
    max_size: int,
    quiet: bool,
) -> None:
    """Read pages, write their records.

    INPUT is a file, a directory (recursive), a glob, the address of a web page, or - for standard input. The files are
    DIR/NAME.json and so on; NAME is that of the input, or `records` if there are several. A page that is no Q&A page
    gives no record and is no error.

    Exit code: 0 all inputs were read, 1 some were not, 2 wrong use, 3 the output could not be written.
    """
    from extractor.api import extract_all
    from extractor.summary import Summary

    asked = web_order(context, inputs, output, max_size)
    if not (inputs or asked):
        raise UsageError("nothing to read is given; name a file, a directory or an address, or - for standard input")
    summary = Summary(is_quiet=quiet, show=_shower(inputs))
    files = _files(web_name(context, inputs) or _name(inputs), output, formats)
    pages = [path for path in inputs if not is_url(path)]
    results = extract_all(chain(pages, fetched(asked)), spans=spans, max_size=max_size)
    with _sinks(files, excel=excel) as sinks:
        for _, found in groupby(results, key=attrgetter("source")):
            summary.add(_write(list(found), sinks))
    summary.close([path for path in files.values() if path])
    sys.exit(1 if summary.failed else 0)


def _write(results: "list[QAPage | Failure]", sinks: "list[TextSink]") -> "list[QAPage | Failure]":
    from extractor.records import QAPage

    for result in results:
        if isinstance(result, QAPage):
            for sink in sinks:
                sink.write(result)
    return results


def _shower(inputs: tuple[str, ...]) -> "Callable[[QAPage], None] | None":
    """What shows a record in full: one page, to somebody who looks on."""
    if len(inputs) != 1 or Path(inputs[0]).is_dir() or not sys.stderr.isatty():
        return None
    from extractor.tables import show_page

    return show_page


def _files(stem: str, output: str, formats: str | None) -> dict[str, Path | None]:
    """The file for each format, None being standard output."""
    from extractor.sinks import find_format

    names = [name.strip() for name in (formats or ("json" if output == _STANDARD else "json,csv")).split(",")]
    found = {name: find_format(name) for name in names}
    if output != _STANDARD:
        return {name: Path(output, stem + form.extension) for name, form in found.items()}
    if len(found) > 1:
        raise UsageError("standard output takes one format; name it with --format, or a directory with -o")
    return dict.fromkeys(found)


def _name(inputs: tuple[str, ...]) -> str:
    """What the files are called."""
    if inputs == (_STANDARD,):
        return "stdin"
    if len(inputs) != 1:
        return "records"
    path = Path(inputs[0])
    if has_magic(inputs[0]) and not path.exists():
        return "records"
    return path.resolve().name if path.is_dir() else path.stem


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
