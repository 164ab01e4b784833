"""The first half of a run: everything is read, and grows in the workspace."""

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass

from extractor.batch.account.manifest import Counts, counts
from extractor.batch.options import BatchOptions
from extractor.batch.outputs.growing import Extent, GrowingFile, OutputKind, synchronised
from extractor.batch.outputs.index import unpack
from extractor.batch.tasks.flow import results
from extractor.batch.tasks.intake import Batch
from extractor.batch.tasks.work import Result
from extractor.batch.workspace import Workspace
from extractor.records import Failure, QAPage
from extractor.sources import Fetched, FoundInput


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, how many bytes of its inputs lie behind it, and the outcomes since this was last said.

    Outcomes are failures and, in a brief run, the records of a page. The state is said before the first page is read,
    then whenever more have been.
    """

    counts: Counts
    done: int
    outcomes: tuple[Sequence[QAPage] | Failure, ...]


Observer = Callable[[Progress], None]


class Gathering:
    """What is read and where it grows, from where the workspace stands.

    `kinds` are those of the records in the order of the formats, then failures, inputs and index.
    """

    def __init__(self, workspace: Workspace, kinds: Sequence[OutputKind], observe: Observer) -> None:
        self._workspace = workspace
        self._kinds = kinds
        self._observe = observe
        self._mark = workspace.checkpoint.mark
        self._tally = workspace.checkpoint.counted()
        self._files: list[GrowingFile] = []

    def read(self, found: Iterable[FoundInput | Fetched], options: BatchOptions) -> None:
        """Read the inputs to their end."""
        with ExitStack() as stack:
            for kind in self._kinds:
                extent = self._workspace.checkpoint.files.get(kind.extension, Extent())
                self._files.append(GrowingFile(self._workspace.directory, kind, extent))
                stack.callback(self._files[-1].close)
            came = stack.enter_context(closing(results(found, options, self._mark)))
            self._observe(Progress(counts(self._tally), 0, ()))
            due = time.monotonic()  # the first checkpoint says at once that there is a run to go on with
            for batch, result in came:
                self._commit(batch, result)
                if time.monotonic() >= due:
                    self._checkpoint(is_read=False)
                    due = time.monotonic() + options.checkpoint_seconds
            self._checkpoint(is_read=True)

    def _commit(self, batch: Batch, result: Result) -> None:
        """Write what came of a task. Nothing counts before the next checkpoint."""
        entries = list(unpack(result.index, len(result.texts)))
        *records, errors, inputs, index = self._files
        for column, (file, text) in enumerate(zip(records, result.texts, strict=True)):
            file.append(text, [entry.lengths[column] for entry in entries if entry.lengths[column]])
        failures = [_line(failure) for failure in result.failures]
        for file, lines in ((errors, failures), (inputs, batch.opened), (index, [result.index])):
            file.append(b"".join(lines), [len(line) for line in lines])
        self._tally.update(result.tally)
        self._tally["inputs",] += batch.inputs
        self._mark = batch.mark
        self._observe(Progress(counts(self._tally), batch.done, result.outcomes))

    def _checkpoint(self, *, is_read: bool) -> None:
        extents = synchronised(self._kinds, self._files)
        tally = [(list(key), number) for key, number in self._tally.items()]
        news = {"mark": self._mark, "files": extents, "tally": tally, "is_read": is_read}
        self._workspace.save(self._workspace.checkpoint.model_copy(update=news))


def _line(failure: Failure) -> bytes:
    return (failure.model_dump_json(exclude_none=True) + "\n").encode()
