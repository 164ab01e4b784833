"""What is mended in JSON as real pages hold it, one thing after the other, until it can be read.

The repairs are those that real pages need (of 4,520 blocks in 5,217 pages, 98 % parse as they stand, most of the rest
after one of these): control characters in strings, CDATA and comment wrappers, a semicolon at the end, comments,
trailing commas, invalid escapes, several values in one block, missing commas at line ends, unescaped quotes, single
quotes or entities in place of quotes, JSON inside a string.
"""

import html
import re
from collections.abc import Callable

MOST_ESCAPES = 3
"""How often a text may be escaped."""
_OPENING = re.compile(r"\A\s*(?:(?://\s*|/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?\s*)+")
_CLOSING = ("]]>", "]]&gt;", "-->")
"""What is wrapped around a script so that no old browser shows it; a comment of the script may be around that."""
_ASSIGNED = re.compile(r"\A\s*(?:(?:var|let|const)\s+)?[\w.$]+\s*=\s*(?=[\[{])")
_STRING = r'"(?:[^"\\]|\\.)*"'
_OUTSIDE_STRINGS = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?(?:\*/|\Z)|,(?=\s*[}}\]])", re.DOTALL)
_ESCAPE = re.compile(r"""\\(?:(')|x([0-9a-fA-F]{2})|(["\\/bfnrt]|u[0-9a-fA-F]{4})|)""")
"""An escape: two that JavaScript has and JSON has not, those of JSON, and what is none."""
_MISSING_COMMA = re.compile(rf'({_STRING}|[}}\]\d]|true|false|null)([^\S\n]*+\n\s*+)(?=["{{])', re.DOTALL)
_BEHIND_STRING = r"""[^\S\n]*+(?:[:}\]\n]|\Z|,\s*+(?:["'{}\[\]/\d-]|true|false|null|\Z))"""
"""What stands behind the quote that ends a string, and seldom behind one that is part of it."""
_LOOSE_STRING = re.compile(rf'"((?:[^"\\]|\\.|"(?!{_BEHIND_STRING}))*+)("|\Z)', re.DOTALL)
_BARE_QUOTE = re.compile(r'(?<!\\)"')
_SINGLE_QUOTED = re.compile(rf"(?<=[{{\[,:\s])'(?:(.*?)'(?={_BEHIND_STRING})|.*)", re.DOTALL)
_SINGLE_QUOTES = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*)*'")
"""How a block begins whose strings are in single quotes, as those of JavaScript may be."""
_ENTITIES = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*)*&(?:amp;)*(?:quot|#0*34|#[xX]0*22);")
"""How a block begins whose every quote is an entity: it was escaped like text, which is wrong in a script."""


def _unwrap(text: str) -> str:
    bare = _OPENING.sub("", text)
    return _ASSIGNED.sub("", bare[: _end_inside(bare)]).strip().rstrip(";").strip("\ufeff \n\t\r\xa0")


def _end_inside(text: str) -> int:
    """Where the text ends without what closes a wrapper, however often that is there."""
    end = _end_of(text, len(text))
    while True:
        inside = _end_of(text, end - 2) if text.endswith("*/", 0, end) else end
        sign = next((sign for sign in _CLOSING if text.endswith(sign, 0, inside)), None)
        if sign is None:
            return end
        end = _end_of(text, inside - len(sign))
        if text.endswith(("//", "/*"), 0, end):
            end = _end_of(text, end - 2)


def _end_of(text: str, end: int) -> int:
    """Where the text before `end` ends without white space."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return max(end, 0)


def _undo_entities(text: str) -> str:
    for _ in range(MOST_ESCAPES):
        if not _ENTITIES.match(text):
            break
        text = html.unescape(text)
    return text


def _double_quotes(text: str) -> str:
    """Strings in double quotes; an apostrophe inside one is none of its quotes where no punctuation follows it."""
    if not _SINGLE_QUOTES.match(text):
        return text
    return _SINGLE_QUOTED.sub(_double_quoted, text)


def _double_quoted(match: re.Match[str]) -> str:
    """The string; what no quote ends is left as it is."""
    return match[0] if match[1] is None else '"' + _BARE_QUOTE.sub(r"\"", match[1].replace("\\'", "'")) + '"'


def _drop_comments_and_commas(text: str) -> str:
    return _OUTSIDE_STRINGS.sub(lambda match: match[1] or "", text).strip()


def _double_bad_escapes(text: str) -> str:
    return _ESCAPE.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    return match[1] or (rf"\u00{match[2]}" if match[2] else match[0] if match[3] else r"\\")


def _add_commas(text: str) -> str:
    return _MISSING_COMMA.sub(r"\1,\2", text)


def _escape_quotes(text: str) -> str:
    """Quotes inside a string: behind the one that ends it stands a sign of JSON, or nothing on its line."""
    return _LOOSE_STRING.sub(lambda match: '"' + _BARE_QUOTE.sub(r"\"", match[1]) + match[2], text)


REPAIRS: tuple[Callable[[str], str], ...] = (
    str,
    _unwrap,
    _undo_entities,
    _double_quotes,
    _escape_quotes,
    _drop_comments_and_commas,
    _double_bad_escapes,
    _add_commas,
)
