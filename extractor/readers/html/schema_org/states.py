"""The states that script applications carry in a page: the values in its scripts.

Such pages (Next, Nuxt, Apollo, Redux) often show nothing until their script runs; all that they will show stands in a
`<script>` as JSON: as a whole (`<script id="__NEXT_DATA__" type="application/json">`), assigned to a variable
(`window.__PRELOADED_STATE__ = {...}`), as a string to parse (`JSON.parse("...")`), pushed in pieces
(`self.__next_f.push([1, "..."])`), or as a list whose values point to each other by their numbers (Nuxt). Others
(Inertia, Livewire, components of Vue and React) have it in an attribute
(`<div id="app" data-page="{&quot;props&quot;: ...}">`).
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from extractor.readers.html.schema_org.blocks import Json, json_at, parse_json
from extractor.readers.html.schema_org.numbered import unfolded

HOLDS_ANSWERS = re.compile(r"""["'\\](?:\w*answers?\w*|replies|responses)(?:\\*["']\s*:|\()""", re.IGNORECASE)
"""What no state lacks that holds a question with answers."""
_WORDS = (b"nswer", b"eplies", b"esponses")
"""The same for a page, to be found fast."""
_SCRIPT = re.compile(rb"<script\b([^<>]*)>([^<]*(?:<(?!/script)[^<]*)*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"=\"(\[?\{&quot;[^\"]*)\"|='(\[?\{(?:\"|&quot;)[^']*)'")
"""One that holds JSON."""
_IN_ATTRIBUTES = (b"{&quot;", b"'{\"", b"'[{\"")
_FLIGHT = "__next_f.push"
_ROW = re.compile(rb"([0-9a-f]*):(?:T([0-9a-f]+),)?")
"""How a row of Next's flight data begins: its number, and that of the bytes of a text, behind which the next begins."""
_POINTED = re.compile(r"\$[0-9a-f]+")
"""A value that is the text of another row."""
_NUMBERED = b"__NUXT_DATA__"
_CODED = re.compile(r"decodeURIComponent\(\s*([\"'])([^\"'<>\s]*)\1")
_ANGULAR = {"q": '"', "s": "'", "l": "<", "g": ">", "a": "&"}
"""What Angular writes for signs: "&q;"."""
_ANGULAR_SIGN = re.compile(r"&([qslga]);")
_ASSIGNED = re.compile(r"[\w$\]]\s*=\s*(?:JSON\.parse\(\s*(?=[\"'])|(?=[{\[]))|\.push\(\s*(?=[\[\"{])")
_SINGLE_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL)
_MAX_TRIES = 200
"""Assignments of one script that are looked at."""


def read_states(data: bytes) -> Iterator[Json]:
    """The values that stand in the scripts and attributes of the page `data`, of those that may hold answers."""
    if not any(word in data for word in _WORDS):
        return
    flight = ""
    for attributes, script in _SCRIPT.findall(data):
        if b"ld+json" in attributes.lower():
            continue
        text, is_json = _decoded(script.decode("utf-8", "replace")), b"json" in attributes.lower()
        if _FLIGHT in text:
            flight += "".join(_pieces(list(_assigned(text))))
        elif HOLDS_ANSWERS.search(text):
            values = _whole(text) if is_json else _assigned(text)
            yield from map(unfolded, values) if _NUMBERED in attributes else values
    if HOLDS_ANSWERS.search(flight):
        yield from _flown(flight.encode("utf-8", "replace"))
    for quoted in _ATTRIBUTE.findall(data) if any(sign in data for sign in _IN_ATTRIBUTES) else ():
        text = html.unescape(b"".join(quoted).decode("utf-8", "replace"))
        if HOLDS_ANSWERS.search(text):
            yield from _whole(text)


def _decoded(text: str) -> str:
    """A script with the signs that stand in it as entities of Angular, or as an address has them."""
    if "&q;" in text:
        return _ANGULAR_SIGN.sub(lambda sign: _ANGULAR[sign[1]], text)
    coded = _CODED.search(text)
    return f"coded = {unquote(coded[2])}" if coded else text


def _flown(flight: bytes) -> Iterator[Json]:
    """The values of the rows of flight data, with the texts that are rows of their own."""
    texts: dict[str, Json] = {}
    values: list[Json] = []
    at = 0
    while (row := _ROW.match(flight, at)) is not None:
        end = row.end() + int(row[2], 16) if row[2] else flight.find(b"\n", at)
        piece = flight[row.end() : end if end >= 0 else None].decode("utf-8", "replace")
        if row[2]:
            texts[f"${row[1].decode()}"] = piece
        elif piece[:1] in ("[", "{") and (found := _value_at(piece, 0)):
            values.append(found[0])
        at = len(flight) if end < 0 else end if row[2] else end + 1
    yield from (_with_texts(value, texts) for value in values)


def _with_texts(value: Json, texts: Mapping[str, Json]) -> Json:
    """The value with `texts` in place of what points to them."""
    if isinstance(value, dict):
        return {name: _with_texts(held, texts) for name, held in value.items()}
    if isinstance(value, list):
        return [_with_texts(held, texts) for held in value]
    return texts.get(value, value) if isinstance(value, str) and _POINTED.fullmatch(value) else value


def _pieces(values: Sequence[Json]) -> Iterator[str]:
    """The strings in what flight data pushes: `[1, "a piece"]`."""
    for value in values:
        if isinstance(value, list):
            yield from (piece for piece in value[1:] if isinstance(piece, str))


def _whole(text: str) -> list[Json]:
    try:
        return parse_json(text.strip())
    except ValueError:
        return []


def _assigned(script: str) -> Iterator[Json]:
    """The values that a script assigns or pushes, where they are JSON or a string of it."""
    end = 0
    for _ in range(_MAX_TRIES):
        match = _ASSIGNED.search(script, end)
        if match is None:
            return
        found = _value_at(script, match.end())
        end = found[1] if found else match.end()
        if found:
            yield found[0]


def _value_at(text: str, start: int) -> tuple[Json, int] | None:
    """The value that begins at `start`, and where it ends; None if it is no JSON."""
    try:
        if quoted := _SINGLE_QUOTED.match(text, start):
            string = quoted[1].replace(r"\'", "'").replace('"', r"\"")
            return json_at(f'"{string}"', 0)[0], quoted.end()
        return json_at(text, start)
    except (ValueError, RecursionError):
        return None
