"""Every file once, by however many names the inputs lead to it."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources.names import printable
from extractor.sources.opening import STDIN, is_remote
from extractor.sources.slices import FoundInput, Input


def once(found: Iterable[FoundInput]) -> Iterator[FoundInput]:
    """What is found, with a failure that says so in the place of a file that was there before.

    Files are one if symbolic links and other spellings are all that their names differ in. A number is kept for each,
    as for inputs that are known: some 60 MB for a million.
    """
    seen: set[int] = set()
    real_folder = lru_cache(maxsize=256)(os.path.realpath)  # looked up once for all its files
    for item in found:
        if not isinstance(item, Input):
            yield item
            continue
        number = _number(_true_name(item.path, real_folder))
        if number not in seen:
            seen.add(number)
            yield item
            continue
        name = printable(item.path)
        yield Failure(source=name, reason=Reason.READ_BEFORE, detail=f"{name} is named more than once; read once")


def _number(name: str) -> int:
    return int.from_bytes(blake2b(os.fsencode(name), digest_size=8).digest())


def _true_name(path: str, real_folder: Callable[[str], str]) -> str:
    if path == STDIN or is_remote(path):
        return path
    if os.path.islink(path):
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    return os.path.join(real_folder(folder), name)
