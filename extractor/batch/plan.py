"""What a run is to write, and what makes its result."""

import functools
import os
import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path

from pydantic import JsonValue

from extractor.__version__ import __version__
from extractor.batch.known import ERRORS, INPUTS, MANIFEST, known_inputs
from extractor.batch.options import BatchOptions, Dedup
from extractor.batch.outputs.growing import OutputKind, output_kind
from extractor.errors import UsageError
from extractor.files import spare
from extractor.sinks import Format
from extractor.sources import Feed, Fetched, FoundInput, Input, find, once, printable, read_names

_RESULT = re.compile(r"(?P<name>.+?)(?:-\d{5})?\.(?:errors\.|inputs\.|left-out\.|flat\.)?(?:jsonl|parquet)(?:\.\w+)?")


@dataclass(frozen=True, slots=True)
class Plan:
    """A run: inputs, where its files go and what they are called, options."""

    inputs: tuple[str | Feed, ...]
    directory: Path
    name: str
    options: BatchOptions
    parted: Mapping[str, JsonValue] = field(default_factory=dict)
    """Of a run that was read in parts: how it was read, as far as the options here do not say it."""
    address: str | None = None
    """Where the files go in the end, if that is no directory."""

    @property
    def workspace(self) -> Path:
        """Where the run lives until it is finished."""
        return self.directory / f".{self.name}.run"

    @property
    def manifest(self) -> Path:
        """The file that says what the run did."""
        return self.directory / f"{self.name}{MANIFEST}"

    def check(self) -> None:
        """Look whether the run makes sense.

        Raises:
            UsageError: if the formats do not, or a result would take the place of an input.

        """
        spare(self._named(), (self.directory / kind.file_name() for kind in self.record_kinds(final=True)))

    def formats(self) -> list[Format]:
        """The formats of the records, and of those that are left out if some may be.

        Raises:
            UsageError: if one does not exist, or needs a part that is not installed, or is there twice.

        """
        options = self.options
        if len(set(options.formats)) < len(options.formats) or not options.formats:
            raise UsageError("give every format once, and at least one")
        return options.written()

    def record_kinds(self, *, final: bool) -> list[OutputKind]:
        """The files that hold the records; while duplicates are still among them they are not in shards."""
        sharded = final or self.options.dedup is Dedup.ALL
        size = self.options.shard_size if sharded else None
        return [output_kind(self.name, one.extension, one.text, size if one.shards else None) for one in self.formats()]

    def other_kinds(self) -> list[OutputKind]:
        """The files that hold failures, inputs and the index, in this order."""
        return [OutputKind(self.name, ERRORS), OutputKind(self.name, INPUTS), OutputKind(self.name, ".index")]

    def growing(self) -> list[OutputKind]:
        """What grows while inputs are read: records by format, failures, inputs, index."""
        return [*self.record_kinds(final=False), *self.other_kinds()]

    def found(self) -> Iterator[FoundInput | Fetched]:
        """The inputs, files first, without what is known and the results of this run and others."""
        known = known_inputs(self.options.skip_known)
        feeds = (feed.fetched(known.has_page) for feed in self.inputs if not isinstance(feed, str))
        return chain(known.without(once(self._files())), chain.from_iterable(feeds))

    def _files(self) -> Iterator[FoundInput]:
        listed = read_names(self.options.files_from) if self.options.files_from else ()
        status = self.directory.stat()
        skip = frozenset({(status.st_dev, status.st_ino)})
        for name in chain(self._named(), listed):
            for item in find([name], self.options.sources, skip):
                if not (isinstance(item, Input) and item.path != name and self._is_result(item.path)):
                    yield item

    def _named(self) -> list[str]:
        return [name for name in self.inputs if isinstance(name, str)]

    def _is_result(self, path: str) -> bool:
        """Whether a file in a directory is a result, of this run or of one whose manifest lies beside it."""
        folder, file_name = os.path.split(path)
        found = _RESULT.fullmatch(file_name)
        if not found:
            return False
        is_own = found["name"] == self.name and Path(folder).resolve() == self.directory.resolve()
        return is_own or Path(folder, found["name"] + MANIFEST).exists()

    def identity(self) -> dict[str, JsonValue]:
        """What makes the result: equal identities and equal inputs give equal files."""
        options = self.options
        written = {
            "inputs": [name if isinstance(name, str) else list(name.asks) for name in self.inputs],
            "files_from": options.files_from,
            "formats": list(options.formats),
            "excel": options.excel,
            "shard_size": options.shard_size,
            "dedup": options.dedup.value,
            **options.choice._asdict(),
            "limits": asdict(options.limits),
            "skip_known": [str(path) for path in options.skip_known],
            "sources": {name: _plain(value) for name, value in asdict(options.sources).items()},
            "reader": _name(options.reader),
            "version": __version__,
            **self.parted,
        }
        return {name: _writable(value) for name, value in written.items()}


_SAID = {
    "inputs": "inputs",
    "formats": "--format",
    "limits": "--page-seconds or --page-memory",
    "reader": "--spans or --layout",
    "sources": "options of what to read, or --max-size and the like",
    "version": "version of extractor",
}
"""What the user calls a part of an identity that is not called as the option is."""


def differing(
    kept: Mapping[str, JsonValue], given: Mapping[str, JsonValue], besides: Container[str] = ()
) -> str | None:
    """What two identities differ in, as the user calls it; None if they are one, whatever is said `besides`."""
    names = [name for name in {**given, **kept} if kept.get(name) != given.get(name) and name not in besides]
    return ", ".join(_SAID.get(name, f"--{name.replace('_', '-')}") for name in names) or None


def _writable(value: JsonValue) -> JsonValue:
    """The value with text that can be written, whatever bytes the names of files hold."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [_writable(item) for item in value]
    return {name: _writable(item) for name, item in value.items()} if isinstance(value, dict) else value


def _plain(value: object) -> JsonValue:
    return list(value) if isinstance(value, tuple) else value  # type: ignore[return-value] # asdict loses the types


def _name(function: object) -> str:
    if isinstance(function, functools.partial):
        arguments = ", ".join(f"{name}={value!r}" for name, value in function.keywords.items())
        return f"{_name(function.func)}({arguments})"
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', function)}"
