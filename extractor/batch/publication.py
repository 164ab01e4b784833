"""The second half of a run: what has grown in the workspace becomes the files that were asked for.

Everything here can be done again from the beginning, so it may be stopped anywhere.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from extractor.batch.duplicates import copy_kept, find_duplicates, kept_lengths
from extractor.batch.growing import Extent, FileKind, GrowingFile, remove_shards, sealed
from extractor.batch.manifest import Manifest, digest, make_manifest
from extractor.batch.options import Dedup
from extractor.batch.plan import Plan
from extractor.batch.workspace import Workspace

Finish = Callable[[Path, Path], None]


def publish_all(plan: Plan, workspace: Workspace) -> Manifest:
    """Make the results of a run that has been read appear, and the workspace vanish."""
    tally = workspace.checkpoint.counted()
    errors, inputs, index = plan.other_kinds()
    entries = workspace.directory / index.file_name(0)
    duplicates = workspace.directory / "duplicates"
    tally["duplicates",] = find_duplicates(entries, len(plan.options.formats), plan.options.dedup, duplicates)
    if plan.options.dedup is Dedup.ALL:
        grown = [(workspace.directory, kind, _extent(workspace, kind)) for kind in plan.record_kinds(final=True)]
    else:
        tally["dropped",] = tally["duplicates",]
        grown = list(_kept(plan, workspace, entries, duplicates))
    outputs: list[Path] = []
    for one, form in zip(grown, plan.formats(), strict=True):
        outputs += _publish(*one, plan.directory, form.finish)
    for kind in () if plan.options.brief else (errors, inputs):
        outputs += _publish(workspace.directory, kind, _extent(workspace, kind), plan.directory, None)
    manifest = make_manifest(tally, plan.identity(), digest(outputs, plan.directory))
    if not plan.options.brief:
        _keep(manifest, plan, workspace)
    workspace.remove()
    return manifest


def _keep(manifest: Manifest, plan: Plan, workspace: Workspace) -> None:
    written = workspace.directory / "manifest"
    written.write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
    written.replace(plan.manifest)


def _extent(workspace: Workspace, kind: FileKind) -> Extent:
    return workspace.checkpoint.files[kind.extension]


def _kept(plan: Plan, workspace: Workspace, entries: Path, duplicates: Path) -> Iterator[tuple[Path, FileKind, Extent]]:
    """The files of records again, without the duplicates."""
    target = workspace.directory / "kept"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    kinds = plan.record_kinds(final=True)
    for column, (whole, kind) in enumerate(zip(plan.record_kinds(final=False), kinds, strict=True)):
        records = kept_lengths(entries, len(kinds), duplicates)
        lengths = ((all_lengths[column], is_kept) for all_lengths, is_kept in records)
        kept = GrowingFile(target, kind, Extent())
        copy_kept(workspace.directory / whole.file_name(0), lengths, whole, kept)
        kept.sync()
        kept.close()
        yield target, kind, kept.extent


def _publish(source: Path, kind: FileKind, extent: Extent, target: Path, finish: Finish | None) -> Iterator[Path]:
    """Move or convert the files of a kind to where they belong; those of an earlier run that had more of them go."""
    for path in sealed(source, kind, extent):
        if path.exists():
            _finished(path, finish).replace(target / path.name)
        yield target / path.name
    if kind.shard_size is not None:
        remove_shards(target, kind, extent.shard + 1)


def _finished(part: Path, finish: Finish | None) -> Path:
    """`part`, or what `finish` makes of it; made in the workspace, so that nothing stays if the run is killed."""
    if finish is None:
        return part
    made = part.with_name(f"{part.name}.finished")
    made.unlink(missing_ok=True)
    finish(part, made)
    return made
