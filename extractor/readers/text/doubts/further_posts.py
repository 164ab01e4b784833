"""What speaks against lines that go on with an answer: another post may begin there, or something else of the page."""

import re
from collections.abc import Iterator
from operator import eq

from extractor.layout import Kind, labels
from extractor.readers.text.doubts.finder import finder
from extractor.readers.text.grammar.looks import greets_alone, look_at
from extractor.readers.text.grammar.persons import persons_in, tells_of_own
from extractor.readers.text.grammar.states import BEGINNINGS, GOES_ON, TEXTS, State
from extractor.readers.text.letters.chats import speaker_of
from extractor.readers.text.letters.closings import closes
from extractor.readers.text.letters.salutations import is_opening, salutation_end, thanks
from extractor.readers.text.reader import TextReading
from extractor.vocabulary import QUESTION_MARKS, has_question_mark, word_set

_SHORT = 40
"""Characters of a salutation that stands alone, of a name, or of a goodbye."""
_ASKED_AGAIN = (State.TITLE, State.QUESTION)
_LEAST_FURTHER = 60
"""Characters of a paragraph that is no postscript."""
_STOPS = ".!?…"
_WORDS, _COMMENTS = re.compile(r"\w+"), word_set("comments")
_SPEAKER = re.compile(rf"{labels.titled('{0,3}')}: ")
_LETTER = re.compile(r"\AQ (?=[^\W\d_a-z])|[.!?…”\"] Q ?: ")


def labels_in_answers(read: TextReading) -> Iterator[int]:
    """Lines of answers that begin with the letter that labels questions, or hold it with a colon behind a sentence."""
    if "Q" in read.page.text:  # mostly there is none
        for index, item, state in read.told():
            if state != State.QUESTION and "Q" in item.text and _LETTER.search(item.text):
                yield index


def lines_said_twice(read: TextReading) -> Iterator[int]:
    """Lines of a text that are the same as one beside them: captions, buttons, or a copy that has them twice.

    What is asked may be no more than the title again, above a mark.
    """
    texts, states = [line.text for line in read.cut.lines], read.reading.states
    again = {index for index, is_same in enumerate(map(eq, texts, texts[1:]), 1) if is_same}
    again |= {index - 1 for index in again}
    for index, item in enumerate(read.cut.items if again else ()):
        is_title = states[index - 1 : index + 1] == _ASKED_AGAIN and _is_above_mark(read, index)
        if states[index] in TEXTS and not is_title and not again.isdisjoint(range(item.first, item.last + 1)):
            yield index


def _is_above_mark(read: TextReading, index: int) -> bool:
    """Whether a mark stands below an item, or a byline, and no more of the question."""
    below, states = read.cut.items[index + 1 : index + 2], read.reading.states[index + 1 : index + 2]
    return states == (State.BYLINE,) or (states != _ASKED_AGAIN[1:] and any(item.gap.flags for item in below))


def gaps_in_texts(read: TextReading) -> Iterator[int]:
    """The only line of a page below more than one blank line, if it goes on with a text: what stood there is lost.

    Where the declared number of answers came true, no more than a line of the same text is.
    """
    items, states = read.cut.items, read.reading.states
    is_told = read.cut.mode.is_dense or read.cut.declared == read.reading.answers
    wide = [] if is_told else [index for index, item in enumerate(items) if item.blanks > 1]
    if len(wide) == 1 and states[wide[0] - 1 : wide[0] + 1] in GOES_ON and not items[wide[0]].gap.flags:
        yield wide[0]


def parts_without_gaps(read: TextReading) -> Iterator[int]:
    """The last line of the question, on a site whose texts wide gaps part, if the page has none, and no label."""
    is_doubtful = read.layout.has_wide_gaps and not any(hit.kind is Kind.ANSWER for hit in read.cut.hits)
    if is_doubtful and not any(item.blanks > 1 for item in read.cut.items):
        yield from read.reading.places_of(State.QUESTION)[-1:]


def answers_in_questions(read: TextReading) -> Iterator[int]:
    """The last line of a question above an answer, if it asks nothing and tells of nobody, and the one above has asked.

    The label of the answer, or who gives it, may have changed places with its first line.
    """
    items = read.cut.items
    for opening in (*BEGINNINGS, State.BYLINE):
        for index in read.reading.places_of(State.QUESTION, State.QUESTION, opening):
            above, text = items[index].text, items[index + 1].text
            is_told = len(text) > _SHORT and persons_in(text) <= 0 and not tells_of_own(text)
            if is_told and has_question_mark(above) and not has_question_mark(text):
                yield index + 1


def texts_below_farewells(read: TextReading) -> Iterator[int]:
    """Paragraphs that go on with an answer below one whose last sentence says goodbye: another may begin there."""
    items = read.cut.items
    for opening in (State.FIRST, State.BODY):
        for index in read.reading.places_of(opening, State.BODY):
            above, item = items[index].text, items[index + 1]
            if item.blanks and len(item.text) >= _LEAST_FURTHER and _says_goodbye(above):
                yield index + 1


def _says_goodbye(text: str) -> bool:
    """Whether the last of several sentences says goodbye, or hopes that the answer helps."""
    told = text.rstrip(".!")
    stop = max(map(told.rfind, _STOPS))
    last = text[stop + 2 :] if stop >= 0 and told[stop + 1 : stop + 2] == " " else ""
    return 0 < len(last) <= _SHORT * 2 and look_at(last.lstrip()).is_closing


def speakers_in_answers(read: TextReading) -> Iterator[int]:
    """Lines that go on with an answer, and begin with a doctor's name and a colon, or with any name in a chat.

    So do comments: of who asked, or signed the question, who thanks, or whose name a bracket is behind, or called so.
    """
    groups = [hit.groups for hit in read.cut.hits]
    is_chat = any({"asker", "body"} <= group.keys() for group in groups)
    askers = {read.page.text[slice(*group["asker"])] for group in groups if "asker" in group}
    signed = ""
    for index, item, state in read.told():
        signed = item.text[-_SHORT:] if state == State.QUESTION else signed
        if state == State.BODY and (speaks := speaker_of(item.text)):
            has_asked = speaks["who"] in askers or speaks["who"] in signed
            if is_chat or has_asked or _SPEAKER.match(item.text) or _comments(speaks):
                yield index


def _comments(speaks: re.Match[str]) -> bool:
    """Whether who speaks comments on an answer."""
    who, told = speaks["who"], speaks.string[speaks.end() :]
    is_comment = who[-1] == ")" or not _COMMENTS.isdisjoint(_WORDS.findall(who.casefold()))
    return is_comment or thanks(told) or closes(told)


def questions_above_answers(read: TextReading) -> Iterator[int]:
    """The last line of an answer above the next one, if it asks: that may be the answer to it."""
    for index in read.reading.places_of(State.BODY, State.FIRST):
        if read.cut.items[index].text.endswith(QUESTION_MARKS):
            yield index


def greetings_in_texts(read: TextReading) -> Iterator[int]:
    """Lines that go on with a text, and greet somebody: another letter may begin there, or the reply to this one.

    One below another greets the same, and thanks for answers end questions.
    """
    above, opening, is_greeted = State.START, None, False
    for index, item, state in read.told():
        look, goes_on = item.look, (above, state) in GOES_ON
        opening = opening if goes_on else look.opening
        is_greeting = look.opening == "greeting"
        if goes_on and is_greeting and not (is_greeted or look.is_closing):
            is_told = is_opening(item.text) if state == State.QUESTION else opening != "greeting"
            is_told = is_told or salutation_end(item.text) > 0 or greets_alone(item.text, look)
            if is_told and not (state == State.QUESTION and closes(item.text)):
                yield index
        above, is_greeted = state, is_greeting


FURTHER = (
    finder(labels_in_answers, "", "the label of a question stands in it"),
    finder(
        lines_said_twice,
        "",
        "it says the same as the line beside it, and may be a caption, or stand here twice by mistake",
    ),
    finder(
        texts_below_farewells,
        "first body | body body",
        "the text above says goodbye, and another answer may begin here",
    ),
    finder(
        gaps_in_texts,
        "question question | first body | body body",
        "no other lines of the page are as far apart, and what stood between these two may be lost",
    ),
    finder(parts_without_gaps, "question", "wide gaps part the texts of this site, and the answer may begin in it"),
    finder(
        answers_in_questions,
        "question question headline | question question first | question question byline",
        "it asks nothing and tells of nobody, and may be the first line of the answer",
    ),
    finder(speakers_in_answers, "body", "it begins with the name of who speaks"),
    finder(questions_above_answers, "body first", "it asks, and the next answer may be one to it"),
    finder(
        greetings_in_texts,
        "question question | first body | body body",
        "it greets somebody, and another letter or reply may begin there",
    ),
)
"""What finds lines that something speaks against, and what that is."""
