"""A run in parts: what is read and how, kept in the folder of the parts so that every machine knows it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pydantic import JsonValue

from extractor.batch.options import BatchOptions
from extractor.batch.outputs.growing import OutputKind
from extractor.batch.parts.part_store import PartStore, store_at
from extractor.batch.plan import Plan, differing
from extractor.errors import UsageError
from extractor.records import Failure
from extractor.records.choice import Choice
from extractor.sources import Fetched, FoundInput, Input, LeftOut, SourceOptions, sections

_LATE = ("dedup", "shard_size")
"""What is settled when parts are merged."""
_ONCE = ("inputs", "files_from", "skip_known")
"""What is settled when the job is begun."""

PART_BYTES = 64_000_000
"""How much input a part has at least: minutes of work for a core, so that what a task costs by itself is little."""

PartInputs = tuple[FoundInput, ...]


@dataclass(frozen=True, slots=True)
class Job:
    """What all parts have in common: their folder, how pages are read, and the inputs of each part, in order."""

    store: PartStore
    identity: Mapping[str, JsonValue]
    parts: Sequence[PartInputs]

    @property
    def names(self) -> list[str]:
        """The inputs as they were given."""
        return [str(name) for name in _listed(self.identity["inputs"])]

    def kinds(self) -> list[OutputKind]:
        """What grows in a part: records by format, failures, inputs, index."""
        return self.plan(Path(), "part", BatchOptions()).growing()

    def plan(self, directory: Path, name: str, options: BatchOptions) -> Plan:
        """The run that the parts merge to; of `options` formats and how pages are read are the job's."""
        how = self.identity
        formats = tuple(str(name) for name in _listed(how["formats"]))
        choice = Choice(bool(how["only_flagged"]), float(str(how["min_confidence"])))
        options = replace(options, formats=formats, excel=bool(how["excel"]), choice=choice)
        return Plan((), directory, name, options, self.identity)

    def check(self, options: BatchOptions) -> None:
        """Look whether pages would be read as the job says.

        Raises:
            UsageError: if not.

        """
        _compare(self.store.place, self.identity, _identity((), options), besides=_ONCE)


def begin_job(inputs: Sequence[str], place: Path | str, options: BatchOptions, part_bytes: int = PART_BYTES) -> Job:
    """Find the inputs and keep the job at `place`, a folder or an address; if one is there already, that one.

    A part is an input, or so many small ones that they have `part_bytes` together. An archive (WARC, compressed record
    by record or not at all) of twice as much is cut into several parts, as a run cuts it for its workers.

    Raises:
        UsageError: if another job is kept there.
        OutputError: if it cannot be written.

    """
    identity, store = _identity(inputs, options), store_at(place)
    if store.job() is None:
        with store.own_folder() as folder:
            found = Plan(tuple(inputs), folder, "part", options).found()
            items = (item for item in found if not isinstance(item, Fetched))
            parts = _grouped(_cut(items, options.sources, part_bytes), part_bytes)
            rows = [identity, *([_as_json(item) for item in part] for part in parts)]
        store.keep_job("".join(json.dumps(row) + "\n" for row in rows))
    job = load_job(place)
    _compare(store.place, job.identity, identity)
    return job


def load_job(place: Path | str) -> Job:
    """The job in a folder of parts, or at an address.

    Raises:
        UsageError: if there is none.
        OutputError: if the address cannot be reached.

    """
    store = store_at(place)
    try:
        identity, *parts = map(json.loads, (store.job() or "").splitlines())
    except (OSError, ValueError) as error:
        raise UsageError(f"{place} holds no job; `extractor part INPUT... --parts {place}` begins one") from error
    return Job(store, identity, [tuple(map(_from_json, items)) for items in parts])


def name_of(items: PartInputs) -> str:
    """What a part is called: its first input, if it has one."""
    read = next((item for item in items if isinstance(item, Input)), items[0])
    return read.path if isinstance(read, Input) else read.source or ""


def _cut(items: Iterable[FoundInput], options: SourceOptions, part_bytes: int) -> Iterator[FoundInput]:
    """The items, archives that are larger than a part in sections."""
    for item in items:
        yield from sections(item, options, part_bytes) if isinstance(item, Input) else [item]


def _grouped(items: Iterable[FoundInput], part_bytes: int) -> Iterator[PartInputs]:
    held: list[FoundInput] = []
    size = 0
    for item in items:
        held.append(item)
        size += (item.size or 0) if isinstance(item, Input) else 0
        if size >= part_bytes:
            yield tuple(held)
            held, size = [], 0
    if held:
        yield tuple(held)


def _identity(inputs: Sequence[str], options: BatchOptions) -> dict[str, JsonValue]:
    identity = Plan(tuple(inputs), Path(), "part", options).identity()
    return {key: value for key, value in identity.items() if key not in _LATE}


def _compare(
    place: str, kept: Mapping[str, JsonValue], given: Mapping[str, JsonValue], besides: Sequence[str] = ()
) -> None:
    if changed := differing(kept, given, besides):
        raise UsageError(
            f"the job in {place} has other {changed}; give the options that it was begun with, or another folder with"
            " --parts"
        )


def _as_json(item: FoundInput) -> JsonValue:
    if isinstance(item, Failure):
        return {"failure": item.model_dump(mode="json")}
    if isinstance(item, LeftOut):
        return {"left_out": item.source}
    return asdict(item)


def _from_json(row: dict[str, JsonValue]) -> FoundInput:
    if "left_out" in row:
        return LeftOut(str(row["left_out"]))
    if "failure" in row:
        return Failure.model_validate_json(json.dumps(row["failure"]))
    return Input(**row)  # type: ignore[arg-type] # as written by `_as_json`


def _listed(value: JsonValue) -> Iterator[JsonValue]:
    return iter(value) if isinstance(value, list) else iter(())
