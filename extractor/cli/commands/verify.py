"""`extractor verify`: outputs proved against what they were made of."""

import sys
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.console import FILE, RUN, legible, say, standard_output
from extractor.cli.options import layout_option

if TYPE_CHECKING:
    from extractor.runs import Run


@click.command()
@click.argument("outputs", nargs=-1, required=True, type=FILE, metavar="OUTPUT...")
@click.option("--run", "manifest", type=RUN, metavar="RUN.json", help="The run they are from, if not beside them.")
@layout_option
def verify(outputs: tuple[Path, ...], *, manifest: Path | None, layout: tuple[Path, ...]) -> None:
    """Prove the records of OUTPUT (JSON, JSON Lines, CSV, Parquet or SQLite) against their sources.

    The page of every record is opened again and its digest compared; every value is looked up at its span if the
    output has spans, else the page is read again and the values compared. Printed is one line for each record that is
    not proven: changed (the page is another), missing (the page cannot be had) or unprovable (a value was not found in
    the page). Sources are looked for as the run named them: be in the folder in which it was started. Of an export
    --run says how its pages were found, if columns were named, pages fetched, or archives larger than usual.

    Exit code: 0 all records are proven, 1 some are not, 2 wrong use.
    """
    from extractor.reading import read
    from extractor.runs import Verdict, claims_in, open_run, prove
    from extractor.runs.run import run_of
    from extractor.sites import layout_file, layout_in
    from extractor.sources import Reopener

    layouts = tuple(layout_in(layout_file(path)) for path in layout)
    reader = partial(read, spans=True, layouts=layouts)
    verdicts: Counter[Verdict] = Counter()
    is_original = True
    with standard_output() as out:
        for output in outputs:
            own = run_of(output)
            is_original = _is_as_written(output, own) and is_original
            run = open_run(manifest) if manifest else own
            for proof in prove(claims_in(output), run.reopener() if run else Reopener(), reader):
                verdicts[proof.verdict] += 1
                if proof.verdict is not Verdict.PROVEN:
                    out.write(legible(f"{proof.verdict.value}: {proof.source}: {proof.detail}") + "\n")
    say(", ".join(f"{verdicts[verdict]:,} {verdict.value}" for verdict in Verdict))
    sys.exit(0 if is_original and verdicts.keys() <= {Verdict.PROVEN} else 1)


def _is_as_written(output: Path, run: "Run | None") -> bool:
    """Whether the output is the file that its run wrote, byte for byte, if a run is known."""
    from extractor.batch.account.manifest import digest_files

    if run is None or digest_files({output: output}, run.folder)[0] in run.manifest.outputs:
        return True
    say(f"{output} is not the file that the run wrote: it was changed since")
    return False
