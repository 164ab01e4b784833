"""Files in object stores and on servers, by address, through fsspec (an optional part)."""

from collections.abc import Iterator

from extractor.extras import require
from extractor.sources.blame import blame, nothing_wanted
from extractor.sources.names import is_wanted
from extractor.sources.slices import FoundInput, Input, LeftOut, SourceOptions

_FILES_ONLY = ("http://", "https://")


def find_remote(address: str, options: SourceOptions) -> Iterator[FoundInput]:
    """The files that an address names: one file, all below a directory, or those that match a glob."""
    if address.startswith(_FILES_ONLY):  # servers have no directories that can be listed
        yield Input(address)
        return
    left_out: list[LeftOut] = []
    try:
        system, root = require("fsspec", "remote").core.url_to_fs(address)
        if "*" in root or "?" in root:
            paths = sorted(system.glob(root))
        elif system.isdir(root):
            every = sorted(system.find(root))
            paths = [path for path in every if is_wanted(path[len(root) :].lstrip("/"), options)]
            left_out = [LeftOut(system.unstrip_protocol(path)) for path in sorted(set(every) - set(paths))]
        else:
            paths = [root]
        found = [Input(system.unstrip_protocol(path), system.size(path)) for path in paths]
    except Exception as error:  # noqa: BLE001 - what a store's client raises is its own
        yield blame(error, address)
        return
    yield from found
    yield from left_out
    if not found:
        yield nothing_wanted(address)
