"""`extractor part`: read a share of the inputs of a run that many machines read together."""

import re
import sys
from typing import TYPE_CHECKING, Unpack

import click
import cloup

from extractor.cli.console import plural, say
from extractor.cli.options import Chosen, as_batch, limits, part_options, reading_options
from extractor.errors import UsageError

if TYPE_CHECKING:
    from extractor.batch import BatchOptions, Job

_SHARE = re.compile(r"([0-9]+)/([0-9]+)")
_MEGABYTE = 1_000_000


class _Part(Chosen):
    parts: str
    share: str
    part_size: int


@click.command("part", cls=cloup.Command)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "--parts",
    required=True,
    metavar="DIR",
    help="Where parts are kept: a folder, or an address such as s3://bucket/parts.",
)
@click.option(
    "--part", "share", default="1/1", show_default=True, metavar="K/N", help="Make every Nth part from the Kth."
)
@click.option(
    "--part-size", default=64, show_default=True, type=click.IntRange(1), metavar="MB", help="Input of a part at least."
)
@reading_options
@part_options
@limits
def part(inputs: tuple[str, ...], **chosen: Unpack[_Part]) -> None:
    """Read a share of the inputs into parts, which `extractor merge` makes results of.

    \b
    extractor part crawl/*.warc.gz --parts shared/parts --part 1/8     on the first of eight machines
    extractor part crawl/*.warc.gz --parts shared/parts --part 2/8     on the second, and so on
    extractor merge shared/parts -o results                            when all are done

    All machines see the inputs under the same names and share DIR, and give the same options but for --part. The first
    to come finds the inputs and keeps the list in DIR. A part that is there is not made again: after a failure the same
    command goes on.

    Exit code: 0 all inputs were read, 1 some were not, 2 wrong use, 3 a part could not be written.
    """  # noqa: D301 - \b is click's sign to leave the lines below it alone
    from extractor.forking import begin_forking

    begin_forking()
    from extractor.batch import begin_job

    options = as_batch({**_ELSEWHERE, **chosen})  # type: ignore[typeddict-item] # nobody reads more
    job = begin_job(inputs, chosen["parts"], options, chosen["part_size"] * _MEGABYTE)
    failed = _make(job, _numbers(chosen["share"], len(job.parts)), options, is_quiet=chosen["quiet"])
    sys.exit(1 if failed else 0)


_ELSEWHERE = {"output": "", "dedup": "all", "shard_size": None, "resume": False, "log": False, "skip_known": ()}
"""What is said when the parts are merged."""


def _numbers(share: str, parts: int) -> range:
    found = _SHARE.fullmatch(share)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise UsageError(f"--part {share} is no share; write K/N, such as 3/8 for the third of eight machines")
    return range(int(found[1]) - 1, parts, int(found[2]))


def _make(job: "Job", numbers: range, options: "BatchOptions", *, is_quiet: bool) -> int:
    """Make the parts of these numbers; how many inputs and pages in them have failed."""
    from extractor.batch import extract_part
    from extractor.cli.summary import FAULTS_SAID, Outcomes

    outcomes = Outcomes(only_faults=True, most=FAULTS_SAID)
    failed = documents = records = 0
    for number in numbers:
        counts = extract_part(job, number, options, lambda state: outcomes.say(state.outcomes))
        failed, documents, records = failed + counts.failed, documents + counts.documents, records + counts.records
    if not is_quiet:
        made = f"{plural(len(numbers), 'part')} of {len(job.parts):,} in {job.store.place}"
        say(f"{made}: {plural(documents, 'page')}, {plural(records, 'record')}, {failed:,} failed")
    return failed
