"""The command line: what the user asks for, handed to the parts that do it.

Commands import what they need when they run, so that `--help` answers at once.
"""

import json
import sys
from pathlib import Path

import click
from click_default_group import DefaultGroup

from extractor.__version__ import __version__
from extractor.cli.compare import compare
from extractor.cli.console import standard_output
from extractor.cli.evaluate import evaluate
from extractor.cli.extract import MAX_SIZE, extract
from extractor.errors import ExtractorError, OutputError, UsageError


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


for _command in (extract, compare, evaluate):
    main.add_command(_command)


@main.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from extractor.records import QAPage

    with standard_output() as out:
        out.write(json.dumps(QAPage.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n")


@main.command(name="explain")
@click.argument("page", metavar="PAGE")
@click.option("--max-size", default=MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
@click.option("--why", is_flag=True, help="Name what decided, and the reading that came second.")
def explain_command(page: str, *, max_size: int, why: bool) -> None:
    """Print every line of PAGE with the role it was given.

    PAGE is a file, or - for standard input. Where another reading of a line is nearly as good, both are shown with
    their scores. With --why that is so for every line that can be read in two ways: how far the best reading in which
    it is something else is behind, what other lines are there, and the five features that speak most for or against.
    """
    from extractor.cli.console import console
    from extractor.cli.explain import explain
    from extractor.records import Failure
    from extractor.sources import SourceOptions, documents

    for document in documents([page], SourceOptions(max_size=max_size)):
        if isinstance(document, Failure):
            raise ExtractorError(document.detail)
        with standard_output() as out:
            explain(document, console(out), why=why)


@main.command(name="new-site")
@click.argument("host")
@click.option("--from", "page", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("-o", "--output", default=".", show_default=True, type=click.Path(file_okay=False, path_type=Path))
def new_site(host: str, page: Path, output: Path) -> None:
    """Draft a layout for HOST, and a fixture pair, from one of its pages.

    The draft names the blocks that repeat and what can be told of the parts inside them; correct it, and the record
    beside the page, by hand.
    """
    from extractor.cli import scaffold

    for path in scaffold.new_site(host, page.read_bytes(), output):
        click.echo(f"wrote {path}", err=True)
