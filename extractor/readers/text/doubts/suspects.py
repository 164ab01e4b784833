"""What speaks against a reading although it is the best: lines that look like parts of something that was not found.

A byline or a vote line that is damaged is read as a headline or as body, often without a rival. These checks lower the
margin of such lines, so that their answer is flagged.
"""

from collections.abc import Iterator, Sequence

from extractor.layout import Kind, Side
from extractor.readers.people.names import is_titled_name
from extractor.readers.text.doubts.edges import AT_EDGES
from extractor.readers.text.doubts.finder import Finders, finder
from extractor.readers.text.doubts.fragments import (
    folded_texts,
    has_odd_place,
    holds_day,
    is_displaced,
    is_lone_specialty,
    is_odd,
    looks_damaged,
    pictures_in_texts,
)
from extractor.readers.text.doubts.further_posts import FURTHER
from extractor.readers.text.doubts.misplaced import MISPLACED
from extractor.readers.text.doubts.names_as_text import names_above_text, names_apart, names_below_texts
from extractor.readers.text.doubts.notices import OF_SITE
from extractor.readers.text.doubts.titles import OF_TITLES
from extractor.readers.text.grammar.features import only_tells
from extractor.readers.text.grammar.items import Item
from extractor.readers.text.grammar.states import TEXTS, State
from extractor.readers.text.letters.closings import MAX_NAME
from extractor.readers.text.letters.salutations import is_opening, salutation_end
from extractor.readers.text.reader import TextReading, first_lines_below_bylines
from extractor.vocabulary import SENTENCE_ENDS

_MAX_FRAGMENT = 90
_OPENING = (State.QUESTION, State.HEADLINE, State.FIRST)
"""What opens a text, and is no name."""


def suspects(read: TextReading) -> Iterator[tuple[int, str]]:
    """The numbers of the items that something speaks against being what they are read as, and what."""
    mode = read.cut.mode
    has_labelled_bylines = mode.side is Side.BEFORE and mode.has_labels and mode.has_bylines
    above = State.START
    for index, item, state in read.told():
        why: str | None = None
        if state == State.BYLINE:
            is_partial = is_odd(item) if item.forced is None else not read.layout.is_generic and is_displaced(item)
            why = "a part of this byline seems to be missing" if is_partial or has_odd_place(item) else None
        elif item.blanks and state == State.BODY and not read.layout.has_paragraphs:
            why = "answers of this site have no blank lines inside"
        elif has_labelled_bylines and state == State.FIRST and above != State.BYLINE:
            why = "a label opens this answer, where others are opened by a byline and a label"
        elif state == State.TITLE and mode.is_labelled_below and (item.text[-1] == ":" or only_tells(item.text)):
            why = "it introduces what stands below it, or is more than one sentence, and may be no title"
        elif state != State.UNASSIGNED and len(item.text) <= _MAX_FRAGMENT:
            why = _against_text(read, index)
        if why:
            yield index, why
        above = state
    yield from (_IN_GENERIC if read.layout.is_generic else _IN_KNOWN).suspects(read)


def _above_salutations(read: TextReading) -> Iterator[int]:
    """Lines of a question above one that greets somebody and begins a letter: a title, or what introduces it."""
    items, states = read.cut.items, read.reading.states
    for index in read.reading.places_of(State.QUESTION, State.QUESTION):
        goes_on = states[index + 2 : index + 3] == (State.QUESTION,)
        letter = items[index + 1 : index + (3 if goes_on else 2)]
        is_apart = letter[0].blanks > 0 or len(letter[0].text) > MAX_NAME  # who is greeted alone may be below his name
        if is_apart and _begins_letter(letter):
            yield index


def _begins_letter(items: Sequence[Item]) -> bool:
    """Whether the first of one or two lines greets somebody, and there is text behind that, or on the second."""
    text, look = items[0].text, items[0].look
    is_greeting = salutation_end(text) > 0 or is_opening(text) or (look.opening == "greeting" and text[-1] in ":,")
    return is_greeting and any(len(item.text) > MAX_NAME for item in items)


def _letters(read: TextReading) -> Iterator[int]:
    """First lines of answers that all greet the same, on a page of no known site without bylines and letters."""
    firsts = read.reading.places_of(State.FIRST)
    texts = [read.cut.items[index].text for index in firsts]
    greeted = {text[: salutation_end(text)].strip(" :,").casefold() for text in texts}
    is_told = State.BYLINE in read.reading.states or any(hit.kind is Kind.QUESTION for hit in read.cut.hits)
    if read.layout.is_generic and not is_told and len(texts) > 1 and len(greeted) == 1 and "" not in greeted:
        yield from firsts


def _is_bare_thread(read: TextReading) -> bool:
    """A question with paragraphs below it, and nothing that says where one answer ends and the next begins."""
    states = read.reading.states
    if State.QUESTION not in states or State.HEADLINE in states or State.BYLINE in states:
        return False
    return not any(hit.kind is not Kind.COUNT or hit.groups for hit in read.cut.hits)


def _names_above_reply(read: TextReading) -> Iterator[int]:
    """Short lines without an end of a sentence between a question and a reply that has no label on a line of its own.

    Where bylines are known, only above one that stands on the line of the reply.
    """
    states, items = read.reading.states, read.cut.items
    if not read.layout.is_generic:
        return
    has_bylines = State.BYLINE in states
    replies = {hit.first for hit in read.cut.hits if "first" in hit.groups and hit.kind is Kind.ANSWER}
    for index in range(1, len(items) - 1):
        if has_bylines and states[index + 1] != State.BYLINE:
            continue
        if states[index - 1] == states[index] == State.QUESTION and items[index + 1].first in replies:
            text = items[index].text
            if len(text) <= MAX_NAME and (text[-1].isalnum() or text[-1] == ":") and not items[index].look.is_closing:
                yield index


def _further_paragraphs(read: TextReading) -> Iterator[int]:
    """Paragraphs that go on with an answer, where no mark and no more than a blank line parts answers."""
    if not _is_bare_thread(read):
        return
    if not any(state == State.FIRST and item.blanks > 1 for _, item, state in read.told()):
        yield from (index for index, item, state in read.told() if state == State.BODY and item.blanks)


def _set_apart(read: TextReading) -> Iterator[int]:
    """Paragraphs of a body with as many blank lines above as part answers, or a headline from them, on this page."""
    if _counts_its_answers(read):
        return
    items, states = read.cut.items, read.reading.states
    opened = [index for index, state in enumerate(states) if state in (State.FIRST, State.HEADLINE)]
    below = [index for index, above in enumerate(states[:-1], 1) if above == State.HEADLINE]
    gap = max((items[index].blanks for index in (*opened[1:], *below)), default=0)
    for opening in (State.FIRST, State.BODY) if gap > 1 else ():
        yield from (at + 1 for at in read.reading.places_of(opening, State.BODY) if items[at + 1].blanks >= gap)


def _below_last_byline(read: TextReading) -> Iterator[int]:
    """Further paragraphs behind the last byline, where one stands below each answer and the number of them is lost."""
    states, has_counter = read.reading.states, any(hit.kind is Kind.COUNT for hit in read.cut.hits)
    if read.cut.mode.side is not Side.AFTER or not has_counter or _counts_its_answers(read):
        return
    last = max((index for index, state in enumerate(states) if state == State.BYLINE), default=len(states))
    yield from (index for index in range(last + 2, len(states)) if states[index] == State.BODY)


def _counts_its_answers(read: TextReading) -> bool:
    return any(hit.kind is Kind.COUNT and hit.groups for hit in read.cut.hits)


def _against_text(read: TextReading, index: int) -> str | None:
    """What speaks against a short line of text being one."""
    item, state = read.cut.items[index], read.reading.states[index]
    if looks_damaged(item, state):
        return "it looks like a damaged byline, rating, count or template"
    if state in TEXTS and holds_day(item):
        return "it is a number or a day, or holds one, and may be no part of the text"
    if (state in _OPENING or _is_inside_answer(read, index)) and is_titled_name(item.text):
        return "it is the name of a doctor, who may answer here"
    if _touches_byline(read, index):
        return "it stands directly above a byline, and may be part of it"
    is_work = is_lone_specialty(item, state)
    if (is_work and state == State.FIRST) or ((item.fields is not None or is_work) and _is_lost_byline(read, index)):
        return "it looks like a byline"
    return None


def _is_inside_answer(read: TextReading, index: int) -> bool:
    """Whether an item goes on with an answer, and more with it, where bylines stand above the answers they sign."""
    is_signed_above = read.cut.mode.side is Side.BEFORE and read.cut.mode.has_bylines
    return is_signed_above and read.reading.states[index : index + 2] == (State.BODY, State.BODY)


def _touches_byline(read: TextReading, index: int) -> bool:
    """Text on the line directly above a byline: it is likely to be part of it, unless that begins with a sign.

    Nothing is missing in a byline with name, place and stars, and the end of a sentence is no part of one.
    """
    states = read.reading.states
    if index + 1 >= len(states) or states[index + 1] != State.BYLINE:
        return False
    above, below = read.cut.items[index : index + 2]
    if read.cut.mode.side is Side.BEFORE or read.cut.mode.is_dense:
        return False
    fields = below.fields
    is_whole = fields is not None and bool(fields.name and fields.rating) and above.text.endswith(SENTENCE_ENDS)
    return below.blanks == 0 and below.first > above.last and below.text[0].isalnum() and not is_whole


def _is_lost_byline(read: TextReading, index: int) -> bool:
    """What looks like a byline and is read as text, unless it is a signature with the byline soon below."""
    return read.cut.mode.side is Side.AFTER and State.BYLINE not in read.reading.states[index + 1 : index + 4]


def _texts_below_bylines(read: TextReading) -> Iterator[int]:
    """First lines of answers above more text, on a site whose answers have headlines and once had bylines below."""
    if read.layout.has_moved_bylines and read.cut.mode.side is Side.BEFORE:
        yield from first_lines_below_bylines(read.reading.states)


_FIRST_ASKED = (
    finder(
        _above_salutations,
        "question question",
        "it stands above the salutation of a letter, and may be its title, or what introduces it",
    ),
    finder(
        _names_above_reply, "question question", "it may say who asks, or who answers, and be no part of the question"
    ),
    finder(_letters, "first", "all answers greet the same, and it may begin a letter to who answers"),
    finder(_further_paragraphs, "body", "nothing on this page says where one answer ends and the next begins"),
    finder(
        _set_apart,
        "first body | body body",
        "it stands apart from the paragraph above as answers of this page do, and may be one",
    ),
    finder(
        _below_last_byline, "byline", "the byline below this answer is missing, and nothing says that it is not two"
    ),
    finder(
        names_above_text,
        "headline body body | first body",
        "it is a name with degrees above a text, and may be that of who answers",
    ),
    finder(names_below_texts, "first | body", "it is a name with degrees, and may be that of who answers"),
    finder(names_apart, "byline", "it looks like a byline, or like the name of the one below, and may be a signature"),
    finder(_texts_below_bylines, "byline first body", "answers of this site have headlines, and it may be one"),
    finder(folded_texts, "", "a button that shows the rest of a text stands in it"),
    finder(pictures_in_texts, "", "the name of a picture stands in it, and may be no part of the text"),
    *AT_EDGES,
    *OF_TITLES,
    *FURTHER,
)
_IN_KNOWN, _IN_GENERIC = Finders(*_FIRST_ASKED, *OF_SITE), Finders(*_FIRST_ASKED, *MISPLACED, *OF_SITE)
