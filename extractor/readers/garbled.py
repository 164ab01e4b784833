"""Text that was garbled before it came here: read in a wrong encoding, or escaped twice."""

import re
from collections.abc import Iterator
from html.entities import html5

from extractor.records import QAPage, Warning, doubt  # noqa: A004 - the word of the record

_HIGH = "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xC0))
_RUN = re.compile(f"[\u00c2-\u00f4](?:[{re.escape(_HIGH)}]{{1,3}})")
"""What two to four bytes of UTF-8 look like in Windows-1252: a letter with an accent, then signs."""
_CYRILLIC = re.compile(
    "(?:[\u0420\u0421\u0403\u0402][\u0080-\u00bf\u0400-\u040f\u0450-\u045f\u0490\u0491\u2013-\u2122]){3}"
)
"""Cyrillic in UTF-8, read as Windows-1251."""
_MEANT = re.compile(
    "[\u00a0-\u017f\u0192\u0218-\u021b\u0370-\u03ff\u0401\u0410-\u0451\u05d0-\u05ea\u0621-\u064a\u2010-\u203a\u20ac\u2122\u2190-\u2193\u2605\u2606\u3040-\u30ff\u4e00-\u9fff\U0001f300-\U0001faff]"
)
"""What such bytes stand for where it is no chance: letters, dashes, quotes, signs; `É”` is none of them."""
_ENTITY = re.compile(r"&(?:([A-Za-z][A-Za-z0-9]{1,31});|#[0-9]{1,7};|#[xX][0-9A-Fa-f]{1,6};)")
_QUOTED_MARKUP = re.compile(r"</?[A-Za-z]")


def garbled(record: QAPage, text: str) -> Iterator[Warning]:
    """A warning for the first garbled place among the texts of a record, and for the first entity that is left over.

    `text` is the page's, in which the line is looked for.
    """
    for held in _texts(record):
        if not held.isascii() and (shown := mojibake_in(held)):
            yield doubt.mojibake(shown, *_place(shown, text))
            break
    for held in _texts(record):
        if "&" in held and (shown := _entity_in(held)):
            yield doubt.leftover_entity(shown, *_place(shown, text))
            break


def mojibake_in(text: str) -> str | None:
    """The first characters that stand for others.

    >>> mojibake_in("donâ€™t"), mojibake_in("“CAFÉ”"), mojibake_in("São João")
    ('â€™', None, None)
    """
    for found in _RUN.finditer(text):
        if _is_misread(found[0]):
            return found[0]
    cyrillic = _CYRILLIC.search(text)
    return cyrillic[0] if cyrillic else None


def _is_misread(run: str) -> bool:
    data = b"".join(char.encode("cp1252") if char.encode("cp1252", "ignore") else bytes([ord(char)]) for char in run)
    for size in range(len(data), 1, -1):
        try:
            meant = data[:size].decode()
        except UnicodeDecodeError:
            continue
        return bool(_MEANT.fullmatch(meant[0]))
    return False


def _entity_in(text: str) -> str | None:
    if _QUOTED_MARKUP.search(text):  # it speaks of HTML
        return None
    return next((found[0] for found in _ENTITY.finditer(text) if not found[1] or f"{found[1]};" in html5), None)


def _texts(record: QAPage) -> Iterator[str]:
    question = record.question
    held = [question.title, question.body, question.asker, question.location, *question.tags]
    for answer in record.answers:
        held += [answer.headline, answer.body]
        if answer.doctor:
            held += [answer.doctor.name, answer.doctor.specialty, answer.doctor.location]
    return (text for text in held if text)


def _place(shown: str, text: str) -> tuple[tuple[int, int] | None, int | None]:
    start = text.find(shown)
    return ((start, start + len(shown)), doubt.line_at(text, start)) if start >= 0 else (None, None)
