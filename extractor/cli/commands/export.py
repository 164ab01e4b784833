"""`extractor export`: the records of a run once more, in other formats or with the corrections of a review."""

from pathlib import Path

import click

from extractor.cli.console import FILE, say

_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.argument("run", type=FILE, metavar="RUN.json")
@click.option("--corrected", "is_corrected", is_flag=True, help="Put the corrections of a review in their places.")
@click.option(
    "-o", "--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path), default=Path("corrected")
)
@click.option("--format", "formats", default="json,csv", show_default=True, metavar="LIST", help="As for extract.")
def export(run: Path, *, is_corrected: bool, output: Path, formats: str) -> None:
    """Write the records of a run (given its manifest, NAME.run.json) again, as DIR/NAME.json and so on.

    With --corrected, what a review settled takes the place of what was read: records that were changed say
    `corrected`, settled ones carry no warnings, and those that are no Q&A pages are left out.
    """
    from extractor.errors import UsageError
    from extractor.review.corrections import CORRECTIONS, corrected
    from extractor.runs import open_run
    from extractor.sinks import find_format, open_sink

    opened = open_run(run)
    if output.resolve() == opened.folder.resolve():
        raise UsageError(f"{output} holds the run itself; give another folder with -o")
    for name in formats.split(","):
        target = output / f"{opened.name}{find_format(name).extension}"
        records = opened.records()
        with open_sink(name, target) as sink:
            for record in corrected(records, opened.beside(CORRECTIONS)) if is_corrected else records:
                sink.write(record)
        say(f"wrote {target}")
