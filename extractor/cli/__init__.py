"""The command line: what the user asks for, handed to the parts that do it.

Commands import what they need when they run, so that `--help` answers at once.
"""

import click

from extractor.__version__ import __version__
from extractor.cli.commands.compare import compare
from extractor.cli.commands.evaluate import evaluate
from extractor.cli.commands.explain import explain
from extractor.cli.commands.export import export
from extractor.cli.commands.extract import extract
from extractor.cli.commands.merge import merge
from extractor.cli.commands.new_site import new_site
from extractor.cli.commands.part import part
from extractor.cli.commands.report import report
from extractor.cli.commands.review import review
from extractor.cli.commands.schema import schema
from extractor.cli.commands.verify import verify
from extractor.cli.group import Commands


@click.group(cls=Commands, default="extract", context_settings={"help_option_names": ["-h", "--help"]})
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


for _command in (extract, explain, report, review, export, verify, part, merge, compare, evaluate, schema, new_site):
    main.add_command(_command)
