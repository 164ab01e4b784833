"""Chats: who asks and who answers stand in front of what they say, and a reply begins by greeting who asked.

    Rosa: My heel hurts in the morning. What can I do?
    Dr. Rowe: Hi Rosa, this is most likely ...

That a reply greets by name who spoke before it is proof enough, whoever they are.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractor.layout import Kind
from extractor.readers.lines import Line
from extractor.readers.text.mailbag import greets
from extractor.readers.text.matcher import Hit
from extractor.readers.text.salutations import is_salutation

_MAX_NAME = 40
_SPEAKS = re.compile(rf"(?P<who>[^\W\d_a-z][^\n:?!]{{1,{_MAX_NAME}}}): +(?=\S)")


def chat_hits(lines: Sequence[Line]) -> list[Hit]:
    """The questions and replies of a chat as marks, with who asks and who answers."""
    turns = [(at, speaks) for at, line in enumerate(lines) if (speaks := speaker_of(line.text))]
    found: list[Hit] = []
    for (above, asker), (below, doctor) in pairwise(turns):
        said = lines[below].text[doctor.end() :]
        is_reply = asker["who"] != doctor["who"] and is_salutation(said) and greets(said, asker["who"])
        if is_reply and not (found and found[-1].first == above):
            found += _exchange(lines, above, asker, below, doctor)
    return found


def speaker_of(text: str) -> re.Match[str] | None:
    """Who speaks, if a line says so at its beginning (`who`)."""
    return _SPEAKS.match(text) if ": " in text[: _MAX_NAME + 4] else None


def _exchange(
    lines: Sequence[Line], above: int, asker: re.Match[str], below: int, doctor: re.Match[str]
) -> Iterator[Hit]:
    asked, told = lines[above], lines[below]
    who, name = (asked.start, asked.start + asker.end("who")), (told.start, told.start + doctor.end("who"))
    yield Hit(Kind.QUESTION, above, above, {"asker": who, "body": (asked.start + asker.end(), asked.end)})
    yield Hit(Kind.ANSWER, below, below, {"byline": name, "first": (told.start + doctor.end(), told.end)})
