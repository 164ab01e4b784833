"""From inputs to numbered tasks, with a mark behind each task from which a later run can go on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count, islice

from pydantic import BaseModel, ConfigDict

from extractor.batch.work import Task
from extractor.errors import UsageError
from extractor.records import Failure
from extractor.sources import Fetched, Input, Loaded, Slice, SourceOptions, WarcSlice, printable, slices

_SLICES_PER_TASK = 64
_BYTES_PER_TASK = 500_000


class Mark(BaseModel):
    """How far the inputs are read: so many are opened, and of the last one so many slices taken.

    `digest` is that of the names, sizes and times of the opened inputs; by it a changed input is noticed. `left` is
    the seam at which the last slice of an archive ended.
    """

    model_config = ConfigDict(frozen=True)

    opened: int = 0
    slices: int = 0
    digest: str = ""
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """A task, the mark behind it, the inputs that it is the first to open, as lines for the list of inputs.

    `done` is how many bytes of all inputs lie before the mark, as far as sizes are known.
    """

    task: Task
    mark: Mark
    opened: tuple[bytes, ...]
    done: int


@dataclass(frozen=True, slots=True)
class _Step:
    piece: Slice
    mark: Mark
    opened: bytes
    done: int


def input_line(found: Input | Fetched) -> bytes:
    """The input's line in the list of inputs, which also is what it is known by."""
    path = found.source if isinstance(found, Fetched) else printable(found.path)
    size, modified = (None, None) if isinstance(found, Fetched) else (found.size, found.modified)
    line = {"path": path, "size": size, "modified": modified}
    return json.dumps(line, ensure_ascii=False).encode() + b"\n"


def batches(found: Iterable[Input | Fetched | Failure], options: SourceOptions, start: Mark) -> Iterator[Batch]:
    """The tasks behind `start`. The same inputs give the same tasks.

    Raises:
        UsageError: if the inputs before `start` are not those that were read to get there.

    """
    numbers = count()
    held: list[_Step] = []
    size = 0
    for step in _steps(found, options, start):
        if held and isinstance(step.piece, WarcSlice):
            yield _batch(next(numbers), held)
            held, size = [], 0
        held.append(step)
        size += step.piece.size
        if len(held) == _SLICES_PER_TASK or size >= _BYTES_PER_TASK or isinstance(step.piece, WarcSlice):
            yield _batch(next(numbers), held)
            held, size = [], 0
    if held:
        yield _batch(next(numbers), held)


def _batch(number: int, steps: list[_Step]) -> Batch:
    task = Task(number, tuple(step.piece for step in steps))
    return Batch(task, steps[-1].mark, tuple(step.opened for step in steps if step.opened), steps[-1].done)


def _steps(found: Iterable[Input | Fetched | Failure], options: SourceOptions, start: Mark) -> Iterator[_Step]:
    digest = blake2b(digest_size=16)
    opened = before = 0
    for opened, item in enumerate(found, 1):
        digest.update(repr(item).encode() if isinstance(item, Failure) else input_line(item))
        mark = Mark(opened=opened, digest=digest.hexdigest())
        if opened == start.opened:
            _check(mark.digest == start.digest)
            yield from islice(_steps_of(item, options, mark, before), start.slices, None)
        elif opened > start.opened:
            yield from _steps_of(item, options, mark, before)
        before += _size(item)
    _check(opened >= start.opened)


def _steps_of(item: Input | Fetched | Failure, options: SourceOptions, mark: Mark, before: int) -> Iterator[_Step]:
    """The steps of one input, that has so many bytes of others `before` it."""
    opened = b"" if isinstance(item, Failure) else input_line(item)
    if not isinstance(item, Input):
        came = item.item if isinstance(item, Fetched) else item
        yield _Step(Loaded(item.source or "", (came,)), mark.model_copy(update={"slices": 1}), opened, before)
        return
    done = 0
    for number, piece in enumerate(slices(item, options), 1):
        done = min(_size(item), done + piece.size)
        yield _Step(piece, mark.model_copy(update={"slices": number}), opened, before + done)
        opened = b""


def _size(item: Input | Fetched | Failure) -> int:
    return (item.size or 0) if isinstance(item, Input) else 0


def _check(is_unchanged: bool) -> None:  # noqa: FBT001 - says what must be so
    if not is_unchanged:
        raise UsageError("the inputs are not those of the run that was interrupted; begin anew without --resume")
