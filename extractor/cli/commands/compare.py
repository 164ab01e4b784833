"""`extractor compare`: what changed between two runs."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from extractor.cli.console import FILE, standard_output

if TYPE_CHECKING:
    from extractor.batch import Change


@click.command()
@click.argument("before", type=FILE)
@click.argument("after", type=FILE)
@click.option("--threshold", default=0.05, show_default=True, help="The change of a share that counts.")
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def compare(before: Path, after: Path, *, threshold: float, as_json: bool) -> None:
    """Print what changed between two runs, given their manifests (NAME.run.json).

    Compared are shares: failures by reason, records of each site, warnings by code, how often each field of a site is
    filled. A change counts if it is as large as the threshold and more than chance explains. Exit code: 1 if any does.
    """
    from extractor import batch

    changes = batch.changes_between(batch.load_manifest(before), batch.load_manifest(after), threshold)
    with standard_output() as out:
        _print_changes(changes, out, as_json=as_json)
    sys.exit(1 if changes else 0)


def _print_changes(changes: "list[Change]", out: IO[str], *, as_json: bool) -> None:
    if as_json:
        json.dump([asdict(change) for change in changes], out, indent=2)
        out.write("\n")
        return
    from extractor.cli.console import console
    from extractor.cli.tables import show_changes

    show_changes(changes, console(out))
