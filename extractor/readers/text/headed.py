"""Headlines of answers that stand on the line of the label: "A: Rest it first", and the text in paragraphs below."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.text.matcher import Hit

_MIN_WORDS, _MAX_HEADLINE = 3, 80
_ENDS = ".!?…:,;。！？"


def with_headlines(lines: Sequence[Line], hits: Sequence[Hit]) -> list[Hit]:
    """The marks, with the text behind the label of an answer as its headline where it is one."""
    taken = {hit.first for hit in hits}
    return [_headed(hit) if _has_headline(lines, hit, taken) else hit for hit in hits]


def _headed(hit: Hit) -> Hit:
    groups = dict(hit.groups)
    groups["headline"] = groups.pop("body")
    return replace(hit, groups=groups)


def _has_headline(lines: Sequence[Line], hit: Hit, taken: set[int]) -> bool:
    """Whether all that stands behind the label is like a headline, and a longer paragraph stands apart below."""
    below = hit.last + 1
    if hit.kind is not Kind.ANSWER or "body" not in hit.groups or below >= len(lines) or below in taken:
        return False
    start, end = hit.groups["body"]
    line = lines[hit.last]
    text = line.text[start - line.start : end - line.start]
    if end != line.end or text[-1] in _ENDS or len(text) > _MAX_HEADLINE or len(text.split()) < _MIN_WORDS:
        return False
    return lines[below].blanks > 0 and len(lines[below].text) > _MAX_HEADLINE
