"""Whether a page may say who gave the answers that are signed by nobody in its record: by a line, or by its markup."""

import re
from collections.abc import Iterator, Sequence

from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape.sections import ASIDE, text_on_one_line
from extractor.readers.html.rendering.lxml_names import Element
from extractor.records import Answer, QAPage
from extractor.vocabulary import is_title

_BEHIND = re.compile(r"[,;:|(]|\s[-–]\s")
_MARKING = ("a", "b", "strong", "em", "i", "cite", "small")
_EDGES = ("header", "footer")
_PAGE = ("body", "html")
_FEWEST, _MOST = 2, 6
"""Words of a title with a name."""
_SEVERAL, _MOST_OF_NAME = 2, 4
"""Answers that are alike, and the words of a name without a title."""
_LONGEST, _LONGEST_EDGE = 60, 160
"""Characters of a name, and of what an answer's element holds beside its text."""
_BEGINNING = 40
"""Characters by which an element is known to hold an answer."""
_NUMBERED = re.compile(r"#\d{1,4}\s+[^\W\d]")
"""A number of a post, and a word behind it: "#2 Ann"."""


def is_unsigned(answer: Answer) -> bool:
    """Whether nobody is named who gave an answer."""
    return answer.doctor is None or answer.doctor.name is None


def leaves_names(record: QAPage, root: Element, *, is_read_by_line: bool, is_of_site: bool) -> bool:
    """Whether a line of an unsigned answer may say who gave it, or an element that is called so on an unknown site."""
    unsigned = [answer for answer in record.answers if is_unsigned(answer)]
    if not unsigned:
        return False
    if _is_set_off(unsigned, root) if is_read_by_line else any(map(_has_name, unsigned)):
        return True
    if is_of_site:
        return False
    return (not is_read_by_line and _are_headed(unsigned)) or _is_called(record, unsigned, root)


def _has_name(answer: Answer) -> bool:
    """Whether an answer begins or ends with a line that may say who gave it."""
    lines = (answer.body or "").strip().split("\n")
    return any(map(_may_sign, [answer.headline or "", *((lines[0], lines[-1]) if len(lines) > 1 else ())]))


def _are_headed(unsigned: Sequence[Answer]) -> bool:
    """Whether several answers all begin, or all end, with a few words that are no sentence: perhaps a name."""
    texts = [(answer.body or "").strip().split("\n") for answer in unsigned]
    if len(texts) < _SEVERAL or not all(len(lines) > 1 for lines in texts):
        return False
    return any(all(_is_short(lines[end]) for lines in texts) for end in (0, -1))


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_OF_NAME and line[-1:].isalnum()


def _is_set_off(unsigned: Sequence[Answer], root: Element) -> bool:
    """Whether the first or last line of an answer holds a doctor's name that the markup sets off."""
    lines = [one.body.split("\n") for one in unsigned if one.body]
    ends = {end for some in lines for end in (some[0], some[-1])}
    marked = (text_on_one_line(element) for element in root.iter(*_MARKING) if ends)
    names = (text for text in marked if _FEWEST <= len(text.split()) <= _MOST and _is_doctor(text))
    return any(name in end for name in names for end in ends)


def _may_sign(line: str) -> bool:
    """Whether a line names a doctor, or begins with the number of a post, behind which boards name who wrote it."""
    return _is_doctor(line) or _NUMBERED.match(line) is not None


def _is_doctor(line: str) -> bool:
    """Whether a line is a doctor's title and a name, whatever stands behind a comma or dash."""
    name = _BEHIND.split(line.strip(), maxsplit=1)[0]
    parts = name.split()
    return _FEWEST <= len(parts) <= _MOST and is_title(parts[0]) and all(part[0].isupper() for part in parts[1:])


def _is_called(record: QAPage, unsigned: Sequence[Answer], root: Element) -> bool:
    """Whether an element below the title is called one of who writes, and names nobody that is known.

    Or the head or the foot of an unsigned answer holds a line.
    """
    known = [record.question.asker, *(answer.doctor.name for answer in record.answers if answer.doctor)]
    names = [name for name in known if name]
    called = (text_on_one_line(element) for element in _below_title(root) if _names_writer(element))
    if any(0 < len(text) <= _LONGEST and not any(name in text for name in names) for text in called):
        return True
    return any(_is_edge_of(edge, answer) for edge in root.iter(*_EDGES) for answer in unsigned)


def _below_title(root: Element) -> Iterator[Element]:
    """The elements below the main heading, without those aside."""
    is_below = root.find(".//h1") is None
    for element in root.iter():
        if is_below and not any(outer.tag in ASIDE for outer in element.iterancestors()):
            yield element
        is_below |= element.tag == "h1"


def _names_writer(element: Element) -> bool:
    if element.tag == "a" and words.PROFILE.search(element.get("href") or ""):
        return True
    return words.names_author(element.get("class") or "")


def _is_edge_of(edge: Element, answer: Answer) -> bool:
    """Whether the head or foot of the element that holds an answer and hardly more holds a line that is no link."""
    around = edge.getparent()
    if around is None or around.tag in _PAGE or not answer.body:
        return False
    body, held = " ".join(answer.body.split()), text_on_one_line(around)
    is_own = body[:_BEGINNING] in held and len(held) <= len(body) + _LONGEST_EDGE
    return is_own and text_on_one_line(edge) != " ".join(map(text_on_one_line, edge.iter("a", "button")))
