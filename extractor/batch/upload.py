"""Results to an address that fsspec knows, such as s3://bucket/results: whole files, the manifest last."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractor.errors import MissingExtra, OutputError
from extractor.extras import require


def local_place(address: str) -> Path:
    """The folder, beside the command, in which a run grows whose results go to `address`.

    >>> local_place("s3://bucket/out").as_posix()
    '.s3-bucket-out'
    """
    return Path("." + re.sub(r"[^A-Za-z0-9.]+", "-", address).strip("-"))


def check_address(address: str) -> None:
    """See that there is a store of this kind.

    Raises:
        OutputError: if nothing is known of such addresses.
        MissingExtra: if fsspec is not installed.

    """
    _store(address)


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
        return require("fsspec", "remote").core.url_to_fs(address)  # type: ignore[no-any-return]
    except MissingExtra:
        raise
    except Exception as error:
        raise _unreached(address, error) from error


def _unreached(address: str, error: Exception) -> OutputError:
    return OutputError(f"cannot write {address}: {error}; see that it can be reached, and go on with --resume")
