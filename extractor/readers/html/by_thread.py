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


def _talks(thread: Thread, record: QAPage) -> Iterator[Doubt]:
    """What tells that people talk, as the doubt if it does alone: who asks writes again, or answers are called so."""
    if thread.is_conversation:
        yield Doubt("unnamed")
    asked = f"{record.question.title or ''}{record.question.body or ''}"
    if thread.is_answered and (thread.opens_topic or has_question_mark(asked)):
        yield Doubt("only-called")


def _only_posts(thread: Thread, record: QAPage) -> Iterator[Doubt]:
    """The doubt about posts that nothing but their name makes a talk, or nothing but what they say.

    Where who asks is a doctor as all who answer, a house may show who works there.
    """
    if not thread.is_talk or (are_of_a_profession(record) and is_titled_name(record.question.asker or "")):
        yield Doubt("only-posts")
    elif not (thread.is_forum or thread.is_answered or _is_returned_to(record)):
        yield Doubt("unnamed")


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


def _doubts(thread: Thread, record: QAPage) -> list[Doubt] | None:
    """What is doubtful about posts of no known engine, by what they say; None if nothing tells that people talk."""
    doubts: list[Doubt] = []
    if not (thread.is_forum or answer_somebody(record)):
        told = list(_talks(thread, record))
        if not told:
            return None
        doubts += told if len(told) == 1 else ()
    elif record.declared_answer_count != len(record.answers):
        doubts += _only_posts(thread, record)
    if _repeats(record):
        doubts.append(Doubt("quotes-left"))
    if thread.is_among_comments:
        doubts.append(Doubt("asked-in-comment"))
    return doubts


def _shown(page: HtmlPage, tree: Tree, thread: Thread) -> Shown | None:
    """The thread, if its markup is an engine's, or those who answer are people of a forum, or talk with who asks."""
    shown = with_question(rendered(tree, thread, page.head), matcher_of(page.generic), asks_first=thread.asks_first)
    (record,) = to_records(shown, page.layout)
    is_known = thread.posts.engine is not None
    doubts = [] if is_known else _doubts(thread, record)
    are_all_comments = thread.is_among_comments and not has_question_mark(record.question.title or "")
    if are_all_comments or (doubts is None and thread.are_remarks):
        _set_aside(tree, thread.posts.posts)
        return _REMARKS
    if doubts is None:
        return None
    are_comments = thread.are_comments and record.declared_answer_count != len(record.answers)
    if are_comments:
        _set_aside(tree, thread.posts.posts[thread.asks_first :])
    return Shown(
        shown,
        [with_doubts(record, replace(thread, doubts=[*thread.doubts, *doubts]))],
        is_spare=are_comments or (not is_known and (page.has_markup or are_of_a_profession(record))),
        is_thread=True,
        are_comments=are_comments,
    )
