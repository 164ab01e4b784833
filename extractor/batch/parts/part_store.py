"""Where the parts of a run are kept: a folder that all machines share, or an address in a store such as s3://bucket/x.

Whatever is kept is there whole or not at all, and what is there already stands: of two that come at once one is kept.
"""

import os
import shutil
import tarfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, Protocol

from extractor.errors import ExtractorError, OutputError
from extractor.files import beside, writing
from extractor.sources import is_remote, store_of

_JOB = "job.jsonl"
_PART = ".part"
_PACKED = ".part.tar"


class PartStore(Protocol):
    """A place for a job and its parts. All of its methods raise OutputError if it cannot be reached or written."""

    @property
    def place(self) -> str:
        """What the user calls it."""

    def job(self) -> str | None:
        """The job that is kept here, None if there is none."""

    def keep_job(self, text: str) -> None:
        """Keep the job, unless there is one."""

    def own_folder(self) -> AbstractContextManager[Path]:
        """A folder that is left out where inputs are looked for."""

    def has(self, name: str) -> bool:
        """Whether this part is here."""

    def names(self) -> frozenset[str]:
        """The parts that are here."""

    def growing(self, name: str) -> AbstractContextManager[Path]:
        """A folder in which a part grows; at the end it is kept as `name`, unless there is such a part."""

    def part(self, name: str) -> AbstractContextManager[Path]:
        """A folder with the files of a part, to be read."""


def store_at(place: Path | str) -> PartStore:
    """The store at a path or an address."""
    return AddressStore(str(place)) if is_remote(str(place)) else FolderStore(Path(place))


@dataclass(frozen=True, slots=True)
class FolderStore:
    """A folder; a part is a folder in it, which is given its name when it is whole."""

    folder: Path

    @property
    def place(self) -> str:
        """Its path."""
        return str(self.folder)

    def job(self) -> str | None:
        """The job, if there is one."""
        path = self.folder / _JOB
        return path.read_text(encoding="utf-8") if path.exists() else None

    def keep_job(self, text: str) -> None:
        """Write it aside, and give it its name unless that is taken: a link cannot replace anything."""
        job = self.folder / _JOB
        with beside(job, "--parts") as aside:
            aside.write_text(text, encoding="utf-8", newline="")
            with suppress(FileExistsError):
                os.link(aside, job)

    @contextmanager
    def own_folder(self) -> Iterator[Path]:
        """The folder, which is made if need be."""
        with writing(self.folder, "--parts"):
            self.folder.mkdir(parents=True, exist_ok=True)
        yield self.folder

    def has(self, name: str) -> bool:
        """Whether there is such a folder."""
        return (self.folder / f"{name}{_PART}").exists()

    def names(self) -> frozenset[str]:
        """The parts."""
        paths = self.folder.glob(f"*{_PART}")
        return frozenset(path.name.removesuffix(_PART) for path in paths if not path.name.startswith("."))

    @contextmanager
    def growing(self, name: str) -> Iterator[Path]:
        """A folder beside, that is renamed."""
        folder = self.folder / f"{name}{_PART}"
        with writing(folder, "--parts"):
            attempt = Path(mkdtemp(prefix=f".{folder.name}.", dir=self.folder))
            try:
                yield attempt
                _settle(attempt, folder)
            finally:
                shutil.rmtree(attempt, ignore_errors=True)

    @contextmanager
    def part(self, name: str) -> Iterator[Path]:
        """The folder itself."""
        yield self.folder / f"{name}{_PART}"


def _settle(attempt: Path, folder: Path) -> None:
    """Give the part its name; if another attempt was first, its part stands."""
    try:
        attempt.rename(folder)
    except OSError:
        if not folder.is_dir():
            raise


@dataclass(frozen=True, slots=True)
class AddressStore:
    """An address that fsspec knows; a part is a tar archive there, created only if there is none of its name.

    (S3 and its like are asked for that by `If-None-Match: *`.)
    """

    place: str

    def job(self) -> str | None:
        """The job, if there is one."""
        with self._reached() as (store, root):
            try:
                return bytes(store.cat_file(f"{root}/{_JOB}")).decode()
            except FileNotFoundError:
                return None

    def keep_job(self, text: str) -> None:
        """Create it, unless it is there."""
        with self._reached() as (store, root), suppress(FileExistsError):
            store.pipe_file(f"{root}/{_JOB}", text.encode(), mode="create")

    @contextmanager
    def own_folder(self) -> Iterator[Path]:
        """None of the inputs lies in it: an empty one."""
        with TemporaryDirectory() as nowhere:
            yield Path(nowhere)

    def has(self, name: str) -> bool:
        """Whether there is such an archive."""
        with self._reached() as (store, root):
            return bool(store.exists(f"{root}/{name}{_PACKED}"))

    def names(self) -> frozenset[str]:
        """The parts."""
        with self._reached() as (store, root):
            store.invalidate_cache()
            found = [path.rpartition("/")[2] for path in store.find(root)]
        return frozenset(name.removesuffix(_PACKED) for name in found if name.endswith(_PACKED))

    @contextmanager
    def growing(self, name: str) -> Iterator[Path]:
        """A temporary folder, that is packed and put."""
        with TemporaryDirectory() as place:
            folder, packed = Path(place, name), Path(place, f"{name}{_PACKED}")
            folder.mkdir()
            yield folder
            with tarfile.open(packed, "w") as archive:
                archive.add(folder, ".")
            with self._reached() as (store, root), suppress(FileExistsError):
                store.put_file(str(packed), f"{root}/{packed.name}", mode="create")

    @contextmanager
    def part(self, name: str) -> Iterator[Path]:
        """A temporary folder, unpacked."""
        with TemporaryDirectory() as place:
            packed = Path(place, f"{name}{_PACKED}")
            with self._reached() as (store, root):
                store.get_file(f"{root}/{packed.name}", str(packed))
            with tarfile.open(packed) as archive:
                archive.extractall(place, filter="data")
            yield Path(place)

    @contextmanager
    def _reached(self) -> Iterator[tuple[Any, str]]:
        try:
            store, root = store_of(self.place)
            yield store, root.rstrip("/")
        except (ExtractorError, FileExistsError):
            raise
        except Exception as error:
            raise OutputError(f"cannot reach {self.place}: {error}; see that it is there, and try again") from error
