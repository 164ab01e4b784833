"""Records: the vocabulary that all rooms share."""

from extractor.records.models import (
    MAX_COUNT,
    SCHEMA_VERSION,
    Answer,
    Confidence,
    Doctor,
    Failure,
    Provenance,
    QAPage,
    Question,
    Scalar,
    Span,
    Warning,  # noqa: A004 - a warning about a record
    WarningCode,
)

__all__ = [
    "MAX_COUNT",
    "SCHEMA_VERSION",
    "Answer",
    "Confidence",
    "Doctor",
    "Failure",
    "Provenance",
    "QAPage",
    "Question",
    "Scalar",
    "Span",
    "Warning",
    "WarningCode",
]
