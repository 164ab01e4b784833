"""What a post repeats of an earlier one, and the line that says whose words they are."""

import re
from collections.abc import Iterator, Sequence

from extractor.readers.lines import Line
from extractor.readers.text.boards.blocks import is_handle
from extractor.readers.text.boards.forms import MAX_HEAD, words
from extractor.vocabulary import SENTENCE_ENDS

_MIN_QUOTED = 12
"""Characters that are not said twice by chance."""
_MAX_SIGNATURE = 20
"""Characters of a last line that may be what its writer has below all that he posts; most longer ones are words."""
_SPACE = re.compile(r"\s+")


def without_quotes(lines: Sequence[Line], bodies: Sequence[Sequence[int]]) -> Iterator[Sequence[int]]:
    """The lines of each post without those that an earlier one has, with the line above them that announces a quote."""
    earlier = ""
    for body in bodies:
        yield list(_own(lines, body, earlier)) if earlier else body
        earlier += " " + _plain(" ".join([lines[at].text for at in body]))


def _own(lines: Sequence[Line], body: Sequence[int], earlier: str) -> Iterator[int]:
    quoted = [_is_quoted(lines[at].text, earlier) for at in body]
    for place, at in enumerate(body):
        announces = is_announced(lines[at].text) and any(quoted[place + 1 : place + 3])
        if not (quoted[place] or announces):
            yield at


def _is_quoted(text: str, earlier: str) -> bool:
    """Whether an earlier post has the line, or what follows on it when it announces a quote."""
    told = text[text.find(":") + 1 :] if is_announced(text) else text
    said = _plain(told).strip()
    return len(said) >= _MIN_QUOTED and said in earlier


def is_announced(text: str) -> bool:
    """Whether a short line says that somebody else's words follow."""
    folded = text.casefold()
    return len(text) <= MAX_HEAD and any(word in folded for word in words("quotes"))


def are_plain_words(lines: Sequence[Line], body: Sequence[int]) -> bool:
    """Whether all lines of a post are sentences of its own: none is a quote's announcement, a place, or a button.

    A short last line below others may be what its writer has below all that he posts.
    """
    texts = [lines[at].text for at in body]
    is_ended = bool(texts) and texts[-1].endswith((*SENTENCE_ENDS, ")"))
    may_be_signature = len(texts) > 1 and len(texts[-1]) <= _MAX_SIGNATURE
    return (
        is_ended
        and not may_be_signature
        and not any(is_handle(text) or (is_announced(text) and text.endswith(":")) for text in texts)
    )


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).casefold()
