"""`extractor review`: what a run doubts, settled by a person."""

from pathlib import Path

import click

from extractor.cli.console import FOLDER, RUN, say
from extractor.cli.options import layout_option


@click.command()
@click.argument("run", type=RUN, metavar="RUN.json")
@click.option("--sample", default=50, show_default=True, type=click.IntRange(0), help="Unflagged records to mix in.")
@click.option("--save-gold", metavar="DIR", type=FOLDER, help="Keep pages as gold.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Where to serve.  [default: a free port]")
@layout_option
def review(run: Path, *, sample: int, save_gold: Path | None, port: int, layout: tuple[Path, ...]) -> None:
    """Settle what a run (given its manifest, NAME.run.json) doubts, in a page of this computer.

    Flagged records come first, those in which most is likely to be wrong before the others, mixed with a random sample
    of unflagged ones. What is done is kept at every key in NAME.corrections.jsonl beside the run; `extractor export
    RUN.json --corrected` writes the records with it. With --save-gold the settled pages become fixture pairs, for
    `extractor evaluate` and for fitting the weights. Ctrl-C ends it; it goes on where it was left.
    """
    from extractor.review import open_desk
    from extractor.review.server import serve
    from extractor.runs import open_run
    from extractor.sites import layout_file, layout_in

    layouts = tuple(layout_in(layout_file(path)) for path in layout)
    desk = open_desk(open_run(run), sample=sample, layouts=layouts, gold=save_gold)
    serve(desk, lambda address: say(f"open {address} in a browser of this computer; Ctrl-C ends the review"), port)
    settled, left = len(desk.settled()), sum(1 for _ in desk.waiting())
    say(f"{settled:,} settled, {left:,} left; `extractor export {desk.manifest} --corrected` writes the records")
