"""Trust: every warning a record can carry with its message, and every bound of a confidence, in one place.

Each function makes one warning; its first line says when. `docs/warnings.md` is made from this file and from the
enumerations `WarningCode` and `Reason` (`python scripts/warnings_page.py`).
"""

from collections.abc import Sequence

from extractor.records.models import QAPage, Span, Warning, WarningCode  # noqa: A004 - the word of the record

CAP = 0.5
"""The highest confidence of a record with a warning, and of an answer whose text is missing."""
BY_SHAPE = 0.9
"""The highest confidence of a record whose posts were found by their shape alone."""
TOLD = 0.97
"""The confidence of an answer that stands where the site's markup, or the page's structured data, says."""
DOUBTFUL = 0.78
"""The confidence below which an answer is doubtful: it is said in a warning."""

_SHOWN = 60
"""Characters of a value that a message shows."""


def capped(confidence: float, warnings: Sequence[object]) -> float:
    """The confidence of a record that carries `warnings`: at most `CAP` if there is any."""
    return min(confidence, CAP) if warnings else confidence


def doubted(record: QAPage, warnings: Sequence[Warning]) -> QAPage:
    """The record with these warnings as well."""
    if not warnings:
        return record
    confidence = capped(record.confidence, warnings)
    return record.model_copy(update={"warnings": (*record.warnings, *warnings), "confidence": confidence})


def names_anybody(record: QAPage) -> bool:
    """Whether somebody is named who asks or who answers."""
    return record.question.asker is not None or any(answer.doctor for answer in record.answers)


def count_mismatch(declared: int, found: int) -> Warning:
    """The number of answers that the page declares is not the number that was found."""
    message = f"the page declares {declared} answers, {found} were found"
    return Warning(code=WarningCode.COUNT_MISMATCH, message=message)


def count_mismatches(declared: int | None, found: int) -> tuple[Warning, ...]:
    """The warning `count_mismatch`, if the page declares a number and that is another."""
    return () if declared is None or declared == found else (count_mismatch(declared, found),)


def doubtful_boundary(answer: int, readings: tuple[str, str] | None = None) -> Warning:
    """A line of the answer could nearly as well be something else, and the answer have another beginning or end."""
    message = "it is not certain where this answer begins or ends, or which line is its headline"
    return Warning(code=WarningCode.DOUBTFUL_BOUNDARY, message=_either(message, readings), answer=answer)


def missing_text(answer: int) -> Warning:
    """The markup names an answer, but not its text, or one that is empty."""
    message = "the text of this answer was not found where the layout expects it"
    return Warning(code=WarningCode.DOUBTFUL_BOUNDARY, message=message, answer=answer)


def deleted_text(answer: int) -> Warning:
    """What stands in place of an answer only says that somebody has taken it away."""
    message = "this text only says that there was one, which was taken away"
    return Warning(code=WarningCode.DOUBTFUL_BOUNDARY, message=message, answer=answer)


def inner_answer(answer: int) -> Warning:
    """The text of an answer of the structured data stands inside another answer of the page."""
    message = "the structured data says that a part of this answer is an answer of its own"
    return Warning(code=WarningCode.DOUBTFUL_BOUNDARY, message=message, answer=answer)


def told_answer(answer: int) -> Warning:
    """The page's text was read without this answer, which only the structured data sets apart."""
    message = "only the structured data says that this text of the page is an answer"
    return Warning(code=WarningCode.DOUBTFUL_BOUNDARY, message=message, answer=answer)


def doubtful_question(readings: tuple[str, str] | None = None) -> Warning:
    """A line of title or question could nearly as well be something else, or a long question has no answer."""
    message = _either("it is not certain where title and question end", readings)
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def doubtful_kind() -> Warning:
    """No line is in doubt, but whether somebody asks and others answer, or how the page is built."""
    message = "it is not certain how this page is built, or that others answer on it"
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def _either(message: str, readings: tuple[str, str] | None) -> str:
    """The message, what a line was read as, and what it may be or what speaks against it."""
    return f"{message}: this line was read as {readings[0]}, and {readings[1]}" if readings else message


def found_by_shape() -> Warning:
    """The posts are blocks that repeat, without markup that says so, and nothing on the page counts them."""
    message = "the answers were found by the shape of the page, and nothing on it says how many there are"
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def unread_bylines() -> Warning:
    """The markup of the page does not say who answers, while its answers hold lines that may."""
    message = "who gave the answers was not found, and lines in them that may say so are part of no field"
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def question_alone() -> Warning:
    """Only the structured data could be read; it has no answers, while the page shows far more than the question."""
    message = "the structured data holds a question without answers, and the page shows more than that"
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def unsigned() -> Warning:
    """Markup or structured data holds a question with answers, but nobody is named who gave one."""
    message = "nobody is named who answers, so a house may have asked itself"
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def asked_itself() -> Warning:
    """Structured data has several main questions, or one that a firm or who asks answers, or a layman a bare title."""
    message = "those who answer may be of the house that asks"
    return Warning(code=WarningCode.DOUBTFUL_PAGE, message=message)


def unassigned_line(span: Span, line: int) -> Warning:
    """A line inside the thread is part of no field, and no known furniture."""
    message = "this line is part of no field"
    return Warning(code=WarningCode.UNASSIGNED_LINES, message=message, span=span, line=line)


def repaired_encoding() -> Warning:
    """Bytes of the page mean nothing in its encoding; each stands in the text as U+FFFD."""
    message = "bytes that are not valid in the page's encoding were replaced"
    return Warning(code=WarningCode.REPAIRED_ENCODING, message=message)


def repaired_characters() -> Warning:
    """The page holds NUL or halves of surrogate pairs, which are no characters; they are replaced or left out."""
    message = "characters that no text can hold (NUL, halves of surrogate pairs) were left out or replaced"
    return Warning(code=WarningCode.REPAIRED_CHARACTERS, message=message)


def no_utf8() -> Warning:
    """A column of text in Parquet, which has to be in UTF-8, is not."""
    message = "the text is not in UTF-8, as a column of text in Parquet has to be"
    return Warning(code=WarningCode.REPAIRED_ENCODING, message=message)


def mojibake(shown: str, span: Span | None, line: int | None) -> Warning:
    """Characters of the page stand for others: it was read in a wrong encoding before it came here."""
    message = f"the text was damaged before it came here: {_shown(shown)} is UTF-8 read as another encoding"
    return Warning(code=WarningCode.MOJIBAKE, message=message, span=span, line=line)


def leftover_entity(shown: str, span: Span | None, line: int | None) -> Warning:
    """A character reference of HTML stands in the text as it is, as in a page that was escaped twice."""
    message = f"the text holds {_shown(shown)}, which HTML would show as a character"
    return Warning(code=WarningCode.LEFTOVER_ENTITIES, message=message, span=span, line=line)


def unsound_source() -> Warning:
    """The page comes from a compressed member whose checksum does not hold or is missing: any letter may be wrong."""
    message = "the archive is damaged where this page comes from, or breaks off before its checksum"
    return Warning(code=WarningCode.DAMAGED_SOURCE, message=message)


def lost_columns() -> Warning:
    """Of the row of a corpus that the page comes from not all can be read: the page can."""
    message = "columns of the row that this page comes from are damaged, and are not kept"
    return Warning(code=WarningCode.DAMAGED_SOURCE, message=message)


def changed_record() -> Warning:
    """The digest that the record of a web archive has is not that of its content."""
    message = "the record does not have the checksum that it was archived with"
    return Warning(code=WarningCode.DAMAGED_SOURCE, message=message)


def cut_record() -> Warning:
    """The archive says that it holds a part of the page, or the body of the answer breaks off."""
    return Warning(code=WarningCode.TRUNCATED_PAGE, message="the page breaks off: it was cut when it was archived")


def broken_off(answer: int | None = None) -> Warning:
    """The last line of a page of text ends within a sentence, as hardly another line of the record does."""
    message = "the page breaks off within this text: its last line has no end"
    return Warning(code=WarningCode.TRUNCATED_PAGE, message=message, answer=answer)


def cut_page(why: str) -> Warning:
    """The page has no end, or the parser of HTML lost a part: elements nested too deeply, one never closed."""
    return Warning(code=WarningCode.TRUNCATED_PAGE, message=why)


def unread_rest(span: Span, line: int) -> Warning:
    """The page is so long that only its beginning was read."""
    message = f"the page is far longer than any of its kind: what follows character {span[0]:,} was not read"
    return Warning(code=WarningCode.TRUNCATED_PAGE, message=message, span=span, line=line)


def shortened_text(span: Span, line: int, answer: int | None = None) -> Warning:
    """A link to the rest of it follows the text of the question or of an answer."""
    message = "the page shows only the beginning of this text, with a link to more of it"
    return Warning(code=WarningCode.TRUNCATED_PAGE, message=message, answer=answer, span=span, line=line)


def missing_page(why: str) -> Warning:
    """A further page of the thread could not be had."""
    return Warning(code=WarningCode.TRUNCATED_PAGE, message=f"a further page could not be had: {why}")


def conflict(name: str, own: str, data: str, answer: int | None = None) -> Warning:
    """The text of the page and its structured data give different values; the text's is kept."""
    message = f"{name}: the page's text says {_shown(own)}, its structured data {_shown(data)}"
    return Warning(code=WarningCode.CONFLICT, message=message, answer=answer)


def other_question(title: str | None) -> Warning:
    """The only question of the structured data is not the one that the page's text asks."""
    message = f"the structured data is about another question: {title!r}"
    return Warning(code=WarningCode.CONFLICT, message=message)


def broken_block(number: int, error: str) -> Warning:
    """A JSON-LD block that seems to hold a question is no JSON, even after the known repairs."""
    message = f"JSON-LD block {number} could not be read: {error}"
    return Warning(code=WarningCode.BROKEN_STRUCTURED_DATA, message=message)


def unread_data(name: str, text: str, answer: int | None = None) -> Warning:
    """A number of the structured data was not understood."""
    message = f"{name}: the structured data says {_shown(text)}, which is no number that fits"
    return Warning(code=WarningCode.UNREADABLE_VALUE, message=message, answer=answer)


def unread_value(name: str, text: str, answer: int | None = None) -> Warning:
    """A rating or a number of reviews that the page shows was not understood."""
    message = f"{name}: the page shows {_shown(text)}, which is no number that fits"
    return Warning(code=WarningCode.UNREADABLE_VALUE, message=message, answer=answer)


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[:_SHOWN] + "…")
