"""What is left of a post when its parts are named: its text, and lines that no field holds."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from extractor.layout import Part, labels
from extractor.readers.html.posts.regions.post import (
    COLONS,
    PERSON,
    Post,
    PostLine,
    drop_passing,
    is_beside,
    is_sentence,
)
from extractor.readers.html.rendering.rendered import Region
from extractor.vocabulary import PUNCTUATION

_LABEL = re.compile(labels.labelled("answer"))
_DIGITS = re.compile(r"\d+")
_MIN_CUT = 20
_MAX_BESIDE = 40
"""Characters of a line beside a name."""


def rest_of(post: Post) -> list[Region]:
    """The lines that are left: the text, if nothing else is; else what no field holds."""
    if not post.has(Part.BODY):
        drop_passing(post)
        post.name(Part.REST, *(_below_name(post) if post.has(*PERSON) else ()))
        post.free = [line for line in post.free if not _is_folded(line, post.free)]
        return list(post.stretches(Part.BODY, post.free))
    left = [line for line in post.free if is_sentence(line)] if post.whole.part is Part.ANSWER else []
    return [Region(Part.REST, line.start, line.end, None, post.whole.post) for line in left]


def _below_name(post: Post) -> Iterator[PostLine]:
    """The lines above the text that are short, end as no sentence does, and are called something that it is not.

    They say what who answers is, in words that are not known.
    """
    for number, line in enumerate(post.free[:-1]):
        others = {other.hint for other in post.free[number + 1 :] if is_sentence(other)}
        is_short = len(line.text) <= _MAX_BESIDE and not line.text.endswith(PUNCTUATION)
        if not (is_short and line.hint.classes and line.hint not in others):
            return
        yield line


def _is_folded(line: PostLine, others: Sequence[PostLine]) -> bool:
    """Whether the line is the beginning of a later one, shown while that is hidden."""
    start = line.text.rstrip(".… ")
    is_cut = line.text != start and len(start) >= _MIN_CUT
    return is_cut and any(other.start > line.start and other.text.startswith(start) for other in others)


def drop_repeated(posts: Sequence[Post]) -> None:
    """Leave out what stands in several posts and is marked like no other line of its post: buttons, disclaimers.

    Numbers in it may differ: "3 readers found this helpful".
    """
    counts = Counter(text for post in posts for text in {_DIGITS.sub("#", line.text) for line in post.free})
    for post in posts:
        once = {line for line in post.free if counts[_DIGITS.sub("#", line.text)] == 1}
        own = {line.hint for line in once}
        post.free = [line for line in post.free if line in once or line.hint in own]


def drop_label(post: Post) -> None:
    """Leave out a label in front of an answer on the first line that is not beside a name: "Answer: Rest it"."""
    first = next((line for line in post.free if not is_beside(line)), None) if post.whole.part is Part.ANSWER else None
    label = _LABEL.match(first.text) if first else None
    if first and label and label["body"] and label["byline"] is None:
        start = label.start("body")
        if first.text[:start].rstrip().endswith(tuple(COLONS)):
            post.cut({first: start})
