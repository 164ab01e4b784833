"""Which pages a fit is to: an option of its commands, and the pages in the folders that it names."""

from collections.abc import Iterable
from pathlib import Path

import click

from extractor.errors import UsageError
from extractor.evaluation.gold import GoldPage, gold_pages

gold_option = click.option(
    "--gold",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=["fixtures"],
    show_default=True,
    help="A folder of pages with their records; may be given again.",
)


def pages_in(folders: Iterable[Path]) -> list[GoldPage]:
    """The pages with gold records in some folders.

    Raises:
        click.UsageError: if one holds none, or what is no record.

    """
    try:
        return [page for folder in folders for page in gold_pages(folder)]
    except UsageError as error:
        raise click.UsageError(str(error)) from error
