"""Where in the text of a page a warning is about: what stands there, and on which line."""

from extractor.records.models import QAPage, Span, Warning, WarningCode  # noqa: A004 - the word of the record


def line_at(text: str, start: int) -> int:
    """The number, from 1, of the line of `text` on which `start` stands."""
    return text.count("\n", 0, start) + 1


def placed(warning: Warning, span: Span, line: int) -> Warning:
    """The warning with its place: what stands at `span` of the page's text, and the number of its first line."""
    return warning.model_copy(update={"span": span, "line": line})


def placed_by_fields(record: QAPage) -> QAPage:
    """The record, whose spans point into its text, with a place for each warning on an answer or a declared number."""
    if record.spans is None or record.text is None:
        return record
    warnings = []
    for warning in record.warnings:
        pointers = (pointer for pointer in _pointers(warning) if pointer in record.spans)
        pointer = next(pointers, None) if warning.span is None else None
        span = record.spans[pointer][0] if pointer else None
        warnings.append(placed(warning, span, line_at(record.text, span[0])) if span else warning)
    return record.model_copy(update={"warnings": tuple(warnings)})


def _pointers(warning: Warning) -> tuple[str, ...]:
    """The fields that say where the warning is about, the best first."""
    if warning.code is WarningCode.COUNT_MISMATCH:
        return ("/declared_answer_count",)
    at = f"/answers/{warning.answer - 1}" if warning.answer else ""
    return (f"{at}/body", f"{at}/headline", f"{at}/doctor/name") if at else ()
