"""The JSON-LD blocks of a page, repaired where that is safe. One broken block does not take its neighbours along.

The repairs are those that real pages need (of 4,520 blocks in 5,217 pages, 98 % parse as they stand, most of the rest
after one of these): control characters in strings, CDATA and comment wrappers, a semicolon at the end, comments,
trailing commas, invalid escapes, several values in one block, missing commas at line ends, unescaped quotes, single
quotes or entities in place of quotes, JSON inside a string.
"""

import html
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

Json = dict[str, "Json"] | list["Json"] | str | bool | None
"""A JSON value; numbers are kept as they are printed."""

_OPENING = re.compile(r"\A\s*(?:(?://\s*|/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?\s*)+")
_CLOSING = ("]]>", "]]&gt;", "-->")
"""What is wrapped around a script so that no old browser shows it; a comment of the script may be around that."""
_ASSIGNED = re.compile(r"\A\s*(?:(?:var|let|const)\s+)?[\w.$]+\s*=\s*(?=[\[{])")
_STRING = r'"(?:[^"\\]|\\.)*"'
_OUTSIDE_STRINGS = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?(?:\*/|\Z)|,(?=\s*[}}\]])", re.DOTALL)
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})|(\\["\\/bfnrtu])')
_MISSING_COMMA = re.compile(rf'({_STRING}|[}}\]\d]|true|false|null)([^\S\n]*+\n\s*+)(?=["{{])', re.DOTALL)
_LOOSE_STRING = re.compile(r'"((?:[^"\\]|\\.|"(?![^\S\n]*+(?:[,:}\]\n]|\Z)))*+)("|\Z)', re.DOTALL)
_BARE_QUOTE = re.compile(r'(?<!\\)"')
_SINGLE_QUOTED = re.compile(r"(?<=[{\[,:\s])'(?:(.*?)'(?=\s*[:,}\]])|.*)", re.DOTALL)
_SINGLE_QUOTES = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*)*'")
"""How a block begins whose strings are in single quotes, as those of JavaScript may be."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ASKS = re.compile(r"Question|DiscussionForumPosting|QAPage")
_ENTITIES = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*)*&(?:amp;)*(?:quot|#0*34|#[xX]0*22);")
"""How a block begins whose every quote is an entity: it was escaped like text, which is wrong in a script."""
_MAX_ESCAPES = 3
_TYPE = re.compile(r'@type(?:"|&quot;)\s*:\s*(\[[^\]]{0,500}\]|"[^"]{0,100}"|&quot;[^"&]{0,100}&)')
_NAME = re.compile(r"(?<!\w)(\w+)/?[\"&]")
_SCRIPT = re.compile(rb"<script(?=[^<>]*ld\+json)[^<>]*+>([^<]*(?:<(?!/script)[^<]*)*)(?:</script|\Z)", re.IGNORECASE)
_MAX_DEPTH = 100
_TOO_DEEP = "it is nested too deeply"


@dataclass(frozen=True, slots=True)
class Blocks:
    """The values of a page's JSON-LD blocks in page order; the numbers of those that could not be read, and why.

    `types` are the names of all types in them, also of those blocks that were not read ("recipe", "product").
    """

    values: tuple[Json, ...] = ()
    broken: tuple[tuple[int, str], ...] = ()
    has_halves: bool = False
    """Halves of surrogate pairs, which are no characters, were replaced."""
    types: frozenset[str] = frozenset()


def read_blocks(root: etree._Element, data: bytes) -> Blocks:
    """Read every JSON-LD block of the page `data`, whose tree is `root`, if one is about a question or a thread.

    Blocks in comments, which browsers pass over, count where no other is about that.
    """
    texts = [script.text or "" for script in _scripts(root)]
    if not any(map(_ASKS.search, texts)):
        texts += _commented_out(data)
    types = frozenset(name.lower() for text in texts for held in _TYPE.findall(text) for name in _NAME.findall(held))
    if not any(map(_ASKS.search, texts)):
        return Blocks(types=types)
    values: list[Json] = []
    broken: list[tuple[int, str]] = []
    has_halves = False
    for number, text in enumerate(texts, 1):
        try:
            found = parse_json(text.strip())
            values += found
            has_halves |= "\\ud" in text.lower() and "\ufffd" in str(found)
        except ValueError as error:
            if _ASKS.search(text):
                broken.append((number, str(error)))
    return Blocks(tuple(values), tuple(broken), has_halves, types)


def _scripts(root: etree._Element) -> Iterator[etree._Element]:
    for script in root.iter("script"):
        kind = script.get("type")
        if kind and "ld+json" in kind.lower():
            yield script


def _commented_out(data: bytes) -> Iterator[str]:
    for comment in data.split(b"<!--")[1:]:
        inner, _, _ = comment.partition(b"-->")
        if b"ld+json" in inner:
            yield from (script.decode("utf-8", "replace") for script in _SCRIPT.findall(inner))


def parse_json(text: str) -> list[Json]:
    r"""The JSON values in `text`, as it stands or after the repairs.

    >>> parse_json('{"a": 1, // one\n "b": "x",}'), parse_json('{"a": "say "hi" now"}')
    ([{'a': '1', 'b': 'x'}], [{'a': 'say "hi" now'}])
    >>> parse_json('{"a": "a <b class="c">"hi"</b>", "d": "e"}')
    [{'a': 'a <b class="c">"hi"</b>', 'd': 'e'}]

    Raises:
        ValueError: if no repair helps.

    """
    error: ValueError | None = None
    for repair in _REPAIRS:
        text = repair(text)
        try:
            return [_shallow(held) for value in _decode(text) for held in _opened(value)]
        except RecursionError:
            raise ValueError(_TOO_DEEP) from None
        except ValueError as failure:
            error = error or failure
    raise error or ValueError("it is empty")


_DECODER = json.JSONDecoder(strict=False, parse_int=str, parse_float=str, parse_constant=lambda _: None)


def _decode(text: str) -> list[Json]:
    """All the values that stand one after the other in `text`."""
    values: list[Json] = []
    position = 0
    while position < len(text):
        value, position = _DECODER.raw_decode(text, position)
        values.append(value)
        position = _skip_blank(text, position)
    return values


def json_at(text: str, start: int) -> tuple[Json, int]:
    """The JSON value that begins at `start`, unrepaired, and where it ends.

    Raises:
        ValueError: if none begins there.
        RecursionError: if it is nested too deeply.

    """
    value, end = _DECODER.raw_decode(text, start)
    return _shallow(value), end


def _opened(value: Json) -> list[Json]:
    """The values in a string of JSON, as it stands where a block was encoded twice; others as they are."""
    for _ in range(_MAX_ESCAPES):
        if not isinstance(value, str) or value.lstrip()[:1] not in ("{", "[", '"'):
            return [value]
        inner = _decode(value.strip())
        if len(inner) != 1:
            return inner
        (value,) = inner
    return [value]


def _skip_blank(text: str, position: int) -> int:
    while position < len(text) and (text[position].isspace() or text[position] in ",;"):
        position += 1
    return position


def _shallow(value: Json, depth: int = 0) -> Json:
    """`value` without lone surrogates, refused if it is nested so deeply that it is no record of anything."""
    if depth > _MAX_DEPTH:
        raise ValueError(_TOO_DEEP)
    if isinstance(value, dict):
        return {key: _shallow(held, depth + 1) for key, held in value.items()}
    if isinstance(value, list):
        return [_shallow(held, depth + 1) for held in value]
    if isinstance(value, str) and not value.isascii():
        return _SURROGATE.sub("\ufffd", value)
    return value


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
    for _ in range(_MAX_ESCAPES):
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
    return _OUTSIDE_STRINGS.sub(lambda match: match[1] or "", text)


def _double_bad_escapes(text: str) -> str:
    return _BAD_ESCAPE.sub(lambda match: match[1] or "\\\\", text)


def _add_commas(text: str) -> str:
    return _MISSING_COMMA.sub(r"\1,\2", text)


def _escape_quotes(text: str) -> str:
    """Quotes inside a string: behind the one that ends it stands a sign of JSON, or nothing on its line."""
    return _LOOSE_STRING.sub(lambda match: '"' + _BARE_QUOTE.sub(r"\"", match[1]) + match[2], text)


_REPAIRS: tuple[Callable[[str], str], ...] = (
    str,
    _unwrap,
    _undo_entities,
    _double_quotes,
    _escape_quotes,
    _drop_comments_and_commas,
    _double_bad_escapes,
    _add_commas,
)
