"""Inputs that earlier runs have read, by the lists that they wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pydantic import ValidationError

from extractor.batch.tasks.intake import line_of
from extractor.errors import UsageError
from extractor.records import Failure
from extractor.sources import FoundInput, Input

MANIFEST = ".run.json"
INPUTS = ".inputs.jsonl"
ERRORS = ".errors.jsonl"


@dataclass(frozen=True, slots=True)
class Known:
    """What some runs have read, as numbers: some 60 MB of memory for a million inputs."""

    numbers: frozenset[int]

    def has_page(self, source: str) -> bool:
        """Whether a page of the web was read. One that could not be had is worth another try."""
        return _number(line_of(source)) in self.numbers

    def without(self, found: Iterable[FoundInput]) -> Iterator[FoundInput]:
        """The files whose name, size and time of change are not among the known."""
        return (item for item in found if not (isinstance(item, Input) and self._has_file(item)))

    def _has_file(self, item: Input) -> bool:
        return bool(self.numbers) and _number(line_of(item.path, item.size, item.modified)) in self.numbers


def known_inputs(manifests: Iterable[Path]) -> Known:
    """What the runs of these manifests have read.

    Raises:
        UsageError: if one is no manifest, or lacks the lists beside it.

    """
    known: set[int] = set()
    for manifest in manifests:
        if not manifest.name.endswith(MANIFEST):
            raise UsageError(f"{manifest} is no manifest; runs write them as NAME{MANIFEST}")
        stem = manifest.name.removesuffix(MANIFEST)
        known.update(map(_number, _lines(manifest.with_name(stem + INPUTS))))
        for failure in failures_in(manifest.with_name(stem + ERRORS)):
            if failure.source and failure.reason.is_fault:
                known.discard(_number(line_of(failure.source)))
    return Known(frozenset(known))


def failures_in(path: Path) -> Iterator[Failure]:
    """What gave no record, and why, by the list that a run wrote.

    Raises:
        UsageError: if it cannot be read, or is none.

    """
    for number, line in enumerate(_lines(path), 1):
        try:
            yield Failure.model_validate_json(line)
        except ValidationError as error:
            raise UsageError(f"line {number} of {path} is no failure of a run: {error}") from error


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as lines:
            yield from lines
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror}; it must lie beside the manifest") from error


def _number(line: bytes) -> int:
    return int.from_bytes(blake2b(line, digest_size=8).digest())
