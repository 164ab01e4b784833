"""`extractor report`: a run to be looked at."""

from pathlib import Path

import click

from extractor.cli.console import FILE, RUN, say
from extractor.cli.options import layout_option


@click.command()
@click.argument("run", type=RUN, metavar="RUN.json")
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Where to write.  [default: NAME.report.html]")
@click.option("--earlier", type=RUN, metavar="RUN.json", help="Show what has changed since that run.")
@click.option("--sample", default=40, show_default=True, type=click.IntRange(0), help="Pages to show.")
@layout_option
def report(run: Path, *, output: Path | None, earlier: Path | None, sample: int, layout: tuple[Path, ...]) -> None:
    """Write one HTML file that shows what a run (given its manifest, NAME.run.json) did.

    Counts by outcome, fill rates by site, distributions, warnings and failures with examples, what has changed since
    an earlier run, and a random sample of pages beside their records. It opens anywhere, without a network. Pages are
    looked for as the run named them: be in the folder in which it was started.
    """
    from extractor.report import write_report
    from extractor.runs import open_run
    from extractor.sites import layout_file, layout_in

    opened = open_run(run)
    target = output or opened.beside(".report.html")
    before = open_run(earlier) if earlier else None
    layouts = tuple(layout_in(layout_file(path)) for path in layout)
    write_report(opened, target, earlier=before, sample=sample, layouts=layouts)
    say(f"wrote {target}")
