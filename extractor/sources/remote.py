"""Files in object stores and on servers, by address, through fsspec (an optional part)."""

from collections.abc import Iterator

from extractor.errors import MissingExtra
from extractor.extras import require
from extractor.records import Failure
from extractor.sources.boxes import blame, nothing_wanted
from extractor.sources.names import is_wanted
from extractor.sources.slices import Input, SourceOptions

_FILES_ONLY = ("http://", "https://")


def find_remote(address: str, options: SourceOptions) -> Iterator[Input | Failure]:
    """The files that an address names: one file, all below a directory, or those that match a glob."""
    if address.startswith(_FILES_ONLY):  # servers have no directories that can be listed
        yield Input(address)
        return
    try:
        system, root = require("fsspec", "remote").core.url_to_fs(address)
        if "*" in root or "?" in root:
            paths = sorted(system.glob(root))
        elif system.isdir(root):
            paths = [path for path in sorted(system.find(root)) if is_wanted(path[len(root) :].lstrip("/"), options)]
        else:
            paths = [root]
        found = [Input(system.unstrip_protocol(path), system.size(path)) for path in paths]
    except (OSError, ValueError, ImportError, MissingExtra) as error:
        yield blame(error, address)
        return
    yield from found
    if not found:
        yield nothing_wanted(address)
