"""Files in object stores and on servers, by address, through fsspec (an optional part)."""

from collections.abc import Iterator

from extractor.errors import Reason
from extractor.sources.blame import blame, nothing_wanted
from extractor.sources.names import is_page_address, is_wanted
from extractor.sources.opening import store_of
from extractor.sources.slices import FoundInput, Input, LeftOut, SourceOptions, failure

_FILES_ONLY = ("http://", "https://")


def find_remote(address: str, options: SourceOptions) -> Iterator[FoundInput]:
    """The files that an address names: one file, all below a directory, or those that match a glob.

    Pages of the web are none of them: these are asked for politely, by another part of this package.
    """
    if is_page_address(address):
        detail = f"{address} is the address of a page of the web; name it to `extractor` itself or in a file for --urls"
        yield failure(address, Reason.BAD_URL, detail)
        return
    if address.startswith(_FILES_ONLY):  # servers have no directories that can be listed
        yield Input(address)
        return
    try:
        found, left_out = _files_at(address, options)
    except Exception as error:  # noqa: BLE001 - what a store's client raises is its own
        yield blame(error, address)
        return
    yield from found
    yield from left_out
    if not found:
        yield nothing_wanted(address)


def _files_at(address: str, options: SourceOptions) -> tuple[list[Input], list[LeftOut]]:
    """The files that are wanted, and those below a directory that are not."""
    system, root = store_of(address)
    every = paths = [root]
    if "*" in root or "?" in root:
        every = paths = sorted(system.glob(root))
    elif system.isdir(root):
        every = sorted(system.find(root))
        paths = [path for path in every if is_wanted(path[len(root) :].lstrip("/"), options)]
    left_out = [LeftOut(system.unstrip_protocol(path)) for path in sorted(set(every).difference(paths))]
    return [Input(system.unstrip_protocol(path), system.size(path)) for path in paths], left_out
