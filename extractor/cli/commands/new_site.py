"""`extractor new-site`: a layout to begin with."""

from pathlib import Path

import click

from extractor.cli.console import FOLDER


@click.command()
@click.argument("host")
@click.option(
    "--from",
    "pages",
    required=True,
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="PAGE",
    help="A saved page of the site; several tell more than one.",
)
@click.option(
    "-o",
    "--output",
    default=".",
    show_default=True,
    type=FOLDER,
    metavar="DIR",
    help="Where the layout goes, or a checkout of extractor.",
)
def new_site(host: str, pages: tuple[Path, ...], output: Path) -> None:
    """Draft a layout for HOST, and fixture pairs, from some of its pages.

    The draft says in which elements those values stand that are read without it; with it no less is read. What has no
    element of its own is named. Correct the layout, and the records beside the pages, by hand.
    """
    from extractor.cli import scaffold

    begun = scaffold.write_site(host, [page.read_bytes() for page in pages], output)
    for path in begun.paths:
        click.echo(f"wrote {path}", err=True)
    if not begun.selectors:
        click.echo("no selector leaves what is read as good as without: write them by hand", err=True)
    if begun.unplaced:
        parts = ", ".join(part.name.lower() for part in begun.unplaced)
        click.echo(f"no selector was found for: {parts}", err=True)
