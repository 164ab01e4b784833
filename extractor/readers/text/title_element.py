"""The title element of a page above its heading, as dumps of whole pages (WET records) print it in their first line.

Is it normal to have a lump after liposuction? - Example Answers      the title element
Search                                                                menus
Facelift
Is it normal to have a lump after liposuction?                        the heading: the page begins here
"""

import re
from collections.abc import Sequence
from itertools import islice

from extractor.layout import labels
from extractor.readers.lines import Line
from extractor.readers.people.asides import is_datum
from extractor.vocabulary import SENTENCE_ENDS

_MIN_HEADING = 10
"""Characters; a shorter line may be an entry of a menu that the title element begins with."""
_MAX_MENU_LINE = 120
"""Characters; a longer line is text."""
_MIN_SENTENCE_WORDS = 5
"""A menu may end an entry with a sign (Welcome!), and ask in few words (Need help?)."""
_MAX_MENU_LINES = 400
"""The menus of large sites have about three hundred entries."""
_MIN_MENU_LINES = 3
"""Fewer lines between two that are equal may be a short question, above a headline that repeats the title."""
_MAX_SENTENCES = 3
"""What a page says of cookies, and of its offers, above its heading."""
_SITE = re.compile(r" [|–—·»:•-]+ ")
_COUNTED = re.compile(labels.counted())


def from_heading(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a page from its heading on, where the first line is its title element; all lines where it is not.

    The heading is the longest line that the first one repeats, with none but lines of menus between, and a few
    sentences (of cookies) if the first line parts it from a name of the site. Below the number of answers it is the
    headline of one.
    """
    heading = _heading(lines)
    return [lines[heading]._replace(blanks=0), *lines[heading + 1 :]] if heading else lines


def _heading(lines: Sequence[Line]) -> int:
    """The number of the line that is the heading; 0 where the page begins with it."""
    title = lines[0].text if lines else ""
    most, least = len(title), max(_MIN_HEADING, (len(title) + 1) // 2)
    long = [at for at, line in enumerate(lines[1:_MAX_MENU_LINES], 1) if least <= len(line.text) <= most]
    repeated = [at for at in long if lines[at].text in title and _repeats(title, lines[at].text)]
    if not repeated or title.endswith(".") or is_datum(title):  # text, or a day
        return 0
    end = _end_of_menu(lines, _MAX_SENTENCES if _SITE.search(title) else 0)
    heading = max((at for at in repeated if at <= end), key=lambda at: len(lines[at].text), default=0)
    is_apart = 1 < heading <= _MIN_MENU_LINES or (heading == 1 and lines[1].blanks > 0)
    return 0 if is_apart and len(lines[heading].text) == most else heading


def _end_of_menu(lines: Sequence[Line], sentences: int) -> int:
    """The first line behind the title element that is none of a menu: the number of answers, or a sentence too many."""
    others = (at for at, line in enumerate(lines) if at and not _is_of_menu(line.text))
    end = next(islice(others, sentences, None), len(lines))
    return next((at for at, line in enumerate(lines[:end]) if _COUNTED.fullmatch(line.text)), end)


def _repeats(title: str, text: str) -> bool:
    """Whether no word of the title element goes on before or behind a line that stands in it."""
    start = title.index(text)
    around = title[max(start - 1, 0) : start] + title[start + len(text) :][:1]
    return not any(map(str.isalnum, around))


def _is_of_menu(text: str) -> bool:
    """Whether a line may be one of a menu: it is short and no sentence, and no day or number, as stands above posts."""
    if len(text) > _MAX_MENU_LINE or is_datum(text):
        return False
    return not text.endswith(SENTENCE_ENDS) or len(text.split()) < _MIN_SENTENCE_WORDS
