"""The posts of a thread: whose they are, of which day, and which lines are their words."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractor.readers.lines import Line, joined_text
from extractor.readers.text.boards.blocks import Block, blocks_of, is_handle
from extractor.readers.text.boards.forms import (
    MIN_POSTS,
    Anchor,
    day_in,
    days_of,
    is_since,
    numbers_of,
    text_at,
    words,
)
from extractor.readers.text.boards.names import Named, names_of
from extractor.readers.text.boards.quotes import are_plain_words, without_quotes
from extractor.readers.text.grammar.persons import speaks_of_writer, speaks_to_reader
from extractor.readers.text.letters.letter import may_be_question
from extractor.records import Span
from extractor.vocabulary import STOPS, has_question_mark

_MIN_LIKELY = 2
"""One who asks, and one who answers."""
_MAX_ABOVE = 3
"""Lines above the first post of a page that begins with it: a title, and where on the site it is."""
_MAX_NAME_WORDS = 4
"""A line with more of them above a day is a headline."""
_LONG_LINE = 160
_SENTENCE_WORDS = 8
_MAX_SENTENCES = 1
"""Sentences above the first post; an article has more."""
_PANEL = 5
"""Lines about an author that are more than his name, a day and what a list says."""
_MIN_BELOW = 9
"""Characters of a line below the last block that is a post."""
_MIN_LETTERS = 3
_USUAL_LETTERS = 30
"""Letters that a post has at least, and that half of them have: a list of threads has less below each name."""
_COUNTED = re.compile(r"[\s#](\d{1,5})$")
_TITLE_REACH = 4
_MAX_ASKED = 3_000
"""Characters of a question on what may be no board."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_ADDRESS = re.compile(r"\w@\w")
_RULE = re.compile(r"_{5,}|-{8,}|={5,}")
"""A line that parts a post from what its author signs all of his with."""


class BoardPost(NamedTuple):
    """A post: the block about its author, his name and the day in the page, and the lines of its words."""

    block: Block
    name: Span | None
    day: Span | None
    body: Sequence[int]


class BoardThread(NamedTuple):
    """The posts of a page; the first asks, unless the question stands above all of them (`question` are its lines)."""

    posts: Sequence[BoardPost]
    question: Sequence[int]
    is_signed_below: bool
    """Whether the lines about its author stand below a post."""
    is_clear: bool
    """Whether names, days and words can be nothing else."""


class Count(NamedTuple):
    """How many answers a page says it has, and the line on which it does."""

    number: int
    line: int


def thread_of(lines: Sequence[Line], count: Count | None, *, is_likely: bool = False) -> BoardThread | None:
    """The thread that the page is, if lines of one form part it into posts, of which the first asks.

    If there are as many posts as the page says it has answers, they answer what stands above the number. On a page that
    is likely to be a thread two posts are enough, and one who tells of himself at its top asks.
    """
    for anchors in (numbers_of(lines), *days_of(lines, _MIN_LIKELY if is_likely else MIN_POSTS)):
        thread = _parted(lines, anchors, count) if anchors else None
        if thread and ((is_likely and _tells_at_top(lines, thread)) or _is_thread(lines, thread)):
            return thread
    return None


def _parted(lines: Sequence[Line], anchors: Sequence[Anchor], count: Count | None) -> BoardThread | None:
    heads, are_sure = names_of(lines, blocks_of(lines, anchors))
    last = heads[-1].block
    end = next((at for at in range(last.bottom + 1, last.end) if _is_end(lines[at].text)), last.end)
    is_below = not any(len(lines[at].text) >= _MIN_BELOW for at in range(last.bottom + 1, end))
    bodies = list(_bodies(lines, heads, end, is_below=is_below))
    if not (all(bodies) and _are_of_several(lines, heads, anchors)):
        return None
    days = _in_order([_day(lines, head.block) for head in heads], lines)
    posts = [
        BoardPost(head.block, head.name, day, body)
        for head, day, body in zip(heads, days, without_quotes(lines, bodies), strict=True)
    ]
    is_counted = count is not None and count.number == len(posts) and count.line < heads[0].block.top and not is_below
    question = range(count.line) if count and is_counted else ()
    is_clear = are_sure and all(post.name and post.day and are_plain_words(lines, post.body) for post in posts)
    return BoardThread(posts, question, is_below, is_clear)


def _bodies(lines: Sequence[Line], heads: Sequence[Named], end: int, *, is_below: bool) -> Iterator[Sequence[int]]:
    """The lines of each post: up to the next block, or from the last; without what its author signs all with."""
    blocks = [head.block for head in heads]
    if is_below:
        first = 1 if blocks[0].top > 1 else 0
        edges = [(first - 1, blocks[0].top), *((above.bottom, below.top) for above, below in pairwise(blocks))]
    else:
        edges = [(above.bottom, min(above.end, below.top)) for above, below in pairwise(blocks)]
        edges.append((blocks[-1].bottom, end))
    handles = {_of(lines, head.name) for head in heads}
    for head, (above, below) in zip(heads, edges, strict=True):
        body = range(above + 1, below)
        rule = next((at for at in body if _RULE.fullmatch(lines[at].text)), below)
        body = range(above + 1, rule)
        while body and _is_name_again(lines[body[-1]].text, _of(lines, head.name), handles):
            body = body[:-1]
        yield body


def _is_name_again(text: str, own: str | None, handles: set[str | None]) -> bool:
    """Whether a last line is a name of the thread, or says of its author whether he is there."""
    if len(text) == 1 or text in handles or words("roles").issuperset(text.casefold().split()):
        return True
    return own is not None and text.startswith(f"{own} ") and is_handle(text[len(own) :].strip())


def _day(lines: Sequence[Line], block: Block) -> Span | None:
    """The day of a post: on its own line, or on another of the block that does not say when somebody joined."""
    for at in (block.anchor.line, *range(block.top, block.bottom + 1)):
        day = day_in(lines[at].text)
        if day and not is_since(lines[at].text) and not _is_label_above(lines, at):
            return lines[at].start + day.start(), lines[at].start + day.end()
    return None


def _in_order(days: Sequence[Span | None], lines: Sequence[Line]) -> Sequence[Span | None]:
    """The days, if none is of an earlier year than the post above: else they are those on which members joined."""
    told = [_of(lines, day) for day in days]
    years = [int(year[0]) for day in told if day and (year := _YEAR.search(day))]
    return days if years == sorted(years) else [None] * len(days)


def _is_label_above(lines: Sequence[Line], at: int) -> bool:
    """Whether the line above says that the day is the one on which somebody joined."""
    return at > 0 and is_since(lines[at - 1].text) and not day_in(lines[at - 1].text)


def _is_end(text: str) -> bool:
    folded = text.casefold()
    return any(folded.startswith(end) for end in words("ends"))


def _tells_at_top(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether somebody tells of himself in the first post, at the top of the page and no longer than one asks.

    Who writes has a name, and no headline.
    """
    block, body = thread.posts[0].block, [lines[at] for at in thread.posts[0].body]
    names = [_of(lines, post.name) or "" for post in thread.posts]
    if block.top > _MAX_ABOVE or thread.is_signed_below or any(len(name.split()) > _MAX_NAME_WORDS for name in names):
        return False
    return _has_words(lines, thread) and may_be_question(body) and speaks_of_writer(joined_text(body))


def _has_words(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether all posts have words, half as many as a post, and a reply says something: titles in a list ask."""
    letters = sorted(sum(len(lines[at].text) for at in post.body) for post in thread.posts)
    told = [lines[at].text for post in thread.posts[1:] for at in post.body]
    is_said = any(len(text) > _LONG_LINE or text.endswith(STOPS) for text in told)
    return is_said and letters[0] >= _MIN_LETTERS and letters[len(letters) // 2] >= _USUAL_LETTERS


def _is_thread(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether there are posts enough, all with words, and the first, or what stands above, asks."""
    if len(thread.posts) < MIN_POSTS or not _has_words(lines, thread):
        return False
    if thread.question:
        return any("?" in lines[at].text for at in thread.question)
    if _has_panels(thread) or _are_counted(lines, thread):
        return _asks_on_board(lines, thread)
    return _asks(lines, thread) and (thread.is_signed_below or not _has_article(lines, thread))


def _are_of_several(lines: Sequence[Line], heads: Sequence[Named], anchors: Sequence[Anchor]) -> bool:
    """Whether several persons are named, and none by his address; numbers of posts need no names."""
    names = {_of(lines, head.name) for head in heads}
    if any(_ADDRESS.search(lines[anchor.line].text) for anchor in anchors):
        return False
    return len(names) > 1 or (None in names and "#" in lines[anchors[0].line].text)


def _asks(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether somebody asks for himself in the first post, or others speak to him; an article is longer."""
    top, *rest = thread.posts
    asked, told = (joined_text([lines[at] for post in posts for at in post.body]) for posts in ([top], rest))
    if len(asked) > _MAX_ASKED or not has_question_mark(asked):
        return False
    return speaks_of_writer(asked) or (not speaks_to_reader(asked) and speaks_to_reader(told))


def _asks_on_board(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether somebody asks on what is a board for certain, if only in the title, or tells of himself."""
    block, body = thread.posts[0].block, thread.posts[0].body
    asked = joined_text([lines[at] for at in body])
    title = joined_text(lines[max(0, block.top - _TITLE_REACH) : block.top])
    return speaks_of_writer(asked) or has_question_mark(asked) or has_question_mark(title)


def _are_counted(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether the lines with the days end with the numbers of the posts."""
    ends = [_COUNTED.search(lines[post.block.anchor.line].text) for post in thread.posts]
    counted = [int(end[1]) for end in ends if end]
    return len(counted) == len(ends) and all(above < below for above, below in pairwise(counted))


def _has_panels(thread: BoardThread) -> bool:
    """Whether half of the blocks or more have many lines that repeat."""
    sizes = [post.block.bottom - post.block.top + 1 - len(post.block.free) for post in thread.posts]
    return sum(size >= _PANEL for size in sizes) * 2 >= len(sizes)


def _of(lines: Sequence[Line], span: Span | None) -> str | None:
    return None if span is None else text_at(lines, span)


def _has_article(lines: Sequence[Line], thread: BoardThread) -> bool:
    """Whether sentences stand above the first post: then posts are remarks on a text of somebody else's."""
    above = [line.text for line in lines[: thread.posts[0].block.top]]
    sentences = [text for text in above if text.endswith((".", "!")) and len(text.split()) >= _SENTENCE_WORDS]
    return len(sentences) > _MAX_SENTENCES or any(len(text) > _LONG_LINE for text in above)
