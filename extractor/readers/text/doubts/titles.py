"""What speaks against titles: a copy may begin anywhere, and have its lines broken.

Above the title may stand the name of a section, below it what the site says of the question, or the rest of the title.
"""

from collections.abc import Iterator

from extractor.readers.text.doubts.finder import finder
from extractor.readers.text.grammar.features import has_sentences, strip_photo
from extractor.readers.text.grammar.persons import has_persons
from extractor.readers.text.grammar.states import State
from extractor.readers.text.letters.closings import is_name
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, STOPS, asks_something

_MAX_SECTION_WORDS = 4
_HEAD = 5
"""Lines among which the title is."""
MAX_TITLE = 180
"""Characters of a line that asks and may be the title."""
_MAX_REMARK, _MAX_IN_BRACKETS = 40, 160
"""Characters of a line that says who asked, and of what; of one that is all in brackets, as no question begins."""
_TOLD = (*STOPS, "…", "...")
"""The ends of sentences that tell, and of those that break off."""


def sections_above_title(read: TextReading) -> Iterator[int]:
    """Titles that ask nothing, above a line that asks and stands by itself, if they are short or more is asked below.

    Where answers have headlines, or are counted, the page is one of a site whose titles are questions; what a mark says
    is a title is one.
    """
    items, states = read.cut.items, read.reading.states
    if State.HEADLINE not in states and not read.cut.mode.has_count:
        return
    for index in read.reading.places_of(State.TITLE, State.QUESTION):
        if index >= _HEAD or items[index].forced is not None:
            break
        title, below = items[index].text, items[index + 1].text
        is_short = len(title.split()) <= _MAX_SECTION_WORDS or title.endswith(":")
        is_apart = states[index + 2 : index + 3] == (State.QUESTION,) and all(
            item.blanks for item in items[index + 1 : index + 3]
        )
        is_section = not asks_something(title) and (is_short or is_apart)
        if is_section and len(below) <= MAX_TITLE and strip_photo(below).endswith(QUESTION_MARKS):
            yield index


def remarks_below_title(read: TextReading) -> Iterator[int]:
    """A short line without an end of a sentence between the title and a longer question."""
    for title in read.reading.places_of(State.TITLE, State.QUESTION, State.QUESTION):
        index = title + 1
        if index >= _HEAD:
            break
        item, below = read.cut.items[index], read.cut.items[index + 1]
        is_in_brackets = item.text[0] == "(" and item.text[-1] == ")" and len(item.text) <= _MAX_IN_BRACKETS
        is_remark = item.text[-1].isalnum() or item.text[-1] in ")|·"
        is_remark = is_remark and len(item.text) <= _MAX_REMARK < len(below.text)
        if is_in_brackets or (is_remark and not (item.look.opening or item.look.is_closing)):
            yield index


def stories_as_titles(read: TextReading) -> Iterator[int]:
    """The first line, if it is several sentences that are all that is asked, or ask nothing: the title may be lost."""
    states = read.reading.states
    if read.layout.starts_with_title or not states or states[0] != State.TITLE:
        return
    item = read.cut.items[0]
    is_story = State.QUESTION not in states or (State.HEADLINE in states and item.text.endswith(STOPS))
    if item.forced is None and is_story and has_sentences(item.text):
        yield 0


def titles_that_go_on(read: TextReading) -> Iterator[int]:
    """The line directly below a title without an end that begins small."""
    items = read.cut.items
    for index in read.reading.places_of(State.TITLE, State.QUESTION):
        title, item = items[index : index + 2]
        is_close = not item.blanks and item.first != title.last
        if is_close and title.text[-1].isalnum() and item.text[0].islower():
            yield index + 1


def sentences_as_titles(read: TextReading) -> Iterator[int]:
    """Titles above a question that tell something as a sentence does, of who writes or to a reader: a letter begins so.

    Where answers have headlines, titles of questions are written so as well.
    """
    if State.HEADLINE in read.reading.states:
        return
    for index in read.reading.places_of(State.TITLE, State.QUESTION):
        text = read.cut.items[index].text
        if text.endswith(_TOLD) and has_persons(text) and len(text.split()) > _MAX_SECTION_WORDS:
            yield index


def addressed_in_titles(read: TextReading) -> Iterator[int]:
    """Titles that are no more than the name of whom the question addresses: a column is called by who answers in it."""
    for index in read.reading.places_of(State.TITLE, State.QUESTION):
        title, asked = read.cut.items[index].text, read.cut.items[index + 1].text
        if is_name(title) and any(f"{title}{end}" in asked for end in ",:!"):
            yield index


OF_TITLES = (
    finder(
        sections_above_title,
        "title question",
        "it asks nothing, and the line below it does: it may be the name of a section",
    ),
    finder(
        remarks_below_title, "title question question", "it stands between title and question, and may be the site's"
    ),
    finder(
        stories_as_titles, "title", "it is more than one sentence and nothing else is asked: it may be the question"
    ),
    finder(sentences_as_titles, "title question", "it tells something as a sentence does, and may begin the question"),
    finder(
        addressed_in_titles, "title question", "the question addresses somebody of this name, and it may be a column's"
    ),
    finder(titles_that_go_on, "title question", "it stands directly below the title, and may be the rest of it"),
)
"""What finds lines that something speaks against, and what that is."""
