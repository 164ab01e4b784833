"""Proof of an output: every record against its page, opened again, and every value against what stands there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from extractor.document import Document, digest_of
from extractor.encodings import decode_document
from extractor.errors import UnreadableDocument
from extractor.reading import Reader
from extractor.records import Failure, QAPage
from extractor.records.fields import FIELDS, Holds, Owner
from extractor.records.rows import rows
from extractor.runs.outputs import Claim, spelled
from extractor.sources import Reopener

_OF_THE_PAGE = tuple(
    field.column
    for field in FIELDS
    if field.name not in ("confidence", "warnings", "corrected", "position")
    and (field.owner is not Owner.PAGE or field.name in ("url", "declared_answer_count"))
)
"""The columns that repeat what the page says; the others say how it was read, or which page it is."""
_LISTS = tuple(field.column for field in FIELDS if field.holds is Holds.TEXTS)


class Verdict(StrEnum):
    """What can be said of a record."""

    PROVEN = "proven"
    """The page is the one that was read, and every value stands in it."""
    CHANGED = "changed"
    """The page is another than the one that was read."""
    MISSING = "missing"
    """The page cannot be had."""
    UNPROVABLE = "unprovable"
    """The page is the one that was read, or nobody noted which that was, and a value could not be found in it."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The verdict on a record, and what speaks for it where it is not proven."""

    source: str
    id: str
    verdict: Verdict
    detail: str = ""


def prove(claims: Iterable[Claim], reopener: Reopener, reader: Reader) -> Iterator[Proof]:
    """The proof of each record; `reader` reads pages again, with spans."""
    for claim in claims:
        yield _prove(claim, reopener.open(claim.source), reader)


def _prove(claim: Claim, document: Document | Failure, reader: Reader) -> Proof:
    if isinstance(document, Failure):
        return Proof(claim.source, claim.id, Verdict.MISSING, document.detail)
    if claim.digest and digest_of(document) != claim.digest:
        return Proof(claim.source, claim.id, Verdict.CHANGED, "the page is not the one that was read")
    unproven = _ProvenPage(document, reader).unproven(claim)
    if unproven:
        detail = f"not found in the page: {', '.join(unproven)}"
        return Proof(claim.source, claim.id, Verdict.UNPROVABLE, detail)
    return Proof(claim.source, claim.id, Verdict.PROVEN)


class _ProvenPage:
    """A page that was opened again; it is read again where spans do not tell."""

    def __init__(self, document: Document, reader: Reader) -> None:
        self._document = document
        self._reader = reader

    def unproven(self, claim: Claim) -> list[str]:
        """The columns, or fields by JSON Pointer, whose values were not found."""
        record = claim.record
        if record is not None and record.corrected:
            return [pointer for pointer, value in _values(record) if not self._stands(_texts(value))]
        if claim.rows[0]["corrected"] == "true":
            cells = dict.fromkeys((name, row[name]) for row in claim.rows for name in _OF_THE_PAGE if row[name])
            return list(dict.fromkeys(name for name, cell in cells if not self._stands(_parted(name, cell))))
        if record is not None and record.spans is not None:
            return [pointer for pointer, value in _values(record) if not self._is_at_span(record, pointer, value)]
        return self._differing(claim)

    def _differing(self, claim: Claim) -> list[str]:
        fresh = self._fresh(claim.id)
        again = [{name: spelled(cell) for name, cell in row.items()} for row in rows(fresh)] if fresh else []
        if len(again) != len(claim.rows):
            return ["answers"]
        pairs = [
            (name, old[name], new[name]) for old, new in zip(claim.rows, again, strict=True) for name in _OF_THE_PAGE
        ]
        return list(dict.fromkeys(name for name, old, new in pairs if old not in (new, f"'{new}")))

    def _is_at_span(self, record: QAPage, pointer: str, value: object) -> bool:
        places = (record.spans or {}).get(pointer)
        text = self._decoded if record.text is None else self._rendered(record)
        if places and text is not None and _squeezed(value) == _squeezed("".join(text[a:b] for a, b in places)):
            return True
        fresh = self._fresh(record.id or "")  # a number that was converted, an address that was made absolute
        return (
            fresh is not None
            and dict(_values(fresh)).get(pointer) == value
            and (fresh.spans or {}).get(pointer) == places
        )

    def _stands(self, texts: tuple[str, ...]) -> bool:
        """Whether a value that a person may have set is one that was read, or stands in the page line by line."""
        lines = (line for text in texts for line in text.splitlines())
        return texts in self._read or all(any(_squeezed(line) in page for page in self._pages) for line in lines)

    @cached_property
    def _read(self) -> set[tuple[str, ...]]:
        return {_texts(value) for record in self._again for _, value in _values(record)}

    @cached_property
    def _pages(self) -> Sequence[str]:
        return [_squeezed(text) for text in (self._decoded, *(record.text or "" for record in self._again))]

    def _rendered(self, record: QAPage) -> str | None:
        fresh = self._fresh(record.id or "")
        return fresh.text if fresh else None

    def _fresh(self, own: str) -> QAPage | None:
        return next((record for record in self._again if record.id == own), None)

    @cached_property
    def _decoded(self) -> str:
        try:
            return decode_document(self._document).text
        except UnreadableDocument:
            return ""

    @cached_property
    def _again(self) -> Sequence[QAPage]:
        try:
            return self._reader(self._document)
        except UnreadableDocument:
            return []


def _values(record: QAPage) -> Iterator[tuple[str, Any]]:
    """Every value that the page is said to hold, by JSON Pointer."""
    parts: list[tuple[str, Owner, object]] = [("", Owner.PAGE, record), ("/question", Owner.QUESTION, record.question)]
    for index, answer in enumerate(record.answers):
        parts.append((f"/answers/{index}", Owner.ANSWER, answer))
        if answer.doctor:
            parts.append((f"/answers/{index}/doctor", Owner.DOCTOR, answer.doctor))
    for pointer, owner, part in parts:
        for field in FIELDS:
            if field.owner is owner and field.column in _OF_THE_PAGE and getattr(part, field.name) not in (None, ()):
                yield f"{pointer}/{field.name}", getattr(part, field.name)


def _texts(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever a field holds
    return tuple(map(str, value)) if isinstance(value, tuple) else (spelled(value),)


def _parted(column: str, cell: str) -> tuple[str, ...]:
    """The texts of a cell, which has several where the field is a list."""
    return tuple(cell.split(", ")) if column in _LISTS else (cell.removeprefix("'"),)


def _squeezed(value: object) -> str:
    """The text of a value without its white space, which a record keeps in its own way."""
    whole = "".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return "".join(whole.split())
