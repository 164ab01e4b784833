"""`extractor explain`: how a page was read."""

import click

from extractor.cli.console import standard_output
from extractor.cli.options import MAX_SIZE
from extractor.errors import ExtractorError


@click.command()
@click.argument("page", metavar="PAGE")
@click.option("--max-size", default=MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
def explain(page: str, *, max_size: int) -> None:
    """Print every line of PAGE with the role it was given.

    PAGE is a file, or - for standard input. Where another reading of a line is nearly as good, both are shown with
    their scores.
    """
    from extractor.cli.console import console
    from extractor.cli.explain import explain as show
    from extractor.records import Failure
    from extractor.sources import SourceOptions, documents

    for document in documents([page], SourceOptions(max_size=max_size)):
        if isinstance(document, Failure):
            raise ExtractorError(document.detail)
        with standard_output() as out:
            show(document, console(out))
