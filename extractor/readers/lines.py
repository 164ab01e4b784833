"""A page's text as lines: the non-blank ones, where they stand, and how many blank ones are above each."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import eq
from typing import NamedTuple

from extractor.records import Span

_BYTE_ORDER_MARK = "\ufeff"
_BLANK = f" \t\r\n{_BYTE_ORDER_MARK}"
_HEAD = 16
"""Characters among which the first sign of a page is."""
_LEADING = re.compile(r"\n(?<!\n\n)\n*+[^\S\n]\s*")
"""The margin of a line, from the end of the one above. A pattern that begins with one sign is quick to search for;
looking back keeps it from trying every sign of a run."""
_ENDS = re.compile("[\x85\u2028\v]")
_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_ODD = frozenset(
    "\v\x85\u2028\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""Line ends and spaces of other writing systems and of typesetters."""
_HEADING = re.compile(r"##(?<=\n##)#{0,4}(?= )")
_BOLD = re.compile(r"\*\*(?:(?<![^\n]\*\*)(?=[^\n*]+\*\*[^\S\n]*(?:\n|\Z))|(?<=[^\s*]\*\*)(?=[^\S\n]*(?:\n|\Z)))")
"""The signs of Markdown for lines in bold, where they begin and where they end."""
_BOLD_LABEL = re.compile(r"\*\*(?<![^\n]\*\*)(?P<label>[^\n*]{1,40}[:：])\*\*(?=[^\S\n]*[^\s*])")
"""A label in bold in front of text."""
_FIRST_HEADING = re.compile(r"\A\s{0,9}#{1,6}(?= )(?=[^\n]*\n[^\S\n]*\n|(?s:.){1,2000}?\n#{1,6} )")
"""The sign of Markdown in front of the first line, if there is another below, or a blank line."""
_TAG = "<[Bb][Rr]"
_BREAK = re.compile(rf"(?:<(?<!{_TAG}><)(?<!{_TAG}/><)(?<!{_TAG} /><)[Bb][Rr] ?/?>(?:{_TAG} ?/?>)*+|\\)(?=[^\S\n]*\n)")
"""What says in HTML, and in Markdown, that a line ends here; a row of them is tried once."""
_LINK = re.compile(r"\[(?<![^\n]\[)(?P<words>[^\[\]\n]+)(?P<address>\]\([^\s()]*\))(?=[^\S\n]*(?:\n|\Z))")
"""A link that is all of a line, as Markdown has it."""
_MARKDOWN_SIGNS = frozenset("*#]<\\")
_CONTROL = re.compile(r"\x1b\[[\d;?]*[A-Za-z]|\x1b\][^\x07\x1b\n]{0,300}(?:\x07|\x1b\\)|[\x00-\x08\t\x0e-\x1f\x7f]")
"""Tabs, colours and links of a terminal, and other signs that steer a device."""
_CONTROLS = frozenset(chr(byte) for byte in range(128) if _CONTROL.fullmatch(chr(byte)))
_CRAWLED = re.compile(r"\s{0,2}date (?:19|20)\d\d-\d\d(?:-\d\d)?(?= \S)")
"""The day of a copy, as collections of pages put it in front of the first line."""
_USUAL = bytes(byte for byte in range(128) if chr(byte) not in _CONTROLS | _ODD | _MARKDOWN_SIGNS)
"""Bytes that say nothing of margins; to strike them out is ten times as fast as to search for the others."""
_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_INVISIBLE_ENDS = re.compile(rf"[{_INVISIBLE}](?<![{_INVISIBLE}]{{2}})[{_INVISIBLE}]*+(?=[^\S\n]*+(?:\n|\Z))")
"""Signs that take no room, behind the last that does."""
MARGIN = r"[ \t\r\f\v\x1c-\x1f\x85\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u2066-\u2069\u3000\ufeff]*+"
"""A pattern for what `split_lines` takes off at the beginning of a line."""


class Line(NamedTuple):
    """A non-blank line without its margins: `[start, end)` in the page, `blanks` blank lines directly above it.

    Blank lines at the beginning of a page say nothing, and are not counted.
    """

    start: int
    end: int
    text: str
    blanks: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    def span_of(self, match: re.Match[str], group: str | int = 0) -> Span:
        """Where a group of a match in its text stands."""
        start, end = match.span(group)
        return self.start + start, self.start + end


def joined_text(lines: Iterable[Line]) -> str:
    """The text of lines, on one line."""
    return " ".join([line.text for line in lines])


def has_invisible(text: str) -> bool:
    """Whether there are signs in `text` that take no room, and stand before a line."""
    if text.isascii() or not any(sign in text for sign in _INVISIBLE):
        return False
    return text.lstrip()[:1] in _INVISIBLE or any(f"\n{sign}" in text for sign in _INVISIBLE)


def with_plain_margins(text: str) -> str:
    r"""`text` as marks know it: `\n` is the only line end, directly in front of every line; spaces are plain.

    The margins of lines are moved above the line ends; every word stays where it was.

    >>> with_plain_margins("Title \r\n\r\n  body")
    'Title     \n\nbody'
    """
    if "\r" in text:
        text = text.replace("\r\r\n", "  \n").replace("\r\n", " \n").replace("\r", "\n")
    text = _without_tool_margin(text if "\n" in text else _with_line_ends(text))
    unusual = frozenset(text.encode("utf-8", "replace").translate(None, _USUAL).decode())
    if not _CONTROLS.isdisjoint(unusual):
        text = _CONTROL.sub(_as_spaces, text)
    if not _MARKDOWN_SIGNS.isdisjoint(unusual):
        text = _without_markdown(text)
    if not _ODD.isdisjoint(unusual):
        text = _SPACES.sub(" ", _ENDS.sub("\n", text))
    if text[:1] == _BYTE_ORDER_MARK:
        text = " " + text[1:]
    if not unusual.isdisjoint(_INVISIBLE):
        text = _INVISIBLE_ENDS.sub(_as_spaces, text)
    if "date " in text[:7] and (copied := _CRAWLED.match(text)):
        text = " " * copied.end() + text[copied.end() :]
    if _has_no_margins(text, unusual) or "\n".join(map(str.strip, text.split("\n"))) == text:
        return text
    return _LEADING.sub(_with_ends_last, text)


def _with_line_ends(text: str) -> str:
    r"""A text of one line with the ends of lines that a tool has written otherwise, if there are several.

    >>> _with_line_ends(r"Title\n\nbody\nmore"), _with_line_ends("Title | body")
    ('Title \n \nbody \nmore', 'Title | body')
    """
    for end in _TOLD_ENDS:
        if text.count(end) >= _MIN_TOLD_ENDS:
            return text.replace(end, " " * (len(end) - 1) + "\n")
    return text


def _has_no_margins(text: str, unusual: frozenset[str]) -> bool:
    """Whether it is seen at once that no line of a text, with these unusual signs, has spaces in front or behind."""
    if any(map(str.isspace, unusual)) or "\f" in text:
        return False
    return not (text[:1] == " " or text[-1:] == " " or "\n " in text or " \n" in text)


_TOLD_ENDS = ("\\r\\n", "\\n", "<br>", "<br/>", "<br />", "\t", " | ")
"""What stands for the ends of lines where a text was written on one."""
_MIN_TOLD_ENDS = 3
_MARGINS = {
    sign: re.compile(rf"^{_BYTE_ORDER_MARK}?[ \t]*+{margin}", re.MULTILINE)
    for sign, margin in {">": "(?:> ?)++", **{sign: f"{re.escape(sign)} ++" for sign in "-*•+#"}}.items()
}
"""The margins of a page that a mail quotes as a whole, or of which each line is an item of a list, or a heading."""

_NUMBERED = re.compile(r"\s*+1(?::|\t|  )")
_NUMBER = re.compile(r"^[ \t]*+(\d++)(?:(?::|\t|  )[ \t]*+|$)", re.MULTILINE)
"""The margin of a page whose lines a tool has numbered, blank ones too or not; lists have a point behind numbers."""


def _without_tool_margin(text: str) -> str:
    """`text` without what stands in front of each of its lines: a sign, the same for all, or the number of the line."""
    sign = text[:_HEAD].lstrip(_BLANK)[:1]
    margin = _MARGINS.get(sign) or (_NUMBER if _NUMBERED.match(text) else None)
    if margin is None:
        return text
    found = [margin.match(row) for row in text.split("\n") if row.strip()]
    if (
        len(found) == 1
        or not all(found)
        or (margin is _NUMBER and [int(one[1]) for one in found if one] != list(range(1, len(found) + 1)))
    ):
        return text
    return margin.sub(_as_spaces, text)


def _as_spaces(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _without_markdown(text: str) -> str:
    text = _FIRST_HEADING.sub(_as_spaces, text, count=1) if text.lstrip()[:1] == "#" else text
    text = _BOLD.sub(_as_spaces, _HEADING.sub(_as_spaces, _BREAK.sub(_as_spaces, text)))
    return _LINK.sub(_without_address, _BOLD_LABEL.sub(r"  \g<label>  ", text))


def _without_address(link: re.Match[str]) -> str:
    return f" {link['words']}{' ' * len(link['address'])}"


def _with_ends_last(margins: re.Match[str]) -> str:
    ends = margins[0].count("\n")
    return " " * (len(margins[0]) - ends) + "\n" * ends


def split_lines(text: str) -> list[Line]:
    r"""The non-blank lines of `text`, parted by `\n`.

    >>> split_lines("Title\n\n  body  \n")
    [Line(start=0, end=5, text='Title', blanks=0), Line(start=9, end=13, text='body', blanks=1)]
    """
    lines: list[Line] = []
    offset = blanks = 0
    may_hide = not text.isascii()
    for raw in text.split("\n"):
        line = raw.strip()
        if may_hide and line and line[0] in _INVISIBLE:
            line = line.lstrip(_INVISIBLE).lstrip()
        if line:
            start = offset if line is raw else offset + raw.find(line)
            lines.append(Line(start, start + len(line), line, blanks if lines else 0))
            blanks = 0
        else:
            blanks += 1
        offset += len(raw) + 1
    return lines


def without_repeats(text: str, lines: Sequence[Line]) -> str:
    r"""`text`, in which a line that says the same as the one directly above it is no more than that one's margin.

    Copies of pages have lines twice that stand once for the eye; a mark is not to miss its second line for that. What
    stands three times is meant so.

    >>> without_repeats("Ada\nAda\n\nAda", split_lines("Ada\nAda\n\nAda"))
    'Ada    \n\nAda'
    """
    texts = [line.text for line in lines]
    if not any(map(eq, texts, texts[1:])):
        return text
    pairs = [pair for pair in pairwise(lines) if pair[0].text == pair[1].text and not pair[1].blanks]
    thrice = {line for (_, line), (other, _) in pairwise(pairs) if line is other}
    again = [(above.end, below.end) for above, below in pairs if thrice.isdisjoint((above, below))]
    ends = [0, *(end for _, end in again)]
    kept = [text[done:start] + " " * (end - start) for done, (start, end) in zip(ends, again, strict=False)]
    return "".join([*kept, text[ends[-1] :]]) if again else text


def with_single_blanks(lines: list[Line]) -> list[Line]:
    r"""The lines of a page on which no blank line stands alone, as if each were half as many.

    So is a page of which all ends of lines are doubled.

    >>> [line.blanks for line in with_single_blanks(split_lines("Title\n\n\nbody\nbody\n\n\n\n\nmore"))]
    [0, 1, 0, 2]
    >>> [line.blanks for line in with_single_blanks(split_lines("Title\n\n\n\nbody\n\nbody\n\n\n\nmore"))]
    [0, 1, 0, 1]
    """
    for line in lines:  # no generator: most pages are known by their second line
        if line.blanks == 1:
            return _halved(lines)
    least = min([line.blanks for line in lines if line.blanks], default=1)
    return [line._replace(blanks=line.blanks // least) for line in lines]


def _halved(lines: list[Line]) -> list[Line]:
    """The lines with half as many blanks, if every number of them is odd and most are more than one."""
    several = 0
    for _, _, _, blanks in lines[1:]:
        if not blanks % 2:
            return lines
        several += blanks > 1
    if 3 * several < 2 * (len(lines) - 1):
        return lines
    return [line._replace(blanks=line.blanks // 2) for line in lines]
