"""A batch from end to end: inputs in; records, failures, the list of inputs and a manifest out.

While inputs are read, everything grows in a workspace beside the results, and a checkpoint is made every so often: the
files are brought to the disk, then the state that says how far each has come. Whatever stops a run, it goes on from the
last checkpoint; since equal inputs give equal tasks in equal order, its bytes are those of a run that was not stopped.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import IO

from extractor.batch.flow import results
from extractor.batch.gathering import Gathering, Observer, State
from extractor.batch.intake import Mark
from extractor.batch.manifest import Counts, Manifest, counts
from extractor.batch.options import BatchOptions, Dedup
from extractor.batch.plan import Plan
from extractor.batch.publication import publish_all
from extractor.batch.tally import Tally
from extractor.batch.workspace import Workspace, open_workspace, passing_workspace
from extractor.errors import NothingFound, UsageError, unwritable
from extractor.sources import Feed, Input, find


def run(
    inputs: Sequence[str | Feed],
    directory: Path,
    name: str,
    options: BatchOptions | None = None,
    observe: Observer = lambda _: None,
) -> Manifest:
    """Read everything that `inputs` name; write NAME.json and so on, NAME.errors.jsonl and NAME.run.json.

    Where none of the inputs is there, nothing is written, so that the results of an earlier run stay.

    Raises:
        NothingFound: if none of them is there.
        UsageError: if the options do not fit each other, the inputs or an unfinished run.
        OutputError: if something cannot be written; the run can be resumed, as it can when it is interrupted.

    """
    plan = Plan(tuple(inputs), directory, name, options or BatchOptions())
    plan.check()
    try:
        with _workspace(plan) as workspace:
            if not workspace.checkpoint.is_read:
                Gathering(workspace, plan.growing(), observe).read(plan.found(), plan.options)
            _check_found(workspace)
            return publish_all(plan, workspace)
    except OSError as error:
        further = "" if plan.options.brief else " and go on with --resume"
        raise unwritable(directory, error, further=further) from error


def _workspace(plan: Plan) -> AbstractContextManager[Workspace]:
    if plan.options.brief:
        return passing_workspace(plan.directory, plan.name, plan.identity())
    return open_workspace(plan.workspace, plan.identity(), resume=plan.options.resume)


def _check_found(workspace: Workspace) -> None:
    tally = workspace.checkpoint.counted()
    if tally["failed",] and not tally["inputs",]:
        workspace.remove()
        raise NothingFound("none of the inputs could be found; nothing was written")


def stream(
    inputs: Sequence[str | Feed], out: IO[str], options: BatchOptions, observe: Observer = lambda _: None
) -> Counts:
    """Read everything that `inputs` name, and write the records to `out`, in the one format of the options.

    Raises:
        UsageError: if there is not one format, or it is none of text, or what is asked for takes files.
        OSError: if `out` cannot be written.

    """
    plan = Plan(tuple(inputs), Path(), "-", options)
    formats = plan.formats()
    if len(formats) > 1 or formats[0].finish:
        raise UsageError("one format can be printed: json, jsonl or csv; others need a directory, with -o")
    if options.resume or options.shard_size or options.dedup is not Dedup.ALL:
        raise UsageError("--resume, --shard-size and --dedup need a directory, with -o")
    style, tally, is_first = formats[0].text, Tally(), True
    out.write(style.head)
    observe(State(counts(tally), 0, ()))
    with closing(results(plan.found(), options, Mark())) as found:
        for batch, result in found:
            tally.update(result.tally)
            tally["inputs",] += len(batch.opened)
            text = result.texts[0].decode()
            out.write(text.removeprefix(style.separator) if is_first else text)
            is_first = is_first and not text
            observe(State(counts(tally), batch.done, result.outcomes))
    out.write(style.tail)
    return counts(tally)


def measure(inputs: Sequence[str | Feed], options: BatchOptions) -> int:
    """The bytes of everything that `inputs` name, as far as sizes are known: what `State.done` comes to."""
    found = find((name for name in inputs if isinstance(name, str)), options.sources)
    return sum(item.size or 0 for item in found if isinstance(item, Input))
