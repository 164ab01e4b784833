"""Inputs that an earlier run has read, by the list that it wrote."""

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from extractor.batch.intake import input_line
from extractor.errors import UsageError
from extractor.records import Failure
from extractor.sources import Fetched, Input

MANIFEST = ".run.json"
INPUTS = ".inputs.jsonl"


def known_inputs(manifest: Path) -> frozenset[int]:
    """What the run of `manifest` has read: numbers, some 60 MB of memory for a million inputs.

    Raises:
        UsageError: if there is no list of inputs beside the manifest.

    """
    path = manifest.with_name(manifest.name.removesuffix(MANIFEST) + INPUTS)
    try:
        with path.open("rb") as lines:
            return frozenset(map(_number, lines))
    except OSError as error:
        raise UsageError(
            f"{path} cannot be read: {error.strerror}; --skip-known takes the manifest beside it"
        ) from error


def without_known(
    found: Iterator[Input | Fetched | Failure], known: frozenset[int]
) -> Iterator[Input | Fetched | Failure]:
    """The inputs whose name, size and time of change are not among the known."""
    return (item for item in found if not (isinstance(item, Input) and _number(input_line(item)) in known))


def _number(line: bytes) -> int:
    return int.from_bytes(blake2b(line, digest_size=8).digest())
