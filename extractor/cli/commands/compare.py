"""`extractor compare`: what changed between two runs."""

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from extractor.cli.console import RUN, NumberRange, standard_output

if TYPE_CHECKING:
    from extractor.batch import Change


@click.command()
@click.argument("before", type=RUN)
@click.argument("after", type=RUN)
@click.option(
    "--threshold", default=0.05, show_default=True, type=NumberRange(0, 1), help="The change of a share that counts."
)
@click.option("--json", "as_json", is_flag=True, help="Print the changes as JSON.")
def compare(before: Path, after: Path, *, threshold: float, as_json: bool) -> None:
    """Print what changed between two runs, given their manifests (NAME.run.json).

    Compared are shares: failures by reason, records of each site, warnings by code, how often each field of a site is
    filled. A change counts if it is as large as the threshold and more than chance explains. Exit code: 1 if any does.
    """
    from extractor.batch import changes_between
    from extractor.runs import open_run

    changes = changes_between(open_run(before).manifest, open_run(after).manifest, threshold)
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
