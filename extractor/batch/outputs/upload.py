"""Results to an address that fsspec knows, such as s3://bucket/results: whole files, the manifest last."""

import re
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from extractor.errors import MissingExtra, OutputError
from extractor.sources import is_remote, store_of


class Destination(NamedTuple):
    """Where files grow, and the address where they go when they are whole, if that is no folder."""

    folder: Path
    address: str | None = None


@contextmanager
def destination(directory: Path | str) -> Iterator[Destination]:
    """Where the files for `directory` grow: there, or in a folder for an address, which vanishes when all went well.

    Raises:
        OutputError: if nothing is known of such addresses.
        MissingExtra: if what its store needs is not installed.

    """
    address = str(directory)
    if not is_remote(address):
        yield Destination(Path(directory))
        return
    _store(address)
    folder = local_place(address)
    yield Destination(folder, address)
    shutil.rmtree(folder)


def local_place(address: str) -> Path:
    """The folder, beside the command, in which a run grows whose results go to `address`.

    >>> local_place("s3://bucket/out").as_posix()
    '.s3-bucket-out'
    """
    return Path("." + re.sub(r"[^A-Za-z0-9.]+", "-", address).strip("-"))


def upload(files: Sequence[Path], address: str) -> None:
    """Put the files there, in this order.

    Raises:
        OutputError: if one cannot be; all of them are still where they were.

    """
    store, root = _store(address)
    try:
        for file in files:  # stores make what folders they have; a bucket with a slip in its name is not made
            store.put_file(str(file), f"{root}/{file.name}")
    except Exception as error:
        raise _unreached(address, error) from error


def _store(address: str) -> tuple[Any, str]:
    try:
        return store_of(address)
    except MissingExtra:
        raise
    except Exception as error:
        raise _unreached(address, error) from error


def _unreached(address: str, error: Exception) -> OutputError:
    return OutputError(f"cannot write {address}: {error}; see that it can be reached, and go on with --resume")
