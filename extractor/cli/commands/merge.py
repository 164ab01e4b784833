"""`extractor merge`: make results of the parts that many machines have read."""

import sys
from typing import TypedDict, Unpack

import click
import cloup

from extractor.cli.commands.extract import results_name
from extractor.cli.console import say
from extractor.cli.options import merge_options
from extractor.errors import UsageError


class _Chosen(TypedDict):
    output: str | None
    in_place: bool
    name: str | None
    dedup: str
    shard_size: int | None
    resume: bool
    quiet: bool


@click.command("merge", cls=cloup.Command)
@click.argument("parts", metavar="DIR")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    help="Where to write: a folder, or an address such as s3://bucket/results.  [default: output]",
)
@click.option("--in-place", is_flag=True, help="Make a shard of each part, beside it, and gather nothing.")
@click.option("--name", metavar="NAME", help="What the results are called.  [default: as `extract` calls them]")
@merge_options
def merge(parts: str, **chosen: Unpack[_Chosen]) -> None:
    """Make results of all the parts in DIR: the files, byte for byte, of one machine that reads everything.

    With --in-place the parts are the shards: NAME-00000.jsonl and so on appear in DIR, with NAME.run.json; copies are
    found across all of them, and what stays as it is is not copied. DIR may be an address, such as s3://bucket/parts,
    without --in-place.

    Exit code: 0 all inputs were read, 1 some were not, 2 wrong use or parts are missing, 3 the output could not be
    written.
    """
    from extractor.batch import MANIFEST, BatchOptions, Dedup, load_job, merge_parts, settle_parts
    from extractor.cli.summary import totals

    job = load_job(parts)
    name = chosen["name"] or results_name(job.names)
    output = chosen["output"] or "output"
    options = BatchOptions(dedup=Dedup(chosen["dedup"]), shard_size=chosen["shard_size"], resume=chosen["resume"])
    if chosen["in_place"]:
        if chosen["output"]:
            raise UsageError("--in-place writes beside the parts; leave -o out, or --in-place")
        if chosen["shard_size"]:
            raise UsageError(
                "--in-place makes a shard of each part; choose their size with --part-size of `extractor part`"
            )
        place, manifest = parts, settle_parts(job, name, options)
    else:
        place, manifest = output, merge_parts(job, output, name, options)
    if not chosen["quiet"]:
        names = [*(file.path for file in manifest.outputs), f"{name}{MANIFEST}"]
        say(totals(manifest.counts, [f"{place.rstrip('/')}/{file}" for file in names]))
    sys.exit(1 if manifest.counts.failed else 0)
