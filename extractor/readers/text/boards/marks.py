"""A thread as the rest of the reader knows a page: marks, and for each line of words what it is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from extractor.layout import Kind, Side
from extractor.readers.lines import Line
from extractor.readers.people.numbers import count_in
from extractor.readers.text.boards.forms import may_be_thread, text_at
from extractor.readers.text.boards.thread import BoardPost, BoardThread, Count, thread_of
from extractor.readers.text.boards.titles import Title, title_of
from extractor.readers.text.grammar.states import State
from extractor.readers.text.letters.letter import may_be_letter
from extractor.readers.text.matcher import OF_TEXTS, Hit, taken_by
from extractor.readers.text.page import TextPage
from extractor.records import Span

_MIN_TITLE = 12
_MAX_ICON = 20
"""Characters of an icon's name in front of a title."""


class Board(NamedTuple):
    """The marks of a thread, the state of each line of words, and on which side of a post its author is named."""

    hits: list[Hit]
    states: Mapping[int, int]
    side: Side
    is_clear: bool
    """Whether all of it can be nothing else."""


def board_of(page: TextPage, hits: Sequence[Hit]) -> Board | None:
    """The page as a thread of a board, if it is one; of its other marks (`hits`) the number of answers is kept."""
    text, lines = page.text, page.lines
    kinds = {hit.kind for hit in hits}
    is_likely = OF_TEXTS.isdisjoint(kinds) and (may_be_letter(text) or page.may_be_unmarked)
    if Kind.LINES in kinds or {Kind.QUESTION, Kind.ANSWER} <= kinds or not (is_likely or may_be_thread(text)):
        return None
    counts = [hit for hit in hits if "count" in hit.groups]
    number = count_in(text[slice(*counts[0].groups["count"])]) if len(counts) == 1 else None
    count = None if number is None else Count(number, counts[0].first)
    thread = thread_of(lines, count, is_likely=is_likely)
    return _marked(lines, thread, counts if thread.question else ()) if thread else None


def _marked(lines: Sequence[Line], thread: BoardThread, counts: Sequence[Hit]) -> Board | None:
    answers = thread.posts if thread.question else thread.posts[1:]
    title = _title(lines, thread)
    question = [at for at in thread.question or thread.posts[0].body if not _repeats(lines, at, title)]
    if not question:
        return None
    states = {at: int(State.QUESTION) for at in question}
    states |= {at: int(State.BODY) for post in answers for at in post.body}
    hits = [*_of_question(lines, thread, title, question), *_of_answers(lines, answers, thread), *counts]
    taken = taken_by(hits)
    rest = [Hit(Kind.FURNITURE, at, at, {}) for at in range(len(lines)) if at not in taken and at not in states]
    side = Side.AFTER if thread.is_signed_below else Side.BEFORE
    is_clear = thread.is_clear and (title.is_sure if title else thread.posts[0].block.top == 0)
    return Board(sorted([*hits, *rest], key=lambda hit: hit.first), states, side, is_clear)


def _title(lines: Sequence[Line], thread: BoardThread) -> Title | None:
    if thread.question:
        return Title(0, lines[0].span) if len(thread.question) > 1 else None
    blocks = [post.block for post in thread.posts]
    rest = [lines[at] for block in blocks[1:] for at in range(block.top, block.bottom + 1)]
    first = range(blocks[0].top, blocks[0].bottom + 1)
    if thread.is_signed_below:
        first = range(thread.posts[0].body[0], thread.posts[0].body[0])
    names = frozenset(text_at(lines, post.name) for post in thread.posts if post.name)
    return title_of(lines, first, rest, names)


def _repeats(lines: Sequence[Line], at: int, title: Title | None) -> bool:
    """Whether a line is the title, or ends with it behind the name of an icon."""
    if title is None or at == title.line:
        return title is not None
    told = text_at(lines, title.span)
    return len(told) > _MIN_TITLE and lines[at].text.endswith(told) and len(lines[at].text) <= len(told) + _MAX_ICON


def _of_question(
    lines: Sequence[Line], thread: BoardThread, title: Title | None, question: Sequence[int]
) -> Iterator[Hit]:
    """Marks of the title, of who asks and when, and of where the question begins."""
    block = thread.posts[0].block
    told = {} if thread.question else _facts(thread.posts[0], "asker", "asked_at")
    in_block = title is not None and not thread.question and block.top <= title.line <= block.bottom
    if title and not in_block:
        yield Hit(Kind.TITLE, title.line, title.line, {"title": title.span})
    if not thread.question:
        yield Hit(Kind.META, block.top, block.bottom, told | ({"title": title.span} if title and in_block else {}))
    line = lines[question[0]]
    yield Hit(Kind.QUESTION, question[0], question[0], {"body": line.span})


def _of_answers(lines: Sequence[Line], answers: Sequence[BoardPost], thread: BoardThread) -> Iterator[Hit]:
    """Marks of where each answer begins, and of who wrote it and when."""
    kind = Kind.META if thread.is_signed_below else Kind.BYLINE  # a byline's facts are those of what follows it
    for post in answers:
        line = lines[post.body[0]]
        yield Hit(Kind.ANSWER, post.body[0], post.body[0], {"first": line.span})
        yield Hit(kind, post.block.top, post.block.bottom, _facts(post, "name", "answered_at"))


def _facts(post: BoardPost, who: str, when: str) -> dict[str, Span]:
    return ({who: post.name} if post.name else {}) | ({when: post.day} if post.day else {})
