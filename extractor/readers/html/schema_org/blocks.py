"""The JSON-LD blocks of a page, repaired where that is safe. One broken block does not take its neighbours along."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from extractor.readers.html.schema_org.repairs import MOST_ESCAPES, REPAIRS

Json = dict[str, "Json"] | list["Json"] | str | bool | None
"""A JSON value; numbers are kept as they are printed."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ASKS = re.compile(r"Question|DiscussionForumPosting|QAPage")
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
    for repair in REPAIRS:
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
    for _ in range(MOST_ESCAPES):
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
