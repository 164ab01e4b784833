"""Health Q&A pages, text or HTML, into validated records: question, answers, doctors.

    page = extractor.extract(text)
    doctors = [answer.doctor and answer.doctor.name for answer in page.answers]

`extract` reads one page with one question, `extract_records` one page with any number, `extract_all` many pages. The
models are in `extractor.records`, the errors in `extractor.errors`; all of them can be imported from here.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from extractor.__version__ import __version__ as __version__

if TYPE_CHECKING:
    from extractor.api import extract, extract_all, extract_records
    from extractor.document import Document, MediaType
    from extractor.errors import (
        ExtractorError,
        NoRecord,
        OutputError,
        Reason,
        SeveralRecords,
        UnreadableDocument,
        UsageError,
    )
    from extractor.records import Answer, Doctor, Failure, QAPage, Question, Warning, WarningCode  # noqa: A004 - the word of the record

__all__ = [
    "Answer",
    "Doctor",
    "Document",
    "ExtractorError",
    "Failure",
    "MediaType",
    "NoRecord",
    "OutputError",
    "QAPage",
    "Question",
    "Reason",
    "SeveralRecords",
    "UnreadableDocument",
    "UsageError",
    "Warning",
    "WarningCode",
    "extract",
    "extract_all",
    "extract_records",
]


_HOMES = ("extractor.errors", "extractor.document", "extractor.records", "extractor.api")


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the command line's help does not wait for the readers."""
    if name in __all__:
        for home in map(import_module, _HOMES):
            if hasattr(home, name):
                globals()[name] = getattr(home, name)
                return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
