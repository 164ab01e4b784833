"""A batch from end to end: inputs in; records, failures, the list of inputs and a manifest out.

While inputs are read, everything grows in a workspace beside the results, and a checkpoint is made every so often: the
files are brought to the disk, then the state that says how far each has come. Whatever stops a run, it goes on from the
last checkpoint; since equal inputs give equal tasks in equal order, its bytes are those of a run that was not stopped.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import IO

from extractor.batch.account.log import LOG, Watch
from extractor.batch.account.manifest import Counts, Manifest, counts
from extractor.batch.account.tally import Tally
from extractor.batch.gathering import Gathering, Observer, Progress
from extractor.batch.options import BatchOptions, Dedup
from extractor.batch.outputs.upload import destination
from extractor.batch.plan import Plan
from extractor.batch.publication import publish_all
from extractor.batch.tasks.flow import results
from extractor.batch.tasks.intake import Bookmark
from extractor.batch.workspace import GO_ON, Workspace, open_workspace, passing_workspace
from extractor.errors import NothingFound, UsageError
from extractor.files import writing
from extractor.sources import Feed, Input, find


def run(
    inputs: Sequence[str | Feed],
    directory: Path | str,
    name: str,
    options: BatchOptions | None = None,
    observe: Observer = lambda _: None,
) -> Manifest:
    """Read everything that `inputs` name; write NAME.json and so on, NAME.errors.jsonl and NAME.run.json.

    `directory` may also be an address that fsspec knows, such as s3://bucket/results: the run grows in a folder of its
    own in the working directory, from which it can be resumed, and its files are uploaded when they are whole. Where
    none of the inputs is there, or none can be read and an earlier run has left results, nothing is written.

    Raises:
        NothingFound: if nothing is written.
        UsageError: if the options do not fit each other, the inputs or an unfinished run.
        OutputError: if something cannot be written; the run can be resumed, as it can when it is interrupted.

    """
    with destination(directory) as where:
        plan = Plan(tuple(inputs), where.folder, name, options or BatchOptions(), address=where.address)
        plan.check()
        return _run(plan, observe)


def _run(plan: Plan, observe: Observer) -> Manifest:
    further = "" if plan.options.brief else GO_ON
    with writing(plan.directory, further=further), _workspace(plan) as workspace:
        if not workspace.checkpoint.is_read:
            _read(plan, workspace, observe)
        _check_found(plan, workspace)
        return publish_all(plan, workspace)


def _read(plan: Plan, workspace: Workspace, observe: Observer) -> None:
    watch = Watch(workspace.checkpoint.counted()["documents",])
    Gathering(workspace, plan.growing(), observe).read(plan.found(), plan.options)
    if plan.options.log:
        log = watch.stop(workspace.checkpoint.counted()["documents",], plan.options.jobs)
        (workspace.directory / LOG).write_text(log.model_dump_json() + "\n", encoding="utf-8")


def _workspace(plan: Plan) -> AbstractContextManager[Workspace]:
    if plan.options.brief:
        return passing_workspace(plan.directory, plan.name, plan.identity())
    return open_workspace(plan.workspace, plan.identity(), resume=plan.options.resume)


def _check_found(plan: Plan, workspace: Workspace) -> None:
    """See that something was read: results of an earlier run are worth more than none, or a list of failures."""
    tally = workspace.checkpoint.counted()
    if tally["records",] or tally["without-record",]:
        return
    if tally["failed",] and not tally["inputs",]:
        workspace.remove()
        raise NothingFound("none of the inputs could be found; nothing was written")
    if any((plan.directory / kind.file_name()).exists() for kind in plan.record_kinds(final=True)):
        workspace.remove()
        raise NothingFound(f"nothing could be read; the results of an earlier run in {plan.directory} stay")


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
    if options.resume or options.shard_size or options.dedup is not Dedup.ALL or not options.choice.is_everything:
        raise UsageError("--resume, --shard-size, --dedup and choosing records need a directory, with -o")
    if len(formats) > 1 or formats[0].finish:
        raise UsageError("one format can be printed: json, jsonl or csv; others need a directory, with -o")
    style, tally, is_first = formats[0].text, Tally(), True
    out.write(style.head)
    observe(Progress(counts(tally), 0, ()))
    with closing(results(plan.found(), options, Bookmark())) as found:
        for batch, result in found:
            tally.update(result.tally)
            tally["inputs",] += batch.inputs
            text = result.texts[0].decode()
            out.write(text.removeprefix(style.separator) if is_first else text)
            is_first = is_first and not text
            observe(Progress(counts(tally), batch.done, result.outcomes))
    out.write(style.tail)
    return counts(tally)


def measure(inputs: Sequence[str | Feed], options: BatchOptions) -> int:
    """The bytes of everything that `inputs` name, as far as sizes are known: what `Progress.done` comes to."""
    found = find((name for name in inputs if isinstance(name, str)), options.sources)
    return sum(item.size or 0 for item in found if isinstance(item, Input))
