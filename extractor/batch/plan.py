"""What a run is to write, and what makes its result."""

import functools
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

from pydantic import JsonValue

from extractor import __version__
from extractor.batch.known import INPUTS, MANIFEST, known_inputs, without_known
from extractor.batch.options import BatchOptions, Dedup
from extractor.batch.parts import Kind, kind_of
from extractor.errors import UsageError
from extractor.records import Failure
from extractor.sinks import Format, find_format
from extractor.sources import Feed, Fetched, Input, find, read_names

_RESULT = re.compile(r"(?:-\d{5})?\.(?:errors\.|inputs\.|flat\.)?(?:jsonl|parquet)(?:\.\w+)?")


@dataclass(frozen=True, slots=True)
class Plan:
    """A run: inputs, where its files go and what they are called, options."""

    inputs: tuple[str | Feed, ...]
    directory: Path
    name: str
    options: BatchOptions

    @property
    def workspace(self) -> Path:
        """Where the run lives until it is finished."""
        return self.directory / f".{self.name}.run"

    @property
    def manifest(self) -> Path:
        """The file that says what the run did."""
        return self.directory / f"{self.name}{MANIFEST}"

    def formats(self) -> list[Format]:
        """The formats of the records.

        Raises:
            UsageError: if one does not exist, or needs a part that is not installed, or is there twice.

        """
        options = self.options
        if len(set(options.formats)) < len(options.formats) or not options.formats:
            raise UsageError("give every format once, and at least one")
        return [find_format(name, excel=options.excel) for name in options.formats]

    def record_kinds(self, *, final: bool) -> list[Kind]:
        """The parts that hold the records; while duplicates are still among them they are not in shards."""
        sharded = final or self.options.dedup is Dedup.ALL
        size = self.options.shard_size if sharded else None
        return [kind_of(self.name, one.extension, one.text, size if one.shards else None) for one in self.formats()]

    def other_kinds(self) -> list[Kind]:
        """The parts that hold failures, inputs and the index, in this order."""
        return [Kind(self.name, ".errors.jsonl"), Kind(self.name, INPUTS), Kind(self.name, ".index")]

    def found(self) -> Iterator[Input | Fetched | Failure]:
        """The inputs, files first, without what is known and the results themselves."""
        options = self.options
        named = (name for name in self.inputs if isinstance(name, str))
        names = chain(named, read_names(options.files_from) if options.files_from else ())
        status = self.directory.stat()
        files = find(names, options.sources, frozenset({(status.st_dev, status.st_ino)}))
        foreign = (item for item in files if not (isinstance(item, Input) and self._is_own(item.path)))
        feeds = (feed.fetched() for feed in self.inputs if not isinstance(feed, str))
        found = chain(foreign, chain.from_iterable(feeds))
        return without_known(found, known_inputs(options.skip_known)) if options.skip_known else found

    def _is_own(self, path: str) -> bool:
        """Whether a file is a result of an earlier run of this name."""
        name = Path(path).name
        own = name.startswith(self.name) and _RESULT.fullmatch(name[len(self.name) :])
        return bool(own) and Path(path).parent.resolve() == self.directory.resolve()

    def identity(self) -> dict[str, JsonValue]:
        """What makes the result: equal identities and equal inputs give equal files."""
        options = self.options
        return {
            "inputs": [name if isinstance(name, str) else list(name.asks) for name in self.inputs],
            "files_from": options.files_from,
            "formats": list(options.formats),
            "excel": options.excel,
            "shard_size": options.shard_size,
            "dedup": options.dedup.value,
            "limits": asdict(options.limits),
            "skip_known": str(options.skip_known) if options.skip_known else None,
            "sources": {name: _plain(value) for name, value in asdict(options.sources).items()},
            "reader": _name(options.reader),
            "version": __version__,
        }


def _plain(value: object) -> JsonValue:
    return list(value) if isinstance(value, tuple) else value  # type: ignore[return-value] # asdict loses the types


def _name(function: object) -> str:
    if isinstance(function, functools.partial):
        arguments = ", ".join(f"{name}={value!r}" for name, value in function.keywords.items())
        return f"{_name(function.func)}({arguments})"
    return f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', function)}"
