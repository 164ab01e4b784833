"""What can go wrong, as exceptions, and why an input gave no record, as an enum.

    ExtractorError                 everything this package raises on purpose
    ├── UnreadableDocument         the bytes cannot be turned into a page: carries a `Reason`
    ├── FetchFailed                an address gave no page: carries a `Reason`
    ├── NoRecord                   the page is readable, but it is no Q&A page
    ├── SeveralRecords             `extract` was asked for one record, the page holds more: use `extract_records`
    ├── NothingFound               none of the inputs of a run is there
    ├── UsageError                 the caller asked for something that makes no sense (exit code 2)
    │   └── MissingExtra           what was asked for needs an optional part that is not installed
    └── OutputError                a result could not be written (exit code 3)

Each message says what was wrong, where, and what to do about it.
"""

import errno
from enum import StrEnum
from pathlib import Path


class Reason(StrEnum):
    """Why an input gave no record. The value is what the errors file and the manifest print."""

    NOT_A_QA_PAGE = "not-a-qa-page"
    READ_BEFORE = "read-before"
    """The inputs name the file more than once."""
    MISSING = "missing"
    UNREADABLE = "unreadable"
    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"

    BAD_URL = "bad-url"
    ROBOTS_DISALLOWED = "robots-disallowed"
    ROBOTS_UNREACHABLE = "robots-unreachable"
    BLOCKED = "blocked"
    """A bot check, a login or a consent wall stands before the page."""
    PRIVATE_ADDRESS = "private-address"
    UNKNOWN_HOST = "unknown-host"
    CONNECTION_FAILED = "connection-failed"
    TLS_FAILED = "tls-failed"
    TIMEOUT = "timeout"
    TOO_MANY_REDIRECTS = "too-many-redirects"
    HOST_BUSY = "host-busy"
    """The host asks to be left alone for longer than a run waits."""
    PAGE_LIMIT = "page-limit"
    NOT_STORED = "not-stored"
    """Offline, and the store does not hold the page."""
    HTTP_400 = "http-400"
    HTTP_401 = "http-401"
    HTTP_403 = "http-403"
    HTTP_404 = "http-404"
    HTTP_410 = "http-410"
    HTTP_429 = "http-429"
    HTTP_451 = "http-451"
    HTTP_500 = "http-500"
    HTTP_502 = "http-502"
    HTTP_503 = "http-503"
    HTTP_504 = "http-504"
    HTTP_STATUS = "http-status"
    """A status with no page and no reason of its own; the detail names it."""

    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    EXPANDS_TOO_MUCH = "expands-too-much"
    TOO_DEEP = "too-deep"
    TOO_MANY_MEMBERS = "too-many-members"
    NEEDS_EXTRA = "needs-extra"
    OTHER_MEDIA_TYPE = "other-media-type"
    REVISIT = "revisit"
    BAD_ROW = "bad-row"
    NO_COLUMN = "no-column"
    TIME_LIMIT = "time-limit"
    MEMORY_LIMIT = "memory-limit"
    CRASHED = "crashed"
    INTERNAL_ERROR = "internal-error"

    @property
    def is_fault(self) -> bool:
        """Whether an input should have given a record: by this a run counts failures and chooses its exit code."""
        return self not in _NO_FAULT


_NO_FAULT = frozenset(
    {Reason.NOT_A_QA_PAGE, Reason.READ_BEFORE, Reason.REVISIT, Reason.OTHER_MEDIA_TYPE, Reason.HTTP_STATUS}
)


class ExtractorError(Exception):
    """Base of all errors that this package raises on purpose."""


class UnreadableDocument(ExtractorError):
    """The input cannot be turned into text; `reason` says of which kind the trouble is."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class FetchFailed(ExtractorError):
    """An address gave no page; `reason` says of which kind the trouble is."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class NoRecord(ExtractorError):
    """The page was read, and it is not a page on which somebody asks and others answer."""


class SeveralRecords(ExtractorError):
    """The page holds several questions, and one record was asked for."""


class UsageError(ExtractorError):
    """The caller's wish cannot be met as stated; the message says how to state it."""


class MissingExtra(UsageError):
    """What was asked for needs an optional part that is not installed; the message says how to install it."""


class NothingFound(ExtractorError):
    """None of the inputs is there, so there is nothing to write."""


class OutputError(ExtractorError):
    """A result could not be written; the message names the path."""


def unwritable(path: Path, error: OSError, option: str = "-o", *, further: str = "") -> OutputError:
    """The error to raise when `path` cannot be written; `option` names another place.

    `further` is what can be done once there is room again.
    """
    lacks_room = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    remedy = f"make room there{further}" if lacks_room else "check that you may write there"
    return OutputError(
        f"cannot write {path}: {error.strerror or error}; {remedy}, or choose another place with {option}"
    )
