"""`extractor export`: the records of a run once more, in other formats, some of them, or as a review corrected them."""

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.console import FOLDER, RUN, plural, say
from extractor.cli.options import min_confidence as _min_confidence
from extractor.cli.options import only_flagged as _only_flagged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from extractor.records import QAPage
    from extractor.records.choice import Choice
    from extractor.runs import Run


@click.command()
@click.argument("run", type=RUN, metavar="RUN.json")
@click.option("--corrected", "is_corrected", is_flag=True, help="Put the corrections of a review in their places.")
@_only_flagged
@_min_confidence
@click.option(
    "-o",
    "--output",
    default="exported",
    show_default=True,
    metavar="DIR",
    type=FOLDER,
    help="Where to write.",
)
@click.option("--format", "formats", default="json,csv", show_default=True, metavar="LIST", help="As for extract.")
def export(
    run: Path, *, is_corrected: bool, only_flagged: bool, min_confidence: float, output: Path, formats: str
) -> None:
    """Write the records of a run (given its manifest, NAME.run.json) again, as DIR/NAME.json and so on.

    With --corrected, what a review settled takes the place of what was read: records that were changed say
    `corrected`, settled ones are sure (confidence 1, no warnings), and those that are no Q&A pages are left out. Chosen
    is anew, also of what the run itself did not choose: records that are not chosen are counted and kept in
    DIR/NAME.left-out.jsonl.
    """
    from extractor.errors import UsageError
    from extractor.records.choice import LEFT_OUT, Choice
    from extractor.runs import open_run
    from extractor.sinks import find_format

    opened = open_run(run)
    if output.resolve() == opened.folder.resolve():
        raise UsageError(f"{output} holds the run itself; give another folder with -o")
    names = [name.strip() for name in formats.split(",")]
    targets = {name: output / f"{opened.name}{find_format(name).extension}" for name in names}
    records = _records(opened, is_corrected=is_corrected)
    counted = _write(records, Choice(only_flagged, min_confidence), targets, output / f"{opened.name}{LEFT_OUT}")
    wrote = ", ".join(map(str, targets.values()))
    say(f"{plural(counted[True], 'record')}, {counted[False]:,} left out; wrote {wrote}")


def _write(
    records: "Iterable[QAPage]", choice: "Choice", targets: "Mapping[str, Path]", left_out: Path
) -> Counter[bool]:
    """Write the chosen records into `targets`, by format, the others as lines into `left_out`; how many were which."""
    from extractor.sinks import open_sink

    counted: Counter[bool] = Counter()
    with ExitStack() as stack:
        sinks = [stack.enter_context(open_sink(*target)) for target in targets.items()]
        rest = stack.enter_context(open_sink("jsonl", left_out))
        for record in records:
            is_chosen = choice.takes(record)
            counted[is_chosen] += 1
            for sink in sinks if is_chosen else [rest]:
                sink.write(record)
    return counted


def _records(run: "Run", *, is_corrected: bool) -> "Iterator[QAPage]":
    from extractor.review.corrections import CORRECTIONS, corrected

    return corrected(run.records(), run.beside(CORRECTIONS)) if is_corrected else run.records()
