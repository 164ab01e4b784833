"""How fast a run went, in NAME.log.json, on wish: it is the one file in which equal runs differ."""

import time
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.errors import UsageError

LOG = ".log.json"


class Log(BaseModel):
    """So many pages were read in so many seconds of the clock by so many workers (0: by the process itself).

    Of a run that was resumed this is the last stretch.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pages: int
    seconds: float
    jobs: int

    @property
    def speed(self) -> float:
        """Pages a second; 0 if nothing was read."""
        return self.pages / self.seconds if self.seconds else 0.0


class Watch:
    """A stopwatch that starts when so many pages lie behind."""

    def __init__(self, pages: int) -> None:
        self._pages = pages
        self._begin = time.monotonic()

    def stop(self, pages: int, jobs: int) -> Log:
        """The log, when this many pages lie behind."""
        return Log(pages=pages - self._pages, seconds=round(time.monotonic() - self._begin, 3), jobs=jobs)


def load_log(path: Path) -> Log | None:
    """The log in a file, None if there is none.

    Raises:
        UsageError: if the file is something else.

    """
    try:
        return Log.model_validate_json(path.read_bytes()) if path.exists() else None
    except ValidationError as error:
        raise UsageError(f"{path} is no log of a run: {error}") from error
