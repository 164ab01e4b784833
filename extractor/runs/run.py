"""A run by its manifest: what it wrote, and the pages that it read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.batch import LOG, MANIFEST, Log, Manifest, load_log, load_manifest
from extractor.batch.known import ERRORS, INPUTS, failures_in
from extractor.errors import UsageError
from extractor.records import Failure, QAPage
from extractor.records.choice import LEFT_OUT
from extractor.runs.outputs import RECORD_ENDINGS, records_in
from extractor.sources import Reopener, SourceOptions

_WEB_STORE = "warc"
"""The folder beside the results in which pages of the web are kept."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is over: the folder and the name of its files, and its manifest."""

    folder: Path
    name: str
    manifest: Manifest

    def beside(self, ending: str) -> Path:
        """A further file of the run."""
        return self.folder / f"{self.name}{ending}"

    def records(self) -> Iterator[QAPage]:
        """The records that it read: those it wrote, in their order, then those that were not chosen.

        Raises:
            UsageError: if it wrote none whole, or they cannot be read.

        """
        yield from self._written()
        if self.manifest.counts.not_chosen:
            yield from records_in(self.beside(LEFT_OUT))

    def _written(self) -> Iterator[QAPage]:
        for ending in RECORD_ENDINGS:
            found = [output.path for output in self.manifest.outputs if self._holds(output.path, ending)]
            if found:
                for name in found:
                    yield from records_in(self.folder / name)
                return
        raise UsageError(f"{self.name} has no whole records; run it with --format jsonl, json, parquet or sqlite too")

    def _holds(self, name: str, ending: str) -> bool:
        others = (self.name + ERRORS, self.name + INPUTS, self.name + LEFT_OUT)
        is_whole = ending in name.removeprefix(self.name) and not name.endswith(".flat.parquet")
        return is_whole and name not in others

    def failures(self) -> Iterator[Failure]:
        """What gave no record, and why.

        Raises:
            UsageError: if the list of it cannot be read.

        """
        return failures_in(self.beside(ERRORS))

    def log(self) -> Log | None:
        """How fast it went, if it was to say so.

        Raises:
            UsageError: if its log cannot be read.

        """
        return load_log(self.beside(LOG))

    def reopener(self) -> Reopener:
        """What opens the pages of its records again."""
        given = self.manifest.options.get("sources")
        names = {name: tuple(value) if isinstance(value, list) else value for name, value in dict(given or {}).items()}  # type: ignore[arg-type] # JSON
        archives = sorted(str(path) for path in (self.folder / _WEB_STORE).glob("*.warc*"))
        return Reopener(SourceOptions(**names), archives)  # type: ignore[arg-type] # as the run wrote them


def open_run(manifest: Path) -> Run:
    """The run of a manifest, or of the folder that holds the manifest of one run.

    Raises:
        UsageError: if there is none, or the folder holds several.

    """
    if manifest.is_dir():
        found = sorted(manifest.glob(f"*{MANIFEST}"))
        if len(found) != 1:
            names = ", ".join(map(str, found)) or "none"
            raise UsageError(f"{manifest} holds {len(found)} manifests (NAME{MANIFEST}): {names}; give one")
        manifest = found[0]
    if not manifest.name.endswith(MANIFEST):
        own = run_of(manifest)
        further = f"; it is from {own.beside(MANIFEST)}" if own else f"; runs write them as NAME{MANIFEST}"
        raise UsageError(f"{manifest} is no manifest{further}")
    return Run(manifest.parent, manifest.name.removesuffix(MANIFEST), load_manifest(manifest))


def run_of(output: Path) -> Run | None:
    """The run that wrote an output, if its manifest lies beside it."""
    for manifest in sorted(output.parent.glob(f"*{MANIFEST}")):
        if output.name.startswith(manifest.name.removesuffix(MANIFEST)):
            run = open_run(manifest)
            if any(one.path == output.name for one in run.manifest.outputs):
                return run
    return None
