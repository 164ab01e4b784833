"""What a person did, one line a step, in NAME.corrections.jsonl beside the run: appended, never changed.

The last word on a record is its latest step that settles it. Who did it is not recorded.
"""

import os
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from extractor.errors import UsageError
from extractor.files import writing
from extractor.records import QAPage

CORRECTIONS = ".corrections.jsonl"


class Deed(StrEnum):
    """What a person can do to a record."""

    ROLE = "role"
    """Say what a line is."""
    VALUE = "value"
    """Write a value by hand."""
    RIGHT = "right"
    """Say that the record is right as it now stands: it is settled."""
    NO_PAGE = "no-page"
    """Say that this is no Q&A page: it is settled."""
    UNDO = "undo"
    """Take back the latest step that is not taken back yet."""

    @property
    def settles(self) -> bool:
        """Whether the record is done with."""
        return self in (Deed.RIGHT, Deed.NO_PAGE)


class Step(BaseModel):
    """A step: on which record of which page (by its digest), and what.

    A role is that of an `item` of the page, `state` its name. An item is what the grammar read as one (a line, or a
    byline of several); on a page whose markup told the fields it is a line that is not blank, counted from 0. An
    `onward` role is that of all items below it too; each of their paragraphs is an answer if it is that of an answer's
    first line. A value stands at a `pointer` (RFC 6901); null takes it away. What is right is kept whole, so that
    nothing has to be read again.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    deed: Deed
    id: str = ""
    digest: str = ""
    item: int | None = None
    state: str | None = None
    onward: bool = False
    pointer: str | None = None
    value: JsonValue = None
    record: QAPage | None = None


class StepLog:
    """The steps of a review, on the disk and in memory."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._steps = list(_read(path))
        self._size = path.read_bytes().rfind(b"\n") + 1 if path.exists() else 0

    def append(self, step: Step) -> None:
        """Add a step; it is on the disk when this returns.

        Raises:
            OutputError: if it cannot be written.

        """
        line = step.model_dump_json(exclude_defaults=True).encode() + b"\n"
        with writing(self._path, "RUN.json"):
            self._path.touch()
            with self._path.open("r+b") as stream:
                stream.truncate(self._size)
                self._size = stream.seek(self._size) + stream.write(line)
                stream.flush()
                os.fsync(stream.fileno())
        self._steps.append(step)

    def standing(self) -> list[Step]:
        """The steps that were not taken back, in their order."""
        return standing(self._steps)


def standing(steps: Iterable[Step]) -> list[Step]:
    """The steps without those that were taken back, and without the taking back."""
    held: list[Step] = []
    for step in steps:
        if step.deed is not Deed.UNDO:
            held.append(step)
        elif held:
            held.pop()
    return held


def settled(steps: Iterable[Step]) -> dict[str, Step]:
    """By record, the step that settled it."""
    return {step.id: step for step in steps if step.deed.settles}


def corrected(records: Iterable[QAPage], path: Path) -> Iterator[QAPage]:
    """The records of a run with the corrections in a file: those that are no Q&A pages are left out.

    Raises:
        UsageError: if the file cannot be read.

    """
    done = settled(standing(_read(path, must_exist=True)))
    for record in records:
        step = done.get(record.id or "")
        if step is None:
            yield record
        elif step.record is not None:
            left_out = {} if record.spans is not None else {"spans": None, "text": None}
            yield step.record.model_copy(update=left_out)


def _read(path: Path, *, must_exist: bool = False) -> Iterator[Step]:
    """The steps in a file. A last line that broke off was never done: the power went before it was on the disk."""
    try:
        content = path.read_bytes()
    except OSError as error:
        if must_exist or path.exists():
            raise UsageError(f"{path} cannot be read: {error.strerror}; `extractor review` writes it") from error
        return
    for number, line in enumerate(content.split(b"\n")[:-1], 1):
        try:
            yield Step.model_validate_json(line)
        except ValidationError as error:
            raise UsageError(f"line {number} of {path} is no step of a review: {error}") from error
