"""Parts of a run: some inputs each, read anywhere and in any order, that merge to the files of a run on one machine.

    job = begin_job(inputs, Path("parts"), options)    # finds the inputs, once; every machine can reach the folder
    for number in range(len(job.parts)):               # on any machine, by any engine
        extract_part(job, number, options)
    merge_parts(job, Path("results"), "pages", options)

A part is a folder named by a digest of what makes it. It is written aside and renamed, so that it is there whole or not
at all; and one that is there is not made again, so that a task which an engine retries, or runs twice at once, changes
nothing.
"""

import json
import shutil
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp

from extractor.batch.duplicates import copy_kept
from extractor.batch.gathering import Gathering, Observer
from extractor.batch.growing import Extent, GrowingFile, OutputKind
from extractor.batch.index import read_index
from extractor.batch.intake import Bookmark
from extractor.batch.job import Job, name_of
from extractor.batch.manifest import Counts, Manifest, counts
from extractor.batch.options import BatchOptions
from extractor.batch.plan import Plan
from extractor.batch.publication import publish_all
from extractor.batch.tally import Tally
from extractor.batch.workspace import Checkpoint, Workspace, load_checkpoint, open_workspace
from extractor.errors import UsageError, unwritable
from extractor.sources import Input, left_before

_DIGITS = 24
_NAMED = 3
"""How many of the missing parts a message names."""


def part_folder(job: Job, number: int) -> Path:
    """Where part `number` (from 0) is, once it is made."""
    what = json.dumps([job.identity, repr(job.parts[number])], sort_keys=True)
    return job.store / f"{number:08}-{blake2b(what.encode(), digest_size=_DIGITS // 2).hexdigest()}.part"


def extract_part(job: Job, number: int, options: BatchOptions, observe: Observer = lambda _: None) -> Path:
    """Make part `number`, unless it is there; its folder.

    Raises:
        UsageError: if the options are not those of the job.
        OutputError: if it cannot be written.

    """
    job.check(options)
    folder = part_folder(job, number)
    if folder.exists():
        return folder
    try:
        attempt = Path(mkdtemp(prefix=f".{folder.name}.", dir=job.store))
        try:
            workspace = Workspace(attempt, _beginning(job, number, options))
            Gathering(workspace, job.kinds(), observe).read(iter(job.parts[number]), options)
            _settle(attempt, folder)
        finally:
            shutil.rmtree(attempt, ignore_errors=True)
    except OSError as error:
        raise unwritable(folder, error, "--parts") from error
    return folder


def _beginning(job: Job, number: int, options: BatchOptions) -> Checkpoint:
    """Where a part begins: within an archive, where the slice before it ends."""
    first = job.parts[number][0]
    left = left_before(first, options.sources) if isinstance(first, Input) else None
    return Checkpoint(identity=dict(job.identity), mark=Bookmark(left=left), begins=left)


def _settle(attempt: Path, folder: Path) -> None:
    """Give the part its name; if another attempt was first, its part stands."""
    try:
        attempt.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


def part_counts(folder: Path) -> Counts:
    """What came of the inputs of a part."""
    return counts(_receipt(folder).counted())


def merge_parts(job: Job, directory: Path, name: str, options: BatchOptions) -> Manifest:
    """The files of a run over all inputs of the job, byte for byte, made of its parts.

    Of `options` duplicates, shards and resuming count; how pages are read was said when the job was begun.

    Raises:
        UsageError: if parts are missing, or made with other options.
        OutputError: if something cannot be written; the merge can be resumed.

    """
    plan = job.plan(directory, name, options)
    folders = list(_present(job))
    _check_seams(job, folders)
    try:
        with open_workspace(plan.workspace, plan.identity(), resume=options.resume) as workspace:
            if not workspace.checkpoint.is_read:
                _join(plan, workspace, job, folders)
            return publish_all(plan, workspace)
    except OSError as error:
        raise unwritable(directory, error, further=" and go on with --resume") from error


def _present(job: Job) -> Iterator[Path]:
    folders = [part_folder(job, number) for number in range(len(job.parts))]
    missing = [number for number, folder in enumerate(folders) if not folder.exists()]
    if missing:
        names = ", ".join(name_of(job.parts[number]) for number in missing[:_NAMED])
        raise UsageError(
            f"{len(missing):,} of {len(folders):,} parts in {job.store} are missing: {names}"
            f"{' and others' if missing[_NAMED:] else ''}; run `extractor part` again, it makes only these"
        )
    yield from folders


def _join(plan: Plan, workspace: Workspace, job: Job, folders: Sequence[Path]) -> None:
    """Append what grew in the parts, in their order, to what grows in the workspace."""
    files = [GrowingFile(workspace.directory, kind, Extent()) for kind in plan.growing()]
    tally: Tally = Tally()
    for folder in folders:
        tally.update(_receipt(folder).counted())
        _append(folder, job.kinds(), files)
    extents = {}
    for kind, file in zip(plan.growing(), files, strict=True):
        file.sync()
        file.close()
        extents[kind.extension] = file.extent
    counted = [(list(key), number) for key, number in tally.items()]
    workspace.save(Checkpoint(identity=plan.identity(), files=extents, tally=counted, is_read=True))


def _check_seams(job: Job, folders: Sequence[Path]) -> None:
    """See that parts of one archive meet: each began where the one before it has ended in fact."""
    for (before, after), part in zip(pairwise(map(_receipt, folders)), job.parts[1:], strict=True):
        if after.begins not in (None, before.mark.left):
            raise UsageError(
                f"a part of {name_of(part)} begins within a page that holds an archive; read it whole, by beginning"
                " the job anew in another folder with a --part-size above its size"
            )


def _receipt(folder: Path) -> Checkpoint:
    receipt = load_checkpoint(folder)
    if receipt is None:
        raise UsageError(f"{folder} is no part; remove it, and make it again with `extractor part`")
    return receipt


def _append(folder: Path, kinds: Sequence[OutputKind], files: Sequence[GrowingFile]) -> None:
    *records, errors, inputs, index = zip(kinds, files, strict=True)
    entries = folder / index[0].file_name(0)
    for column, (kind, file) in enumerate(records):
        lengths = ((one.lengths[column], True) for one in read_index(entries, len(records)) if one.lengths[column])
        copy_kept(folder / kind.file_name(0), lengths, kind, file)
    for kind, file in (errors, inputs, index):
        data = (folder / kind.file_name(0)).read_bytes()
        file.append(data, [len(data)])
