"""From inputs to numbered tasks, with a mark behind each task from which a later run can go on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from itertools import count, islice
from typing import NamedTuple

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.work import Task
from extractor.errors import UsageError
from extractor.limits import limited_memory
from extractor.records import Failure
from extractor.sources import (
    Fetched,
    FoundInput,
    Input,
    LeftOut,
    Loaded,
    Slice,
    WarcSlice,
    blame,
    is_page_file,
    printable,
    slices,
)

_SLICES_PER_TASK = 64
_BYTES_PER_TASK = 500_000
_LEFT_OUT = b'"left_out": true}\n'
_JSON = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(frozen=True, slots=True)
class Bookmark:
    """How far the inputs are read: so many are opened, and of the last one so many slices taken.

    `digest` is that of the names, sizes and times of the opened inputs; by it a changed input is noticed. `left` is
    the seam at which the last slice of an archive ended.
    """

    opened: int = 0
    slices: int = 0
    digest: str = ""
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """A task, the mark behind it, the inputs that it is the first to open, as lines for the list of inputs.

    `inputs` are those of them that are read, and not left out because of their names; `done` is how many bytes of all
    inputs lie before the mark, as far as sizes are known.
    """

    task: Task
    mark: Bookmark
    opened: tuple[bytes, ...]
    done: int
    inputs: int


class _Step(NamedTuple):
    piece: Slice
    mark: Bookmark
    opened: bytes
    done: int


def line_of(path: str, size: int | None = None, modified: int | None = None) -> bytes:
    """The line of an input in the list of inputs, by which it is known; a page of the web has an address alone."""
    return _JSON({"path": printable(path), "size": size, "modified": modified}).encode() + b"\n"


def _line(item: FoundInput | Fetched) -> bytes:
    match item:
        case Input():
            return line_of(item.path, item.size, item.modified)
        case Fetched():
            return line_of(item.source)
        case LeftOut():
            return _JSON({"path": item.source, "left_out": True}).encode() + b"\n"
        case Failure():
            return b""


def batches(found: Iterable[FoundInput | Fetched], options: BatchOptions, start: Bookmark) -> Iterator[Batch]:
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
    opened = tuple(step.opened for step in steps if step.opened)
    inputs = len([line for line in opened if not line.endswith(_LEFT_OUT)])
    return Batch(task, steps[-1].mark, opened, steps[-1].done, inputs)


def _steps(found: Iterable[FoundInput | Fetched], options: BatchOptions, start: Bookmark) -> Iterator[_Step]:
    digest = blake2b(digest_size=16)
    opened = before = 0
    for opened, item in enumerate(found, 1):
        line = _line(item)
        digest.update(line or repr(item).encode())
        if opened == start.opened:
            _check(digest.hexdigest() == start.digest)
        if opened >= start.opened:
            mark = Bookmark(opened, digest=digest.hexdigest())
            skipped = start.slices if opened == start.opened else 0
            yield from islice(_steps_of(item, options, mark, line, before), skipped, None)
        before += _size(item)
    _check(opened >= start.opened)


def _steps_of(
    item: FoundInput | Fetched, options: BatchOptions, mark: Bookmark, line: bytes, before: int
) -> Iterator[_Step]:
    """The steps of one input, that has this line in the list of inputs and so many bytes of others `before` it."""
    if not isinstance(item, Input):
        came = item.item if isinstance(item, Fetched) else item
        yield _Step(Loaded(item.source or "", (came,)), Bookmark(mark.opened, 1, mark.digest), line, before)
        return
    done = 0
    for number, piece in enumerate(_slices(item, options), item.first + 1):
        done = min(_size(item), done + piece.size)
        yield _Step(piece, Bookmark(mark.opened, number, mark.digest), line if number == 1 else b"", before + done)


def _slices(item: Input, options: BatchOptions) -> Iterator[Slice]:
    """The slices of an input; whatever is raised on the way is a failure of this input, and ends it."""
    name, pieces = printable(item.path), slices(item, options.sources)
    if is_page_file(item):
        yield from pieces
        return
    while True:
        try:
            with limited_memory(options.limits.memory):
                piece = next(pieces, None)
        except Exception as error:  # noqa: BLE001 - a defect that one input brings to light does not end the run
            yield Loaded(name, (blame(error, name),))
            return
        if piece is None:
            return
        yield piece


def _size(item: FoundInput | Fetched) -> int:
    return (item.size or 0) if isinstance(item, Input) else 0


def _check(is_unchanged: bool) -> None:  # noqa: FBT001 - says what must be so
    if not is_unchanged:
        raise UsageError("the inputs are not those of the run that was interrupted; begin anew without --resume")
