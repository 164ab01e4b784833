"""A page read as a thread: people who are no members of a profession talk, one post after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.readers.html.page import HtmlPage, Shown
from extractor.readers.html.posts.by_shape.acceptance import answer_somebody, are_of_a_profession
from extractor.readers.html.posts.decide import Doubt, Remarks, Thread
from extractor.readers.html.posts.doubts import with_doubts
from extractor.readers.html.posts.engines import may_be_of_engine
from extractor.readers.html.posts.later import is_later_page
from extractor.readers.html.posts.loose_lines import set_apart
from extractor.readers.html.posts.parts import rendered
from extractor.readers.html.posts.preformatted import break_lines
from extractor.readers.html.posts.regions.question import with_question
from extractor.readers.html.posts.regions.records import to_records
from extractor.readers.html.posts.thread import find_thread
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.witness import is_article
from extractor.readers.html.rendering.head import Head
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.people.names import is_titled_name
from extractor.readers.text.matcher import matcher_of
from extractor.records import QAPage
from extractor.vocabulary import has_question_mark

_FEWEST_WORDS = 6
"""Words of a line that two people do not write by chance."""
_REMARKS = Shown(Rendered(""), is_spare=True, are_comments=True)
"""No thread: what stands above them is an article as a rule."""


def read_thread(page: HtmlPage) -> Shown | None:
    """The page's thread; None if it shows none. Remarks are set aside, and what is left is read without them."""
    if not page.is_searchable or (page.is_of_site and not may_be_of_engine(page.parsed.data)):
        return None
    break_lines(page.parsed.root)
    tree = Tree(page.parsed.root)
    address = page.head.url or ""
    thread = find_thread(tree, page.blocks.values, address, only_engines=page.is_of_site)
    if thread is None and not page.is_of_site and set_apart(tree):
        tree = Tree(page.parsed.root)
        thread = find_thread(tree, page.blocks.values, address)
    if isinstance(thread, Remarks) and not page.is_of_site:
        _set_aside(tree, thread.posts)
        return _REMARKS
    if isinstance(thread, Thread) and _begins_elsewhere(tree, thread, page.head):
        thread = replace(thread, doubts=[*thread.doubts, Doubt("later-page")])
    is_of_engine = isinstance(thread, Thread) and thread.posts.engine is not None
    if not is_of_engine and is_article((), page.blocks.types) and not page.blocks.values:
        return None
    return _shown(page, tree, thread) if isinstance(thread, Thread) else None


def _set_aside(tree: Tree, posts: Sequence[int]) -> None:
    """Have nobody take posts for answers to what stands above them."""
    for post in posts:
        tree.elements[post].tag = "aside"


def _begins_elsewhere(tree: Tree, thread: Thread, head: Head) -> bool:
    """Whether the thread has pages before this one, which does not repeat the post that opens it."""
    is_opened = thread.posts.is_opened or thread.opens_topic or not thread.asks_first
    return not is_opened and is_later_page(tree, thread.posts, head)


def _talks(thread: Thread, records: Sequence[QAPage]) -> Iterator[Doubt]:
    """What tells that people talk, as the doubt if it does alone: who asks writes again, or answers are called so."""
    if thread.is_conversation:
        yield Doubt("unnamed")
    asked = (f"{record.question.title or ''}{record.question.body or ''}" for record in records)
    if thread.is_answered and (thread.opens_topic or any(map(has_question_mark, asked))):
        yield Doubt("only-called")


def _only_posts(thread: Thread, records: Sequence[QAPage]) -> Iterator[Doubt]:
    """The doubt about posts that nothing but their name makes a talk, or nothing but what they say.

    Where who asks is a doctor as all who answer, a house may show who works there.
    """
    if not thread.is_talk or (are_of_a_profession(records) and any(map(_asks_with_title, records))):
        yield Doubt("only-posts")
    elif not (thread.is_forum or thread.is_answered or any(map(_is_returned_to, records))):
        yield Doubt("unnamed")


def _asks_in_title(record: QAPage) -> bool:
    return has_question_mark(record.question.title or "")


def _asks_with_title(record: QAPage) -> bool:
    return is_titled_name(record.question.asker or "")


def _is_returned_to(record: QAPage) -> bool:
    """Whether who asks writes again."""
    asker = record.question.asker
    return asker is not None and any(answer.doctor and answer.doctor.name == asker for answer in record.answers)


def _repeats(record: QAPage) -> bool:
    """Whether a line of a post is one of somebody else's before it: a quote that nothing marks."""
    told: dict[str, str] = {}
    posts = [(record.question.asker, record.question.body)]
    posts += [(answer.doctor.name if answer.doctor else None, answer.body) for answer in record.answers]
    for name, body in posts:
        for line in (body or "").split("\n"):
            if len(line.split()) >= _FEWEST_WORDS and told.setdefault(line.strip(), name or "") != (name or ""):
                return True
    return False


def _is_counted(record: QAPage) -> bool:
    """Whether the page says that there are as many answers as were found."""
    return record.declared_answer_count == len(record.answers)


def _shown(page: HtmlPage, tree: Tree, thread: Thread) -> Shown | None:
    """The thread, if its markup is an engine's, or those who answer are people of a forum, or talk with who asks."""
    shown = with_question(rendered(tree, thread, page.head), matcher_of(page.generic), asks_first=thread.asks_first)
    records = to_records(shown, page.layout)
    if thread.is_among_comments and not any(map(_asks_in_title, records)):
        _set_aside(tree, thread.posts.posts)
        return _REMARKS
    if thread.posts.engine is None:
        if not (thread.is_forum or answer_somebody(records)):
            told = list(_talks(thread, records))
            if not told and thread.are_remarks:
                _set_aside(tree, thread.posts.posts)
                return _REMARKS
            if not told:
                return None
            thread = replace(thread, doubts=[*thread.doubts, *(told if len(told) == 1 else ())])
        elif not any(map(_is_counted, records)):
            thread = replace(thread, doubts=[*thread.doubts, *_only_posts(thread, records)])
        if any(map(_repeats, records)):
            thread = replace(thread, doubts=[*thread.doubts, Doubt("quotes-left")])
        if thread.is_among_comments:
            thread = replace(thread, doubts=[*thread.doubts, Doubt("asked-in-comment")])
    is_spare = thread.posts.engine is None and (page.has_markup or are_of_a_profession(records))
    are_comments = thread.are_comments and not any(map(_is_counted, records))
    if are_comments:
        _set_aside(tree, thread.posts.posts[thread.asks_first :])
    return Shown(
        shown,
        [with_doubts(record, thread) for record in records],
        is_spare=is_spare or are_comments,
        is_thread=True,
        are_comments=are_comments,
    )
