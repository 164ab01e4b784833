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

from enum import StrEnum


class Reason(StrEnum):
    """Why an input gave no record. The value is what the errors file and the manifest print."""

    NOT_A_QA_PAGE = "not-a-qa-page"
    """Nobody asks and others answer there, or it is not clear enough that they do."""
    READ_BEFORE = "read-before"
    """The inputs name the file more than once."""
    MISSING = "missing"
    """The file is not there, or an archive or a folder holds no page."""
    UNREADABLE = "unreadable"
    """The system, or a server, does not give the bytes: permissions, a folder in place of a file, a wrong encoding."""
    EMPTY = "empty"
    """There is no text in it; of a search for addresses: it found none."""
    BINARY = "binary"
    """The bytes are no text in any encoding."""
    UNDECODABLE = "undecodable"
    """The bytes are text, but not in the encoding that is named."""
    TOO_LARGE = "too-large"
    """It holds more than `--max-size`."""

    BAD_URL = "bad-url"
    """The address is none that can be asked."""
    ROBOTS_DISALLOWED = "robots-disallowed"
    """The robots.txt of the host asks machines to stay away from this address."""
    ROBOTS_UNREACHABLE = "robots-unreachable"
    """The robots.txt of the host could not be read, and so nothing is asked."""
    BLOCKED = "blocked"
    """A bot check, a login or a consent wall stands before the page."""
    NEEDS_SCRIPTS = "needs-scripts"
    """The page is the shell of a script application: empty before its scripts have run."""
    BROKEN_DATA = "broken-structured-data"
    """Structured data that seems to hold the question cannot be read, and nothing else on the page holds it."""
    POINTER = "pointer"
    """The file is a pointer of git-lfs to the one that was meant."""
    PRIVATE_ADDRESS = "private-address"
    """The name leads to a machine of the own network."""
    UNKNOWN_HOST = "unknown-host"
    """No machine has this name."""
    CONNECTION_FAILED = "connection-failed"
    """The machine did not answer, or broke off."""
    TLS_FAILED = "tls-failed"
    """The machine cannot prove who it is."""
    TIMEOUT = "timeout"
    """The machine took too long."""
    TOO_MANY_REDIRECTS = "too-many-redirects"
    """The address leads to another, and so on."""
    HOST_BUSY = "host-busy"
    """The host asks to be left alone for longer than a run waits."""
    PAGE_LIMIT = "page-limit"
    """There are more pages than `--max-pages`."""
    NOT_STORED = "not-stored"
    """Offline, and the store does not hold the page."""
    HTTP_400 = "http-400"
    """The server answers with this status, as with those below."""
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
    """An archive, or a part of it, is damaged; what could be read was read."""
    TRUNCATED = "truncated"
    """An archive breaks off; what stands before was read."""
    EXPANDS_TOO_MUCH = "expands-too-much"
    """Compressed bytes expand beyond `--max-expansion`."""
    TOO_DEEP = "too-deep"
    """An archive lies in too many others."""
    TOO_MANY_MEMBERS = "too-many-members"
    """An archive holds more files than `--max-members`."""
    NEEDS_EXTRA = "needs-extra"
    """An optional part of the package has to be installed for it."""
    OTHER_MEDIA_TYPE = "other-media-type"
    """It is neither text nor HTML."""
    REVISIT = "revisit"
    """The record of an archive says that the page stands elsewhere."""
    BAD_ROW = "bad-row"
    """A row of a table or a line of JSON holds no page."""
    NO_COLUMN = "no-column"
    """A table has no column of pages."""
    TIME_LIMIT = "time-limit"
    """Reading the page took longer than `--page-seconds`."""
    MEMORY_LIMIT = "memory-limit"
    """Reading the page took more than `--page-memory`."""
    CRASHED = "crashed"
    """The process that read the page ended without a word."""
    INTERNAL_ERROR = "internal-error"
    """A defect of this package; the detail is worth a report."""

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
