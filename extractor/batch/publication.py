"""The second half of a run: what has grown in the workspace becomes the files that were asked for.

Everything here can be done again from the beginning, so it may be stopped anywhere.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from extractor.batch.account.log import LOG
from extractor.batch.account.manifest import Manifest, digest_files, make_manifest
from extractor.batch.account.tally import Tally
from extractor.batch.options import Dedup
from extractor.batch.outputs.duplicates import copy_kept, find_duplicates, kept_lengths
from extractor.batch.outputs.growing import Extent, GrowingFile, OutputKind, remove_shards, sealed
from extractor.batch.outputs.upload import upload
from extractor.batch.plan import Plan
from extractor.batch.workspace import Workspace
from extractor.records.choice import LEFT_OUT

_FINISHED = ".finished"

Finish = Callable[[Path, Path], None]
_Grown = tuple[Path, OutputKind, Extent]
"""Where files of a kind lie, and how far they have grown."""


def publish_all(plan: Plan, workspace: Workspace) -> Manifest:
    """Make the results of a run that has been read appear, and the workspace vanish.

    First every file is made in the workspace, then each takes its place: all of them, or none if one cannot.
    """
    tally = workspace.checkpoint.counted()
    records = _records(plan, workspace, tally)
    made = list(_made(plan, workspace, records))
    return appear(plan, workspace, tally, made, [(kind, extent.shard + 1) for _, kind, extent in records])


def appear(
    plan: Plan, workspace: Workspace, tally: Tally, made: Sequence[Path], ends: Sequence[tuple[OutputKind, int]] = ()
) -> Manifest:
    """Let the files that are made take their places, with the manifest, and the workspace vanish.

    Of kinds that come in shards an earlier run may have had more: `ends` are the first numbers that are none of ours.

    Raises:
        OSError: if one cannot; then none does.

    """
    moves = {path: plan.directory / path.name.removesuffix(_FINISHED) for path in made}
    manifest = make_manifest(tally, plan.identity(), digest_files(moves, plan.directory))
    if not plan.options.brief:
        moves[_written(manifest, workspace)] = plan.manifest
        moves |= _log(plan, workspace)
        _remove_stale(plan)
    _take_places(moves, workspace.directory / "earlier")
    for kind, end in ends:
        if kind.shard_size is not None:
            remove_shards(plan.directory, kind, end)
    if plan.address:
        upload(list(moves.values()), plan.address)
    workspace.remove()
    return manifest


def _log(plan: Plan, workspace: Workspace) -> Mapping[Path, Path]:
    """Where the log goes, if there is one."""
    log = workspace.directory / LOG
    return {log: plan.directory / f"{plan.name}{LOG}"} if log.exists() else {}


def _remove_stale(plan: Plan) -> None:
    """What an earlier run has left beside its results, and this one does not write, would be taken for its own."""
    kept = {LOG: plan.options.log, LEFT_OUT: not plan.options.choice.is_everything}
    for ending, is_own in kept.items():
        if not is_own:
            (plan.directory / f"{plan.name}{ending}").unlink(missing_ok=True)


def _records(plan: Plan, workspace: Workspace, tally: Tally) -> list[_Grown]:
    """The files of records as they are to be: with the duplicates, which are counted in any case, or without them."""
    *_, index = plan.other_kinds()
    entries = workspace.directory / index.file_name()
    duplicates = workspace.directory / "duplicates"
    tally["duplicates",] = find_duplicates(entries, len(plan.formats()), plan.options.dedup, duplicates)
    if plan.options.dedup is Dedup.ALL:
        return [(workspace.directory, kind, _extent(workspace, kind)) for kind in plan.record_kinds(final=True)]
    tally["dropped",] = tally["duplicates",]
    return list(_kept(plan, workspace, entries, duplicates))


def _made(plan: Plan, workspace: Workspace, records: Sequence[_Grown]) -> Iterator[Path]:
    """All files but the manifest, made in the workspace."""
    for one, form in zip(records, plan.formats(), strict=True):
        yield from _finished(*one, form.finish)
    errors, inputs, _ = plan.other_kinds()
    for kind in () if plan.options.brief else (errors, inputs):
        yield from _finished(workspace.directory, kind, _extent(workspace, kind), None)


def _written(manifest: Manifest, workspace: Workspace) -> Path:
    written = workspace.directory / "manifest"
    written.write_text(manifest.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return written


def _take_places(moves: Mapping[Path, Path], earlier: Path) -> None:
    """Move each file that is not there yet to its place; what stood there goes to `earlier`, and back if one fails."""
    earlier.mkdir(exist_ok=True)
    done: list[tuple[Path, Path]] = []
    try:
        for made, place in moves.items():
            if made.exists():
                done.append((made, place))
                if place.exists() and not (earlier / place.name).exists():
                    place.replace(earlier / place.name)
                made.replace(place)
    except OSError:
        for made, place in done:
            if not made.exists():
                place.replace(made)
            if (earlier / place.name).exists():
                (earlier / place.name).replace(place)
        raise


def _extent(workspace: Workspace, kind: OutputKind) -> Extent:
    return workspace.checkpoint.files[kind.extension]


def _kept(plan: Plan, workspace: Workspace, entries: Path, duplicates: Path) -> Iterator[_Grown]:
    """The files of records again, without the duplicates."""
    target = workspace.directory / "kept"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    kinds = plan.record_kinds(final=True)
    for column, (whole, kind) in enumerate(zip(plan.record_kinds(final=False), kinds, strict=True)):
        records = kept_lengths(entries, len(kinds), duplicates)
        lengths = ((lengths[column], is_kept) for lengths, is_kept in records if lengths[column])
        kept = GrowingFile(target, kind, Extent())
        copy_kept(workspace.directory / whole.file_name(), lengths, whole, kept)
        kept.sync()
        kept.close()
        yield target, kind, kept.extent


def _finished(source: Path, kind: OutputKind, extent: Extent, finish: Finish | None) -> Iterator[Path]:
    """The files of a kind as they are to appear, in the workspace, or moved from there by an earlier attempt."""
    for path in sealed(source, kind, extent):
        yield finish_file(path, finish)


def finish_file(path: Path, finish: Finish | None) -> Path:
    """The file, or what `finish` makes of it."""
    if finish is None:
        return path
    made = path.with_name(path.name + _FINISHED)
    if path.exists():
        made.unlink(missing_ok=True)
        finish(path, made)
    return made
