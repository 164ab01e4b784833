"""The states that script applications carry in a page: the values in its scripts.

Such pages (Next, Nuxt, Apollo, Redux) often show nothing until their script runs; all that they will show stands in a
`<script>` as JSON: as a whole (`<script id="__NEXT_DATA__" type="application/json">`), assigned to a variable
(`window.__PRELOADED_STATE__ = {...}`), as a string to parse (`JSON.parse("...")`), or pushed in pieces
(`self.__next_f.push([1, "..."])`). Others (Inertia, Livewire, components of Vue and React) have it in an attribute
(`<div id="app" data-page="{&quot;props&quot;: ...}">`).
"""

import html
import re
from collections.abc import Iterator, Sequence

from extractor.readers.html.schema_org.blocks import Json, json_at, parse_json

HOLDS_ANSWERS = re.compile(r"""["'\\](?:\w*answers?\w*|replies|responses)\\*["']\s*:""", re.IGNORECASE)
"""What no state lacks that holds a question with answers."""
_WORDS = (b"nswer", b"eplies", b"esponses")
"""The same for a page, to be found fast."""
_SCRIPT = re.compile(rb"<script\b([^<>]*)>([^<]*(?:<(?!/script)[^<]*)*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"=\"(\[?\{&quot;[^\"]*)\"|='(\[?\{(?:\"|&quot;)[^']*)'")
"""One that holds JSON."""
_IN_ATTRIBUTES = (b"{&quot;", b"'{\"", b"'[{\"")
_FLIGHT = "__next_f.push"
_ROW = re.compile(r"^[0-9a-f]+:(?=[\[{])", re.MULTILINE)
"""How a line of Next's flight data begins that holds JSON."""
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
        text, is_json = script.decode("utf-8", "replace"), b"json" in attributes.lower()
        if b"ld+json" in attributes.lower():
            continue
        if _FLIGHT in text:
            flight += "".join(_pieces(list(_assigned(text))))
        elif HOLDS_ANSWERS.search(text):
            yield from _whole(text) if is_json else _assigned(text)
    for row in _ROW.finditer(flight) if HOLDS_ANSWERS.search(flight) else ():
        if found := _value_at(flight, row.end()):
            yield found[0]

    for quoted in _ATTRIBUTE.findall(data) if any(sign in data for sign in _IN_ATTRIBUTES) else ():
        text = html.unescape(b"".join(quoted).decode("utf-8", "replace"))
        if HOLDS_ANSWERS.search(text):
            yield from _whole(text)


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
