"""Text that was damaged before it came here, found in what a record holds: characters that stand for others.

UTF-8 that was read as another encoding ("donâ€™t") is told by ftfy, which knows what such text looks like and what
only resembles it; so are characters that were lost (U+FFFD), and references of HTML that nobody undid ("&amp;#39;").
Nothing is mended: a value stands in the page as it is.
"""

import re
from collections.abc import Iterator
from html.entities import html5

from extractor.records import QAPage, Span, Warning, WarningCode, doubt, placing  # noqa: A004 - the word of the record

_SUSPECT = re.compile(r"[\x80-\U0010ffff][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
"""What all UTF-8 that was read as one of the encodings of Windows has in it, and little else: a quick look."""
_LOST = "\ufffd"
_REFERENCE = re.compile(r"&(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,6}|[a-zA-Z]{2,8});")
_AROUND = 12
"""Characters on either side by which a damaged place is found in the page."""
_EXCUSED = {WarningCode.REPAIRED_ENCODING, WarningCode.REPAIRED_CHARACTERS}
"""Warnings that say already why characters are missing."""


def damage(record: QAPage, text: str) -> list[Warning]:
    """A warning for the first garbled place of the record, and one for its first left-over reference.

    `text` is the page's, in which they are looked up.
    """
    values = [value for value in _values(record) if not value.isascii() or "&" in value]
    is_excused = any(warning.code in _EXCUSED for warning in record.warnings)
    garbled = next((found for value in values if (found := _garbled(value, is_excused=is_excused))), None)
    escaped = next((found for value in values if "&" in value and (found := _escaped(value))), None)
    warnings = [doubt.mojibake(*_place(text, *garbled))] if garbled else []
    return [*warnings, doubt.leftover_entity(*_place(text, *escaped))] if escaped else warnings


def _values(record: QAPage) -> Iterator[str]:
    question = record.question
    texts = [question.title, question.body, question.asker]
    for answer in record.answers:
        texts += (answer.headline, answer.body, answer.doctor.name if answer.doctor else None)
    yield from filter(None, texts)


def _garbled(value: str, *, is_excused: bool) -> tuple[str, int, int] | None:
    """The value and where it is garbled; None if it is not."""
    if _LOST in value and not is_excused:
        return value, value.index(_LOST), value.index(_LOST) + 1
    if not _SUSPECT.search(value):
        return None
    from ftfy.badness import BADNESS_RE

    bad = BADNESS_RE.search(value)
    return (value, *bad.span()) if bad else None


def _escaped(value: str) -> tuple[str, int, int] | None:
    for reference in _REFERENCE.finditer(value):
        if reference[0][1] == "#" or reference[0][1:] in html5:
            return value, *reference.span()
    return None


def _place(text: str, value: str, start: int, end: int) -> tuple[str, Span | None, int | None]:
    """What is damaged, and where it stands in the page, if it does."""
    before = value[max(0, start - _AROUND) : start].rpartition("\n")[2]
    shown = before + value[start : end + _AROUND].partition("\n")[0]
    at = text.find(shown)
    if at < 0:
        return shown, None, None
    begin = at + len(before)
    return shown, (begin, begin + end - start), placing.line_at(text, begin)
