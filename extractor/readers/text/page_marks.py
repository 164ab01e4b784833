"""All marks of a page: those of its layout, and those that no layout names, as labels, letters and names give them."""

from collections.abc import Sequence

from extractor.layout import Kind, Layout
from extractor.readers.lines import Line
from extractor.readers.text.labels.bare import bare_question, without_other_letters
from extractor.readers.text.labels.captions import caption_hits, section_hits, without_teasers
from extractor.readers.text.labels.comments import with_comments, with_counted_answers
from extractor.readers.text.labels.dated import answered_hits, asked_days, signed_hits
from extractor.readers.text.labels.headed import doctor_alone, with_headlines, with_names, with_repeated_title
from extractor.readers.text.labels.labelled import (
    bare_label_hits,
    label_hits,
    titles_above,
    with_specialties,
)
from extractor.readers.text.labels.numbered import (
    counted_bylines,
    listed_bylines,
    numbered_hits,
    with_numbered_answers,
    without_counts_of_doctors,
)
from extractor.readers.text.labels.verbs import with_verbs
from extractor.readers.text.letters.aged import aged_hits
from extractor.readers.text.letters.beside import beside_hits
from extractor.readers.text.letters.chats import chat_hits
from extractor.readers.text.letters.letter import letter_hits, may_be_letter, titled_above
from extractor.readers.text.letters.mailbag import mailbag_hits, with_letters
from extractor.readers.text.letters.salutations import salutation_end
from extractor.readers.text.matcher import TELLING, Hit, above_end, matcher_of, merged, with_further
from extractor.readers.text.page import TextPage

_TELLING = TELLING | {Kind.BYLINE}
"""Marks that say how a page is to be read."""
_LABELS = frozenset((Kind.QUESTION, Kind.ANSWER, Kind.COUNT))


def marks_of(page: TextPage, layout: Layout) -> list[Hit]:
    """The marks of the layout, and the days of questions that stand in paragraphs of their own."""
    hits = without_counts_of_doctors(page.lines, _found(page, layout))
    return with_further(hits, asked_days(page.lines, hits))


def _found(page: TextPage, layout: Layout) -> list[Hit]:
    """The marks of the layout on a page, in which lines may stand twice by mistake, or because the site wants it."""
    find = matcher_of(layout).find
    hits = find(page.told_once, page.lines)
    if page.told_once is page.text:
        return hits
    printed = find(page.text, page.lines)
    return hits if {hit.kind for hit in printed} <= {hit.kind for hit in hits} else printed


def with_labels(page: TextPage, hits: list[Hit]) -> list[Hit]:
    """The marks of a page of no known site with its further labels, whatever they stand in front of."""
    hits = with_further(with_numbered_answers(page.text, hits), section_hits(page.lines, hits))
    return with_comments(page.lines, with_verbs(page.lines, with_counted_answers(hits)))


def with_letters_and_names(page: TextPage, hits: list[Hit]) -> list[Hit]:
    """The marks of such a page, which is no board, with where letters begin and end, and who asks and answers."""
    hits = with_letters(page.lines, without_teasers(page.text, without_other_letters(page.lines, hits)))
    hits = with_repeated_title(page.lines, with_headlines(page.lines, with_specialties(page.lines, hits)))
    hits = with_further(_with_letter(hits, page), caption_hits(page.text, page.lines))
    return with_names(page.lines, hits)


def _with_letter(hits: list[Hit], page: TextPage) -> list[Hit]:
    """The marks with those of a letter, or thread, if none says how to read the page, or with who signed a question.

    The letters of a column say more than labels that fit the same lines.
    """
    lines = above_end(page.lines, hits)
    told = [hit for hit in hits if hit.last < len(lines)]
    if letters := aged_hits(lines) or beside_hits(lines):
        return merged(hits, letters)
    if column := mailbag_hits(lines):
        return merged(with_column(lines, hits, column), titles_above(lines, column))
    kinds = [hit.kind for hit in hits]
    may_be_chat = _LABELS.isdisjoint(kinds) and (page.may_be_unmarked or may_be_letter(page.text))
    if may_be_chat and (chat := chat_hits(lines)):
        return merged(hits, chat)
    bare = [] if Kind.ANSWER in kinds else numbered_hits(lines) or bare_label_hits(lines)
    is_told = any(hit.kind in _TELLING and not signs_page(hit, lines) for hit in told)
    is_named = any("asker" in hit.groups for hit in hits)
    found = bare or (label_hits(lines, told) if is_told else letter_hits(lines, is_named=is_named))
    found = found or ([] if is_told else bare_question(lines) or doctor_alone(lines))
    found += [*signed_hits(lines, told), *answered_hits(lines, told), *listed_bylines(lines)]
    found += counted_bylines(page.text, lines, told)
    return with_further(hits, found)


def signs_page(hit: Hit, lines: Sequence[Line]) -> bool:
    """Whether a mark only says who answers, on the last line of the page."""
    return hit.kind is Kind.BYLINE and hit.last == len(lines) - 1


def with_column(lines: Sequence[Line], hits: Sequence[Hit], column: Sequence[Hit]) -> list[Hit]:
    """The marks of a page with those of its letters, which say more than others on their lines but for a reply's label.

    What greets somebody above the first letter is none.
    """
    labels = {hit.first for hit in hits if hit.kind is Kind.ANSWER and "body" in hit.groups}
    signed = {hit.first: titled_above(lines, hit.first + 1) for hit in column if hit.first + 1 in labels}
    own = [hit for hit in column if hit.kind is not Kind.ANSWER or not (hit.first in labels or signed.get(hit.first))]
    own += [byline for bylines in signed.values() for byline in bylines]
    named = {hit.first for hit in hits if "asker" in hit.groups}
    own = [hit for hit in own if hit.kind is not Kind.META or hit.first not in named]
    taken = {hit.first for hit in own}
    others = [
        hit
        for hit in hits
        if hit.first not in taken and not (hit.first < column[0].first and salutation_end(lines[hit.first].text))
    ]
    return [*own, *others]
