"""`extractor explain`: how a page was read."""

import click

from extractor.cli.console import standard_output
from extractor.cli.options import MAX_SIZE
from extractor.errors import ExtractorError


@click.command()
@click.argument("page", metavar="PAGE")
@click.option("--max-size", default=MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
@click.option("--why", is_flag=True, help="Name what decided, and the reading that came second.")
def explain(page: str, *, max_size: int, why: bool) -> None:
    """Print every line of PAGE with the role it was given.

    PAGE is a file, or - for standard input. Where another reading of a line is nearly as good, both are shown with
    their scores. With --why that is so for every line that can be read in two ways: how far the best reading in which
    it is something else is behind, what other lines are there, and the five features that speak most for or against.
    """
    from extractor.cli.console import console
    from extractor.cli.explain import explain as show
    from extractor.records import Failure
    from extractor.sources import SourceOptions, documents

    for document in documents([page], SourceOptions(max_size=max_size)):
        if isinstance(document, Failure):
            raise ExtractorError(document.detail)
        with standard_output() as out:
            show(document, console(out), why=why)
