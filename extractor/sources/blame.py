"""Failures of inputs as a whole: what an error of their content amounts to, and what stands in the place of a page."""

import tarfile

from extractor.errors import MissingExtra, Reason
from extractor.records import Failure
from extractor.sources.archives.members import BombError
from extractor.sources.opening import is_remote
from extractor.sources.slices import failure
from extractor.sources.streams import BrokenStreamError

CONTENT_ERRORS = (BrokenStreamError, BombError, MissingExtra, OSError, tarfile.TarError)
"""What may be raised where the content of an input is at fault; `blame` makes failures of them."""


def blame(error: Exception, source: str) -> Failure:
    """The failure that an error of the content amounts to."""
    match error:
        case BrokenStreamError():
            reason, what = (Reason.TRUNCATED, "breaks off") if error.truncated else (Reason.DAMAGED, "is damaged")
            return failure(source, reason, f"{source} {what}: the rest of it is lost; fetch it again if it matters")
        case BombError():
            return failure(source, Reason.EXPANDS_TOO_MUCH, f"{source} expands without end; see --max-expansion")
        case tarfile.ReadError():
            return failure(source, Reason.TRUNCATED, f"{source} breaks off ({error}); fetch it again")
        case MemoryError():
            detail = f"{source} needs more memory than a page may take; raise --page-memory to allow more"
            return failure(source, Reason.MEMORY_LIMIT, detail)
        case tarfile.TarError():
            return failure(source, Reason.DAMAGED, f"{source} is damaged: {error}; fetch it again if it matters")
        case _:
            return _blame_file(error, source)


def _blame_file(error: Exception, source: str) -> Failure:
    match error:
        case MissingExtra():
            return failure(source, Reason.NEEDS_EXTRA, f"{source}: {error}")
        case FileNotFoundError():
            return failure(source, Reason.MISSING, f"{source} does not exist; check its name")
        case OSError() | ValueError():
            why = getattr(error, "strerror", None) or error
            remedy = "see that it can be reached" if is_remote(source) else "check its permissions and kind"
            return failure(source, Reason.UNREADABLE, f"{source} cannot be read: {why}; {remedy}")
        case _:
            detail = f"{type(error).__name__}: {error}; this is a defect of extractor, please report it with the file"
            return failure(source, Reason.INTERNAL_ERROR, detail)


def pointer(source: str) -> Failure:
    """The failure of what git-lfs left in the place of a file."""
    return failure(source, Reason.POINTER, f"{source} is a pointer of git-lfs, not the file: git lfs pull brings it")


def nothing_wanted(source: str) -> Failure:
    """The failure of an archive or a directory without a page."""
    detail = f"{source} holds no page; pages are known by names such as *.txt and *.html, others are taken by --include"
    return failure(source, Reason.MISSING, detail)
