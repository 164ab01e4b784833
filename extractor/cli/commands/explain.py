"""`extractor explain`: how a page was read."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.console import standard_output
from extractor.cli.options import MAX_SIZE, layout_option
from extractor.errors import ExtractorError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extractor.document import Document
    from extractor.records import Failure
    from extractor.sources import SourceOptions


@click.command()
@click.argument("page", metavar="PAGE")
@click.option("--max-size", default=MAX_SIZE, show_default=True, type=click.IntRange(1), help="Bytes a page may have.")
@layout_option
@click.option("--why", is_flag=True, help="Name what decided, and the reading that came second.")
def explain(page: str, *, max_size: int, layout: tuple[Path, ...], why: bool) -> None:
    """Print every line of PAGE with the role it was given.

    PAGE is a file, - for standard input, or the source of a record, such as small.jsonl#4679 or pages.zip#a.txt. Where
    another reading of a line is nearly as good, both are shown with their scores. With --why that is so for every line
    that can be read in two ways: how far the best reading in which it is something else is behind, what other lines are
    there, and the five features that speak most for or against.
    """
    from extractor.cli.console import console
    from extractor.cli.explain import print_explanation
    from extractor.records import Failure
    from extractor.sites import layout_file, layout_in
    from extractor.sources import SourceOptions

    layouts = tuple(layout_in(layout_file(path)) for path in layout)
    for document in _opened(page, SourceOptions(max_size=max_size)):
        if isinstance(document, Failure):
            raise ExtractorError(document.detail)
        with standard_output() as out:
            print_explanation(document, console(out), why=why, layouts=layouts)


def _opened(page: str, options: "SourceOptions") -> "Iterable[Document | Failure]":
    from extractor.sources import Reopener, divided, documents

    _, place = divided(page)
    return [Reopener(options).open(page)] if place and "#" in page else documents([page], options)
