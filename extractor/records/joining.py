"""Records of the pages of one question, joined into one record."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from extractor.records import doubt
from extractor.records.models import Answer, Provenance, QAPage, Span, Warning, WarningCode  # noqa: A004 - the word of the record

_Spans: TypeAlias = dict[str, tuple[Span, ...]]

_ANSWER_FIELD = re.compile(r"/answers/(\d+)(/.*)?")
_PAGE_BREAK = "\n\f\n"


def same_question(one: QAPage, other: QAPage) -> bool:
    """Whether two pages ask the same; a page without a title asks what the page before it does."""
    return other.question.title is None or _folded(one.question.title) == _folded(other.question.title)


def new_answers(known: QAPage, more: QAPage) -> tuple[Answer, ...]:
    """The answers of `more` that `known` does not hold: sites repeat the best, and pages shift while they are read."""
    held = {_identity(answer) for answer in known.answers}
    return tuple(answer for answer in more.answers if _identity(answer) not in held)


def joined(pages: Sequence[QAPage], missing: str | None = None) -> QAPage:
    """One record of all `pages` of a question, in their order: each answer once, positions counted through.

    Spans point into the joined text of the pages, which the record then holds if each page does. `missing` says which
    further page could not be had: a warning of the record.
    """
    record = pages[0]
    for page in pages[1:]:
        record = _appended(record, page)
    return record.model_copy(update={"warnings": (*_lasting_warnings(record), *_new_warnings(record, missing))})


def _appended(record: QAPage, page: QAPage) -> QAPage:
    added = new_answers(record, page)
    places = {answer.position: len(record.answers) + number for number, answer in enumerate(added, 1)}
    shift = len(record.text or "") + len(_PAGE_BREAK)
    return record.model_copy(
        update={
            "declared_answer_count": _first(record.declared_answer_count, page.declared_answer_count),
            "provenance": _joined_provenance(record, page),
            "answers": (*record.answers, *(a.model_copy(update={"position": places[a.position]}) for a in added)),
            "confidence": min(record.confidence, page.confidence),
            "warnings": (*record.warnings, *_moved_warnings(record, page, places)),
            "spans": _joined_spans(record, page, places, shift),
            "text": None if record.text is None or page.text is None else record.text + _PAGE_BREAK + page.text,
        }
    )


def _identity(answer: Answer) -> tuple[str, str]:
    name = answer.doctor.name if answer.doctor else None
    return _folded(answer.body or answer.headline), _folded(name)


def _folded(text: str | None) -> str:
    return " ".join((text or "").casefold().split())


def _first(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


def _joined_provenance(record: QAPage, page: QAPage) -> Provenance | None:
    if record.provenance is None or page.url is None:
        return record.provenance
    return record.provenance.model_copy(update={"next_pages": (*record.provenance.next_pages, page.url)})


def _joined_spans(record: QAPage, page: QAPage, places: Mapping[int, int], shift: int) -> _Spans | None:
    """The spans of `record`, and those of the answers that `page` adds; None if there is no text to point into."""
    if record.spans is None or page.spans is None or record.text is None or page.text is None:
        return None
    spans = dict(record.spans)
    for pointer, found in page.spans.items():
        field = _ANSWER_FIELD.fullmatch(pointer)
        place = places.get(int(field[1]) + 1) if field else None
        if field and place:
            spans[f"/answers/{place - 1}{field[2] or ''}"] = tuple(_moved(span, shift) for span in found)
    return spans


def _moved_warnings(record: QAPage, page: QAPage, places: Mapping[int, int]) -> Iterator[Warning]:
    """The warnings of `page`, but for those of answers that were known already.

    Their places are those in the joined text; without one they have none, as the record would not say on which page.
    """
    above = None if record.text is None or page.text is None else record.text + _PAGE_BREAK
    for warning in page.warnings:
        if warning.answer is None or warning.answer in places:
            answer = warning.answer and places[warning.answer]
            span = warning.span and _moved(warning.span, len(above)) if above else None
            line = warning.line and warning.line + above.count("\n") if above else None
            yield warning.model_copy(update={"answer": answer, "span": span, "line": line})


def _moved(span: Span, shift: int) -> Span:
    return span[0] + shift, span[1] + shift


def _lasting_warnings(record: QAPage) -> Iterator[Warning]:
    """The warnings that hold for all pages together: not that one page holds fewer answers than there are in all."""
    return (warning for warning in record.warnings if warning.code is not WarningCode.COUNT_MISMATCH)


def _new_warnings(record: QAPage, missing: str | None) -> Iterator[Warning]:
    yield from doubt.count_mismatches(record.declared_answer_count, len(record.answers))
    if missing:
        yield doubt.missing_page(missing)
