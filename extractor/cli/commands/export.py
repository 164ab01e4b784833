"""`extractor export`: the records of a run once more, in other formats, some of them, or as a review corrected them."""

from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.console import FILE, plural, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from extractor.records import QAPage
    from extractor.runs import Run

_LEFT_OUT = ".left-out.jsonl"


@click.command()
@click.argument("run", type=FILE, metavar="RUN.json")
@click.option("--corrected", "is_corrected", is_flag=True, help="Put the corrections of a review in their places.")
@click.option("--only-flagged", is_flag=True, help="Only records with warnings.")
@click.option("--min-confidence", default=0.0, metavar="X", type=click.FloatRange(0, 1), help="Only records from X on.")
@click.option(
    "-o",
    "--output",
    default="exported",
    show_default=True,
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to write.",
)
@click.option("--format", "formats", default="json,csv", show_default=True, metavar="LIST", help="As for extract.")
def export(
    run: Path, *, is_corrected: bool, only_flagged: bool, min_confidence: float, output: Path, formats: str
) -> None:
    """Write the records of a run (given its manifest, NAME.run.json) again, as DIR/NAME.json and so on.

    With --corrected, what a review settled takes the place of what was read: records that were changed say
    `corrected`, settled ones carry no warnings, and those that are no Q&A pages are left out. Records that are not
    chosen, by --only-flagged or --min-confidence, are counted and kept in DIR/NAME.left-out.jsonl.
    """
    from extractor.errors import UsageError
    from extractor.runs import open_run
    from extractor.sinks import find_format

    opened = open_run(run)
    if output.resolve() == opened.folder.resolve():
        raise UsageError(f"{output} holds the run itself; give another folder with -o")
    output.mkdir(parents=True, exist_ok=True)

    def is_chosen(record: "QAPage") -> bool:
        return record.confidence >= min_confidence and (bool(record.warnings) or not only_flagged)

    targets = {name: output / f"{opened.name}{find_format(name).extension}" for name in formats.split(",")}
    left_out = output / f"{opened.name}{_LEFT_OUT}"
    counted = _write(_records(opened, is_corrected=is_corrected), is_chosen, targets, left_out)
    say(
        f"{plural(counted[True], 'record')}, {counted[False]:,} left out; wrote {', '.join(map(str, targets.values()))}"
    )


def _write(
    records: "Iterable[QAPage]", is_chosen: "Callable[[QAPage], bool]", targets: "Mapping[str, Path]", left_out: Path
) -> Counter[bool]:
    """Write the chosen records into `targets`, by format, the others as lines into `left_out`; how many were which."""
    from extractor.sinks import open_sink

    counted: Counter[bool] = Counter()
    with ExitStack() as stack:
        sinks = [stack.enter_context(open_sink(*target)) for target in targets.items()]
        rest = stack.enter_context(open_sink("jsonl", left_out))
        for record in records:
            is_wanted = is_chosen(record)
            counted[is_wanted] += 1
            for sink in sinks if is_wanted else [rest]:
                sink.write(record)
    return counted


def _records(run: "Run", *, is_corrected: bool) -> "Iterator[QAPage]":
    from extractor.review.corrections import CORRECTIONS, corrected

    return corrected(run.records(), run.beside(CORRECTIONS)) if is_corrected else run.records()
