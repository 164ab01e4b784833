"""Whether a page without marks, which was read as a question with answers, may be an article."""

import re

from extractor.layout.wordings import one_of
from extractor.readers.text.grammar.persons import speaks_of_writer, speaks_to_reader
from extractor.readers.text.grammar.states import State
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import has_question_mark, word_set

_NUMBERED = re.compile(rf"(?:{one_of(word_set('counted_headings'))}) #?\d+(?! ?\w)", re.IGNORECASE)


def may_be_article(read: TextReading) -> bool:
    """Whether the headlines, or the title alone, look like headings of one text, or nobody asks and nobody is told."""
    return _is_heading_and_text(read) or _has_section_headings(read) or _is_impersonal(read)


def headlines_of(read: TextReading) -> list[str]:
    """The headlines of the answers."""
    return read.texts_of(State.HEADLINE)


def _is_heading_and_text(read: TextReading) -> bool:
    """Whether all of the page is a title and one text that nobody signs, in sections or not, as in a FAQ."""
    states = read.reading.states
    if State.QUESTION in states or State.BYLINE in states:
        return False
    return states.count(State.FIRST) + states.count(State.HEADLINE) == 1 or _has_sections(read)


def _has_section_headings(read: TextReading) -> bool:
    """Whether headlines are those of sections: numbered, or nothing is asked but by one; the page may be an article."""
    if any(map(_NUMBERED.match, headlines_of(read))):
        return True
    asked = read.texts_of(State.TITLE, State.QUESTION)
    return any(map(has_question_mark, headlines_of(read))) and not any(map(has_question_mark, asked))


def _has_sections(read: TextReading) -> bool:
    """Whether each headline is the title with something behind it, as above the sections of one text."""
    states = read.reading.states
    if State.TITLE not in states or State.FIRST in states:
        return False
    title = read.cut.items[states.index(State.TITLE)].text
    return all(headline.startswith(title) and headline != title for headline in headlines_of(read))


def _is_impersonal(read: TextReading) -> bool:
    """Whether the only answer, which nobody signs, speaks to nobody, and in what is asked nobody tells of himself."""
    if read.reading.answers > 1 or State.BYLINE in read.reading.states:
        return False
    asked, told = read.text_of(State.TITLE, State.QUESTION), read.text_of(State.FIRST, State.BODY)
    return not (speaks_of_writer(asked) or speaks_to_reader(told))
