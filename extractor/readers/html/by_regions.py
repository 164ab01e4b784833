"""A page read by its elements: those that selectors name; where they do not tell, the blocks that repeat."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from extractor.layout import POSTS, HtmlFacts, Layout, Part, Selector
from extractor.layout.html import MARK
from extractor.readers.html.labelled_rows import set_rows
from extractor.readers.html.no_questions import asks_nothing
from extractor.readers.html.other_sections import set_aside
from extractor.readers.html.page import HtmlPage, Shown, show
from extractor.readers.html.posts import words
from extractor.readers.html.posts.by_shape import called
from extractor.readers.html.posts.by_shape.acceptance import (
    answer_somebody,
    are_answers_of_doctors,
    are_signed_answers,
    may_be_answered,
)
from extractor.readers.html.posts.by_shape.marking import SECTION, mark_posts
from extractor.readers.html.posts.regions.completing import complete
from extractor.readers.html.posts.regions.marked import threads_of
from extractor.readers.html.posts.regions.post import Post, lines_of, posts_of, touches
from extractor.readers.html.posts.regions.question import strays, with_question
from extractor.readers.html.posts.regions.records import question_of, to_records
from extractor.readers.html.posts.votes import mark_votes
from extractor.readers.html.rendering.ratings import mark_ratings
from extractor.readers.html.rendering.rendered import Rendered
from extractor.readers.html.rendering.selectors import Rules
from extractor.readers.html.schema_org.microdata import MARKUP, are_of_firms
from extractor.readers.text.matcher import matcher_of
from extractor.records import QAPage, doubt

_LONGEST_LINE = 160
"""Characters of a line that may say who gave an answer."""


def read_regions(page: HtmlPage) -> Shown:
    """The page by the selectors of its site and of schema.org; where they do not tell, by the blocks that repeat.

    A page that shows no answers either way comes back with its text, which the grammar may read; of a board with none.
    """
    set_aside(page.parsed.root)
    set_rows(page.parsed.root)
    named = _by_selectors(page)
    if named and _names_somebody(named.records):
        return named
    if page.is_described and not page.is_of_site:  # of an engine: where it shows no posts, it lists threads and people
        return named if named and _answers(named.records) else Shown(Rendered(""))
    kind = mark_posts(page.parsed.root) if page.is_searchable else None
    if named and kind is None:
        return named
    mark_ratings(page.parsed.root)
    mark_votes(page.parsed.root)
    shown = show(page, _block_rules(_own_facts(page.layout), page.generic.html))
    return _by_blocks(page, shown, kind, named) or named or Shown(shown)


def _by_selectors(page: HtmlPage) -> Shown | None:
    """The page by what its elements are called; None if nothing that is known is called anything."""
    if not (page.has_markup or page.is_described):
        return None
    shown = show(page, _rules(_own_facts(page.layout), has_markup=page.has_markup))
    shown = complete(with_question(shown, matcher_of(page.generic), asks_first=_asks_first(page.layout)))
    records = to_records(shown, page.layout)
    if page.layout.is_generic and not _names_somebody(records):
        told = doubt.unread_bylines() if _leaves_bylines(shown) else doubt.unsigned()
        records = [doubt.doubted(record, [told]) for record in records]
    elif page.layout.is_generic and are_of_firms(page.parsed.root):
        records = [doubt.doubted(record, [doubt.asked_itself()]) for record in records]
    return Shown(shown, records)


def _by_blocks(page: HtmlPage, shown: Rendered, kind: str | None, named: Shown | None) -> Shown | None:
    """The page by its blocks that repeat; None if they are doubtful, or hold less than the `named` elements."""
    if not any(region.part is Part.ANSWER for region in shown.regions):
        return None
    are_called = called.are_answers(page.parsed.root)
    asks_first = called.asks_first(page.parsed.root) or (False if are_called else None)
    shown = with_question(shown, matcher_of(page.generic), asks_first=asks_first)
    if named is None and not (are_called or _may_be_answered(shown)):
        return None
    shown = complete(shown)
    are_comments = called.are_comments(page.parsed.root)
    found = [_less_sure(record, are_comments=are_comments) for record in to_records(shown, page.layout)]
    if not _names_somebody(found) and _leaves_lines(shown):
        found = [doubt.doubted(record, [doubt.unread_bylines()]) for record in found]
    is_torn = 2 * len(strays(shown)) >= _answers(found)
    is_list = named is None and any(asks_nothing(record, page.parsed.root) for record in found)
    if is_torn or is_list or (kind == SECTION and not _are_signed(found)):
        return None
    if named and _answers(named.records):
        return Shown(shown, found) if _is_fuller(found, named.records) else None
    return Shown(shown, _believed(found[0], are_called=are_called) if len(found) == 1 else ())


def _believed(record: QAPage, *, are_called: bool) -> Sequence[QAPage]:
    """A record of posts that were found by their shape, if something says that they answer what is asked."""
    if answer_somebody(record):
        return [record]
    if are_answers_of_doctors(record) or (are_called and are_signed_answers(record)):
        return [record if record.warnings else doubt.doubted(record, [doubt.found_by_shape()])]
    return []


def _may_be_answered(shown: Rendered) -> bool:
    """Whether the answers that were found may be some: told by what stands above them, before they are read."""
    thread = threads_of(shown)[0]
    is_open = thread.question.whole is not None or thread.question.has(Part.COUNT)  # a post that is not read yet
    return is_open or may_be_answered(question_of(thread, shown))


def _own_facts(layout: Layout) -> HtmlFacts | None:
    return None if layout.is_generic else layout.html


@cache
def _rules(facts: HtmlFacts | None, *, has_markup: bool) -> Rules:
    """A site's selectors, and behind them those of schema.org if the page has any."""
    own = facts.selectors if facts else ()
    return Rules((*own, *MARKUP.selectors) if has_markup else own)


@cache
def _block_rules(facts: HtmlFacts | None, generic: HtmlFacts | None) -> Rules:
    """Selectors where the posts are the blocks that repeat; what the site takes for a post is then its text."""
    own = facts.selectors if facts else ()
    inner = [replace(one, part=Part.BODY) if one.part is Part.ANSWER else one for one in own]
    return Rules((Selector(Part.ANSWER, f"[{MARK}]"), *inner, *(generic.selectors if generic else ())))


def _asks_first(layout: Layout) -> bool:
    return layout.html is not None and layout.html.asks_first


def _answers(records: Sequence[QAPage]) -> int:
    return sum(len(record.answers) for record in records)


def _names_somebody(records: Sequence[QAPage]) -> bool:
    """Whether an answer says who gave it."""
    return any(answer.doctor for record in records for answer in record.answers)


def _leaves_bylines(shown: Rendered) -> bool:
    """Whether most answers hold a line with a date that is part of nothing, or one stands between them.

    It may say who gave them.
    """
    lines = list(lines_of(shown))
    answers = [post for post in posts_of(shown, lines) if post.whole.part is Part.ANSWER]
    dated = [line for line in lines if words.DATE.search(line.text)]
    pairs = pairwise(post.whole for post in answers)
    between = [any(above.end <= line.start and line.end <= below.start for line in dated) for above, below in pairs]
    return 2 * sum(map(_leaves_date, answers)) > len(answers) or 2 * sum(between) > len(between)


def _leaves_date(post: Post) -> bool:
    named = [region for region in post.regions if region.part not in POSTS]
    dated = (line for line in post.lines if words.DATE.search(line.text))
    return any(not any(touches(region, line) for region in named) for line in dated)


def _leaves_lines(shown: Rendered) -> bool:
    """Whether most answers have a line between them that no label is: it may say who gave them."""
    answers = [region for region in shown.regions if region.part is Part.ANSWER]
    between = [shown.text[above.end : below.start].strip() for above, below in pairwise(answers)]
    return 2 * sum(0 < len(text) <= _LONGEST_LINE and not called.is_label(text) for text in between) > len(between)


def _are_signed(records: Sequence[QAPage]) -> bool:
    """Whether there are as many answers as the page declares, or most say who gave them."""
    if any(record.declared_answer_count == len(record.answers) for record in records):
        return True
    signed = [answer.doctor is not None for record in records for answer in record.answers]
    return 2 * sum(signed) > len(signed)


def _less_sure(record: QAPage, *, are_comments: bool) -> QAPage:
    """A record of posts that were found by their shape: doubtful unless the page says how many there are."""
    record = record.model_copy(update={"confidence": min(record.confidence, doubt.BY_SHAPE)})
    if record.declared_answer_count is not None and not are_comments:
        return record
    return doubt.doubted(record, [doubt.found_by_shape()])


def _is_fuller(found: Sequence[QAPage], records: Sequence[QAPage]) -> bool:
    """Whether `found` has no fewer answers, and names who gave them."""
    return _answers(found) >= _answers(records) and _names_somebody(found)
