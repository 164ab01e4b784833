"""The record: what a Q&A page says, validated.

These models are the only vocabulary the rooms of the house share. JSON keys, CSV columns and attributes have the same
names. Names follow schema.org where it has one (`Question`, `Answer`, the rating of an `AggregateRating`).
"""

from enum import StrEnum
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, NonNegativeInt, PositiveInt

from extractor.errors import Reason

SCHEMA_VERSION: Literal["2"] = "2"
"""Version 2 added `id`, `digest`, `corrected`, votes and comments of the question, `quotes` and `comments` of an
answer, the `role` of who answers, and the `line` of a warning. Records of version 1 are read as records of version 2
without them.
"""

Scalar: TypeAlias = str | bool | int | float | None
"""What a column of a corpus holds in one row."""


def writable(text: str) -> str:
    """The text with question marks for halves of surrogate pairs, which are no characters and cannot be written."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


Writable = Annotated[str, AfterValidator(writable)]

SchemaVersion = Annotated[Literal["2"], BeforeValidator(lambda found: SCHEMA_VERSION if found == "1" else found)]

MAX_COUNT = 2**31 - 1
"""The largest number that is taken for a count: what every database holds as INTEGER. No page counts higher."""

Count = Annotated[int, Field(ge=0, le=MAX_COUNT)]
"""How many of something; a larger number on a page is no count, and the field is null."""

Votes = Annotated[int, Field(ge=-MAX_COUNT, le=MAX_COUNT)]
"""Votes for, less votes against."""

Confidence = Annotated[float, Field(ge=0.0, le=1.0)]
"""A probability: how often values read with this confidence are right."""

Span = tuple[NonNegativeInt, NonNegativeInt]
"""`[start, end)` in characters of the decoded text of the page (for HTML: of its rendered text)."""


class WarningCode(StrEnum):
    """Reasons to distrust a record."""

    COUNT_MISMATCH = "count-mismatch"
    """The page declares a number of answers and another number was found."""
    DOUBTFUL_BOUNDARY = "doubtful-boundary"
    """Where this answer begins or ends, or which line is its headline, is not certain."""
    DOUBTFUL_PAGE = "doubtful-page"
    """It is not certain how this page is built, or whether it is a Q&A page at all."""
    UNASSIGNED_LINES = "unassigned-lines"
    """Lines of the page that are neither part of a field nor known furniture."""
    REPAIRED_ENCODING = "repaired-encoding"
    """Bytes that are not valid in the page's encoding were replaced."""
    REPAIRED_CHARACTERS = "repaired-characters"
    """Characters that no text holds (NUL, halves of surrogate pairs) were replaced."""
    MOJIBAKE = "mojibake"
    """Text that was read in a wrong encoding before it came here."""
    LEFTOVER_ENTITIES = "leftover-entities"
    """Character references of HTML stand in the text as they are."""
    DAMAGED_SOURCE = "damaged-source"
    """The file or the archive is damaged where the page comes from."""
    TRUNCATED_PAGE = "truncated-page"
    """Part of the page could not be read."""
    CONFLICT = "conflict"
    """Two sources on the page name different values for one field."""
    BROKEN_STRUCTURED_DATA = "broken-structured-data"
    """A block of structured data could not be read."""
    UNREADABLE_VALUE = "unreadable-value"
    """A number that the page gives (a rating, a count) was not understood, and is left out."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")


class Question(_Model):
    """What the patient asks."""

    title: str | None = None
    body: str | None = Field(None, description="Paragraphs joined by a blank line, lines inside a paragraph kept.")
    asker: str | None = None
    location: str | None = Field(None, description="The asker's place, as printed.")
    asked_at: str | None = Field(None, description="As printed, or ISO 8601 where the markup gives it.")
    tags: tuple[str, ...] = ()
    votes: Votes | None = None
    comments: Count | None = Field(None, description="Comments on the question that the page shows; none is kept.")


class Doctor(_Model):
    """Who answers, as the byline says. Every value is as printed."""

    name: str | None = Field(None, description="Without titles and credentials.")
    credentials: tuple[str, ...] = Field((), description='As printed, one by one: "MD", "FACS".')
    note: str | None = Field(None, description='What stands in brackets behind the name: "in memoriam".')
    specialty: str | None = None
    location: str | None = None
    rating: float | None = Field(None, ge=0.0, le=5.0, description="Stars out of 5; other scales are converted.")
    reviews: Count | None = Field(None, description="Number of patient reviews.")
    url: str | None = None
    role: str | None = Field(None, description='What the site calls who answers: "Moderator", "Verified Physician".')


class Answer(_Model):
    """One doctor's answer, in page order."""

    position: PositiveInt = Field(description="From 1.")
    headline: str | None = None
    body: str | None = Field(None, description="Paragraphs joined by a blank line, lines inside a paragraph kept.")
    doctor: Doctor | None = Field(None, description="Null when the answer has no byline.")
    votes: Votes | None = None
    accepted: bool | None = None
    answered_at: str | None = Field(None, description="As printed, or ISO 8601 where the markup gives it.")
    url: str | None = None
    confidence: Confidence = Field(1.0, description="How sure the reader is of the answer's boundaries and fields.")
    quotes: tuple[str, ...] = Field(
        (),
        description="What the answer quotes of other posts, where a forum marks that; it is no part of its body.",
    )
    comments: Count | None = Field(None, description="Comments on the answer that the page shows; none is kept.")


class Warning(_Model):  # noqa: A001 - the record's word; the built-in of that name is not used here
    """A reason to distrust the record, not a note on what a page simply lacks."""

    code: WarningCode
    message: str
    answer: PositiveInt | None = Field(None, description="Position of the answer that it is about.")
    span: Span | None = None
    line: PositiveInt | None = Field(None, description="Line of the page (of HTML: of its rendered text), from 1.")

    @property
    def place(self) -> str:
        """What it is about, for the reader's eyes: "answer 2, line 14"; nothing if that is the page."""
        told = (("answer", self.answer), ("line", self.line))
        return ", ".join(f"{what} {number}" for what, number in told if number)


class Provenance(_Model):
    """What the web server said of a page beyond its text."""

    fetched_at: str = Field(description="When the page was fetched: ISO 8601, UTC, in seconds.")
    status: int = Field(ge=100, le=599, description="Status of the HTTP answer.")
    robots: tuple[str, ...] = Field(
        (), description='What the page asks of machines, in a header or a meta element: "noindex", "noai".'
    )
    next_pages: tuple[str, ...] = Field((), description="Addresses of further pages whose answers were joined.")


class QAPage(_Model):
    """One question with its answers: what `extractor` makes of a page."""

    schema_version: SchemaVersion = SCHEMA_VERSION
    id: str | None = Field(None, description="32 hexadecimal digits of the source and the question, stable over runs.")
    source: str | None = Field(None, description="Path, URL, archive.warc.gz#<offset>, table.parquet#<row>.")
    digest: str | None = Field(
        None,
        description="SHA-256 of the page's bytes (of its UTF-8 where it came as text), hexadecimal.",
    )
    url: str | None = Field(None, description="Canonical address of the page.")
    site: str | None = Field(None, description="Name of the layout that read it; null for the generic one.")
    question: Question = Question()
    declared_answer_count: Count | None = Field(None, description="What the page says.")
    answers: tuple[Answer, ...] = ()
    confidence: Confidence = 1.0
    warnings: tuple[Warning, ...] = ()
    spans: dict[str, tuple[Span, ...]] | None = Field(
        None, description="For every filled field, by JSON Pointer (RFC 6901), where its text stands in the page."
    )
    provenance: Provenance | None = Field(None, description="Null for a page that did not come from a web server.")
    text: str | None = Field(None, description="The rendered text of an HTML page, kept when spans are.")
    columns: dict[str, Scalar] | None = Field(
        None,
        description="Of a page out of a corpus: what its row holds beside it, by column; lists and objects as JSON.",
    )
    corrected: bool = Field(default=False, description="Whether a person has corrected the record.")

    def _repr_html_(self) -> str:
        """What a notebook shows: the answers as a table."""
        from extractor.records.notebook import as_html  # noqa: PLC0415 - it is made of the models

        return as_html(self)


class Failure(_Model):
    """An input that gave no record, and why. What it says can be written, whatever the input is called."""

    source: Writable | None
    reason: Reason
    detail: Writable
    lost_bytes: NonNegativeInt | None = Field(None, description="Of a damaged archive: how much of it was passed over.")
