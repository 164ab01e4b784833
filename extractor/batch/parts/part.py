"""Parts of a run: some inputs each, read anywhere and in any order, that merge to the files of a run on one machine.

    job = begin_job(inputs, Path("parts"), options)    # finds the inputs, once; every machine can reach the place
    for number in range(len(job.parts)):               # on any machine, by any engine
        extract_part(job, number, options)
    merge_parts(job, Path("results"), "pages", options)

A part is named by a digest of what makes it. It is there whole or not at all; and one that is there is not made again,
so that a task which an engine retries, or runs twice at once, changes nothing.
"""

import json
from hashlib import blake2b
from pathlib import Path

from extractor.batch.account.manifest import Counts, counts
from extractor.batch.gathering import Gathering, Observer
from extractor.batch.options import BatchOptions
from extractor.batch.parts.job import Job
from extractor.batch.tasks.intake import Bookmark
from extractor.batch.workspace import Checkpoint, Workspace, load_checkpoint
from extractor.errors import UsageError
from extractor.files import writing
from extractor.sources import Input, left_before

_DIGITS = 24


def part_name(job: Job, number: int) -> str:
    """What part `number` (from 0) is called."""
    what = json.dumps([job.identity, repr(job.parts[number])], sort_keys=True)
    return f"{number:08}-{blake2b(what.encode(), digest_size=_DIGITS // 2).hexdigest()}"


def extract_part(job: Job, number: int, options: BatchOptions, observe: Observer = lambda _: None) -> Counts:
    """Make part `number`, unless it is there; what came of its inputs.

    Raises:
        UsageError: if the options are not those of the job.
        OutputError: if it cannot be written.

    """
    job.check(options)
    name = part_name(job, number)
    if not job.store.has(name):
        with writing(Path(job.store.place), "--parts"), job.store.growing(name) as folder:
            workspace = Workspace(folder, _beginning(job, number, options))
            Gathering(workspace, job.kinds(), observe).read(iter(job.parts[number]), options)
            return counts(workspace.checkpoint.counted())
    with job.store.part(name) as folder:
        return counts(receipt(folder).counted())


def _beginning(job: Job, number: int, options: BatchOptions) -> Checkpoint:
    """Where a part begins: within an archive, where the slice before it ends."""
    first = job.parts[number][0]
    left = left_before(first, options.sources) if isinstance(first, Input) else None
    return Checkpoint(identity=dict(job.identity), mark=Bookmark(left=left), begins=left)


def receipt(folder: Path) -> Checkpoint:
    """What a part in a folder says of itself.

    Raises:
        UsageError: if it is none.

    """
    found = load_checkpoint(folder)
    if found is None:
        raise UsageError(f"{folder} is no part; remove it, and make it again with `extractor part`")
    return found
