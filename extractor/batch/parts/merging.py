"""Parts become results: the files of a run on one machine, or shards beside the parts, of which nothing is gathered."""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from itertools import islice
from pathlib import Path

from extractor.batch.account.manifest import Manifest
from extractor.batch.account.tally import Tally
from extractor.batch.options import BatchOptions, Dedup
from extractor.batch.outputs.duplicates import copy_kept, find_duplicates, kept_lengths
from extractor.batch.outputs.growing import Extent, GrowingFile, OutputKind, sealed, synchronised
from extractor.batch.outputs.index import read_index
from extractor.batch.outputs.upload import destination
from extractor.batch.parts.job import Job, name_of
from extractor.batch.parts.part import part_name, receipt
from extractor.batch.parts.part_store import FolderStore
from extractor.batch.plan import Plan
from extractor.batch.publication import appear, finish_file, publish_all
from extractor.batch.workspace import GO_ON, Checkpoint, Workspace, open_workspace
from extractor.errors import UsageError
from extractor.files import writing
from extractor.sinks import Format

_NAMED = 3
"""How many of the missing parts a message names."""


def merge_parts(job: Job, directory: Path | str, name: str, options: BatchOptions) -> Manifest:
    """The files of a run over all inputs of the job, byte for byte, made of its parts.

    Of `options` duplicates, shards and resuming count; how pages are read was said when the job was begun. `directory`
    may be an address that fsspec knows, as for `run`.

    Raises:
        UsageError: if parts are missing, or do not meet.
        OutputError: if something cannot be written; the merge can be resumed.

    """
    with destination(directory) as where:
        plan = replace(job.plan(where.folder, name, options), address=where.address)
        return _merge(plan, job)


def _merge(plan: Plan, job: Job) -> Manifest:
    names = _present(job)
    own = open_workspace(plan.workspace, plan.identity(), resume=plan.options.resume)
    with writing(plan.directory, further=GO_ON), own as workspace:
        if not workspace.checkpoint.is_read:
            _join(plan, workspace, job, names)
        return publish_all(plan, workspace)


def settle_parts(job: Job, name: str, options: BatchOptions) -> Manifest:
    """Make a shard of each part, beside it: NAME-00000.jsonl, NAME-00000.errors.jsonl and so on, and the manifest.

    Copies are found across all parts, by their indexes: some fifty bytes a record are all that is brought together.
    What of a part stays as it is becomes a shard by a link, and is read but for its digest. Of `options` duplicates
    count. If it is stopped, it can be done again.

    Raises:
        UsageError: if parts are missing, or do not meet, or lie at an address and not in a folder.
        OutputError: if something cannot be written.

    """
    if not isinstance(job.store, FolderStore):
        raise UsageError(f"the parts at {job.store.place} are in no folder; merge them without --in-place")
    plan = job.plan(job.store.folder, name, replace(options, shard_size=None))
    names = _present(job)
    own = open_workspace(plan.workspace, plan.identity(), resume=True)
    with writing(job.store.folder, "--parts"), own as workspace:
        shards = _Shards(plan, job.kinds(), workspace)
        tally = Tally()
        for checkpoint, folder in _parts(job, names):
            tally.update(checkpoint.counted())
            shards.add(folder)
        made = shards.made(tally)
        workspace.save(Checkpoint(identity=plan.identity()))
        return appear(plan, workspace, tally, made)


def _present(job: Job) -> list[str]:
    names, there = [part_name(job, number) for number in range(len(job.parts))], job.store.names()
    missing = [number for number, name in enumerate(names) if name not in there]
    if missing:
        first = ", ".join(name_of(job.parts[number]) for number in missing[:_NAMED])
        raise UsageError(
            f"{len(missing):,} of {len(names):,} parts in {job.store.place} are missing: {first}"
            f"{' and others' if missing[_NAMED:] else ''}; run `extractor part` again, it makes only these"
        )
    return names


def _parts(job: Job, names: Sequence[str]) -> Iterator[tuple[Checkpoint, Path]]:
    """Receipt and folder of each part; those of one archive meet: each begins where the one before it ends."""
    left = None
    for number, name in enumerate(names):
        with job.store.part(name) as folder:
            checkpoint = receipt(folder)
            if checkpoint.begins not in (None, left):
                raise UsageError(
                    f"a part of {name_of(job.parts[number])} begins within a page that holds an archive; read it whole,"
                    " by beginning the job anew in another folder with a --part-size above its size"
                )
            left = checkpoint.mark.left
            yield checkpoint, folder


def _join(plan: Plan, workspace: Workspace, job: Job, names: Sequence[str]) -> None:
    """Append what grew in the parts, in their order, to what grows in the workspace."""
    tally = Tally()
    with ExitStack() as stack:
        files = [
            stack.enter_context(closing(GrowingFile(workspace.directory, one, Extent()))) for one in plan.growing()
        ]
        for checkpoint, folder in _parts(job, names):
            tally.update(checkpoint.counted())
            _append(folder, job.kinds(), files)
        extents = synchronised(plan.growing(), files)
    counted = [(list(key), number) for key, number in tally.items()]
    workspace.save(Checkpoint(identity=plan.identity(), files=extents, tally=counted, is_read=True))


def _append(folder: Path, kinds: Sequence[OutputKind], files: Sequence[GrowingFile]) -> None:
    *records, errors, inputs, index = zip(kinds, files, strict=True)
    entries = folder / index[0].file_name()
    for column, (kind, file) in enumerate(records):
        lengths = ((one.lengths[column], True) for one in read_index(entries, len(records)) if one.lengths[column])
        copy_kept(folder / kind.file_name(), lengths, kind, file)
    for kind, file in (errors, inputs, index):
        data = (folder / kind.file_name()).read_bytes()
        file.append(data, [len(data)])


class _Shards:
    """The shards of all parts, as they are made in the workspace."""

    def __init__(self, plan: Plan, kinds: Sequence[OutputKind], workspace: Workspace) -> None:
        self._plan = plan
        *self._records, errors, inputs, self._index = kinds
        self._others = (errors, inputs)
        self._workspace = workspace.directory
        self._entries = workspace.directory / "entries"
        self._entries.unlink(missing_ok=True)
        self._duplicates = workspace.directory / "duplicates"
        self._folders: list[Path] = []
        self._sizes: list[int] = []

    def add(self, folder: Path) -> None:
        """Take in the next part: its index, and where it lies."""
        index = folder / self._index.file_name()
        with self._entries.open("ab") as stream:
            stream.write(index.read_bytes())
        self._folders.append(folder)
        self._sizes.append(sum(1 for _ in read_index(index, len(self._records))))

    def made(self, tally: Tally) -> list[Path]:
        """All files: records by format, failures, inputs, each in the order of the parts. Copies are counted."""
        dedup = self._plan.options.dedup
        tally["duplicates",] = find_duplicates(self._entries, len(self._records), dedup, self._duplicates)
        tally["dropped",] = 0 if dedup is Dedup.ALL else tally["duplicates",]
        records = [path for column, form in enumerate(self._plan.formats()) for path in self._of_format(column, form)]
        others = [self._linked(number, kind) for kind in self._others for number in range(len(self._folders))]
        return [*records, *others]

    def _of_format(self, column: int, form: Format) -> Iterator[Path]:
        kind = self._records[column]
        is_whole = self._plan.options.dedup is Dedup.ALL
        records = kept_lengths(self._entries, len(self._records), self._duplicates)
        for number, size in enumerate(self._sizes):
            own = [(lengths[column], is_whole or is_kept) for lengths, is_kept in islice(records, size)]
            if all(is_kept for _, is_kept in own) and not (kind.tail or form.finish):
                yield self._linked(number, kind)
            else:
                yield self._rewritten(number, kind, [one for one in own if one[0]], form)

    def _rewritten(self, number: int, kind: OutputKind, lengths: list[tuple[int, bool]], form: Format) -> Path:
        """The shard without the copies, and as the format wants it."""
        shard = replace(kind, stem=self._stem(number))
        grown = GrowingFile(self._workspace, shard, Extent())
        copy_kept(self._folders[number] / kind.file_name(), iter(lengths), kind, grown)
        grown.sync()
        grown.close()
        (path,) = sealed(self._workspace, shard, grown.extent)
        return finish_file(path, form.finish)

    def _linked(self, number: int, kind: OutputKind) -> Path:
        """The file of a part under the name of its shard, without a copy of what it holds."""
        path = self._workspace / replace(kind, stem=self._stem(number)).file_name()
        path.unlink(missing_ok=True)
        os.link(self._folders[number] / kind.file_name(), path)
        return path

    def _stem(self, number: int) -> str:
        return f"{self._plan.name}-{number:05}"
