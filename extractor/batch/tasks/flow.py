"""The results of everything that the inputs hold, in order, with the mark behind each."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace

from extractor.batch.options import BatchOptions
from extractor.batch.tasks.intake import Batch, Bookmark, batches
from extractor.batch.tasks.pool import run_tasks
from extractor.batch.tasks.work import Result, Task
from extractor.sources import Fetched, FoundInput, WarcSlice


def results(
    found: Iterable[FoundInput | Fetched], options: BatchOptions, start: Bookmark
) -> Generator[tuple[Batch, Result], None, None]:
    """What comes of the inputs behind `start`.

    Raises:
        UsageError: if the inputs before `start` have changed.
        ExtractorError: if the workers cannot work.

    """
    under_way: dict[int, Batch] = {}
    seams = _Seams(start.left)

    def tasks() -> Iterator[Task]:
        for batch in batches(found, options, start):
            under_way[batch.task.number] = batch
            yield batch.task

    with closing(run_tasks(tasks(), options, seams.mend)) as performed:
        for result in performed:
            batch = under_way.pop(result.number)
            yield replace(batch, mark=replace(batch.mark, left=seams.left)), result


class _Seams:
    """Sees to it that every slice of an archive begins where the one before it ended, at `left`."""

    def __init__(self, left: int | None) -> None:
        self.left = left

    def mend(self, task: Task, result: Result) -> Task | None:
        """The task to perform instead of one that began elsewhere."""
        piece, seam = task.slices[0], result.seam
        if not isinstance(piece, WarcSlice) or seam is None:
            self.left = None
            return None
        is_first = piece.start == 0
        if not is_first and self.left is not None and (better := piece.mended(seam, self.left)):
            return replace(task, slices=(better,), quarantined={})
        self.left = seam.left if is_first else max(seam.left, self.left or 0)
        return None
