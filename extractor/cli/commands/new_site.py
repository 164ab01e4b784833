"""`extractor new-site`: a layout to begin with."""

from pathlib import Path

import click


@click.command()
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
