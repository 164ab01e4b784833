"""All marks of a page, those of its layout and those that no layout names."""

from extractor.layout import Kind
from extractor.readers.lines import split_lines
from extractor.readers.text.letters.mailbag import mailbag_hits
from extractor.readers.text.matcher import Hit, matcher_of
from extractor.readers.text.page_marks import with_column
from extractor.sites.generic import LAYOUT

LETTER = "Dear Nora: My heel hurts in the morning. What can I do?"


def test_a_label_in_front_of_a_reply_is_no_part_of_it() -> None:
    page = f"{LETTER} — R.V.\n\nAnswer: Rest it."
    lines = split_lines(page)
    reply = with_column(lines, matcher_of(LAYOUT).find(page, lines), mailbag_hits(lines))[-1]
    assert page[slice(*reply.groups["body"])] == "Rest it."


def test_a_name_between_a_letter_and_the_label_of_the_reply_says_who_answers() -> None:
    page = f"{LETTER} — R.V.\n\nDr. Rowe\n\nAnswer: Rest it."
    lines = split_lines(page)
    column = with_column(lines, matcher_of(LAYOUT).find(page, lines), mailbag_hits(lines))
    assert [(hit.kind, hit.first) for hit in column if hit.first] == [(Kind.BYLINE, 1), (Kind.ANSWER, 2)]


def test_what_greets_somebody_above_the_first_letter_is_no_mark() -> None:
    lines = split_lines(f"Dear Nora: On heels\n\n{LETTER} — Lame\n\nDear Lame: Run.\n\nDear Nora: Last week you")
    column = mailbag_hits(lines)
    marks = [Hit(Kind.ANSWER, index, index, {}) for index in range(4)]
    assert with_column(lines, marks, column) == column
