"""The question of a page: what stands above the first post, or the first post itself."""

import pytest

from extractor.document import Document
from extractor.layout import Part
from extractor.readers.html.posts.regions.question import strays, with_question
from extractor.readers.html.rendering.rendered import Region, Rendered
from extractor.readers.text.matcher import matcher_of
from extractor.reading import read
from extractor.sites import all_layouts
from tests.readers.html.posts.pages import at, having, shown, texts

TITLE, BODY, COUNT = Part.TITLE, Part.BODY, Part.COUNT
ASKED = "My father gets cramps every night. Could the tablet be why?"
FIRST, SECOND = "A diuretic lowers potassium, have that measured.", "Ours was potassium too, and it is gone."
_MARKS = matcher_of(all_layouts()[-1])


def _page(*above: tuple[str, str], title: str | None = None) -> Rendered:
    """A page with two answers, and `above` them these lines."""
    page = shown(*above, ("p", FIRST), ("p", SECOND), title=title)
    return having(page, at(page, Part.ANSWER, FIRST, post=1), at(page, Part.ANSWER, SECOND, post=2))


def _asked(page: Rendered, *, asks_first: bool | None = False) -> list[tuple[Part, str]]:
    """What is the question's: the regions outside of posts."""
    found = with_question(page, _MARKS, asks_first=asks_first)
    return texts(having(found, *(one for one in found.regions if one.post == 0)))


def _posts(page: Rendered, *, asks_first: bool | None) -> list[Part]:
    found = with_question(page, _MARKS, asks_first=asks_first)
    return [one.part for one in found.regions if one.part in (Part.QUESTION, Part.ANSWER)]


def test_a_label_alone_is_no_part_of_the_question_and_says_who_asks_and_how_long_ago() -> None:
    asked = _asked(_page(("h1", "Night cramps"), ("p", "Posée par Inès il y a 3 jours"), ("p", "问题："), ("p", ASKED)))
    assert asked == [(TITLE, "Night cramps"), (Part.AUTHOR, "Inès"), (Part.DATE, "il y a 3 jours"), (BODY, ASKED)]


def test_the_day_behind_who_asks_stands_behind_a_small_word() -> None:
    asked = _asked(_page(("h1", "Night cramps"), ("p", "Enviada por Maribel el 03/05/2021"), ("p", ASKED)))
    assert asked == [(TITLE, "Night cramps"), (Part.AUTHOR, "Maribel"), (Part.DATE, "03/05/2021"), (BODY, ASKED)]


def test_a_page_without_a_title_asks_from_its_first_sentence_on() -> None:
    assert _asked(_page(("a", "Home"), ("a", "Doctors"), ("p", ASKED))) == [(BODY, ASKED)]
    assert _asked(_page(("a", "Home"), ("p", "Cramps"))) == [(BODY, "Home\n\nCramps")]


def test_the_question_is_what_stands_between_the_title_and_the_first_answer() -> None:
    page = _page(
        ("p", "Home page of the board"),
        ("h1", "Night cramps"),
        ("p", ASKED),
        ("div", "Share"),
        ("h2", "Words of others"),
    )
    assert _asked(page) == [(TITLE, "Night cramps"), (BODY, ASKED)]
    assert _posts(page, asks_first=False) == [Part.ANSWER, Part.ANSWER]


@pytest.mark.parametrize(
    ("above", "told", "title"),
    [
        ([("h1", "The board"), ("h1", "Night cramps")], None, "Night cramps"),
        ([("h1", "The board"), ("p", "Night cramps of my father")], "Night cramps of my father | Board", "The board"),
        ([("h1", "The board"), ("h2", "Night cramps of my father")], "Night cramps of my father | Board", "Night cramps of my father"),
        ([("p", "Night cramps of my father"), ("p", "x")], "Night cramps of my father | Board", "Night cramps of my father"),
        ([("h1", "The board"), ("h2", "Night cramps")], "Night cramps", "The board"),
        ([("h2", "The board"), ("h3", "Night cramps")], "Night cramps", "Night cramps"),
        ([("h2", "The board")], None, None),
    ],
    ids=["the last main heading", "a heading before a line", "what the head repeats", "a line", "too short", "all of it", "none"],
)  # fmt: skip
def test_the_title_is_what_the_head_repeats_else_the_main_heading(
    above: list[tuple[str, str]], told: str | None, title: str | None
) -> None:
    page = _page(*above, title=told)
    assert [text for part, text in _asked(page) if part is TITLE] == ([title] if title else [])


def test_a_title_that_a_selector_names_is_the_title_and_what_it_names_elsewhere_is_no_fact() -> None:
    board = ("h1", "The board"), ("p", "All that anybody ever asked is kept here.")
    page = _page(*board, ("h2", "Cramps"), ("p", ASKED), ("p", "wren"), ("p", "sleep"))
    named, near, far = at(page, TITLE, "Cramps"), at(page, Part.AUTHOR, "wren"), at(page, Part.TAG, "sleep")
    asked = _asked(having(page, named, near, far, *page.regions))
    assert asked == [(TITLE, "Cramps"), (Part.AUTHOR, "wren"), (Part.TAG, "sleep"), (BODY, ASKED)]
    behind = Region(Part.AUTHOR, page.text.index("too,"), page.text.index("too,") + 3)
    staff = _page(("h1", "Cramps"), ("p", ASKED), ("p", "Webmaster"))
    assert (Part.AUTHOR, "too") not in _asked(having(page, behind, *page.regions))
    assert (Part.AUTHOR, "Webmaster") not in _asked(having(staff, at(staff, Part.AUTHOR, "Webmaster"), *staff.regions))


def test_the_declared_number_ends_the_question() -> None:
    page = _page(("h1", "Night cramps"), ("p", ASKED), ("p", "2 answers"), ("p", "Sort them by date if you want to."))
    assert _asked(page) == [(TITLE, "Night cramps"), (COUNT, "2"), (BODY, ASKED)]
    told = having(page, Region(COUNT, 0, 0, "7"), *page.regions)
    assert [text for part, text in _asked(told) if part is COUNT] == ["7"]


def test_the_declared_number_may_stand_behind_a_question_that_is_a_post() -> None:
    page = shown(
        ("h1", "Night cramps"), ("p", ASKED), ("p", "2 answers"), ("p", FIRST), ("p", "3 answers"), ("p", SECOND)
    )
    posts = [at(page, Part.ANSWER, text, post=number) for number, text in enumerate((ASKED, FIRST, SECOND), 1)]
    assert _asked(having(page, *posts), asks_first=True) == [(TITLE, "Night cramps"), (COUNT, "2")]


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("Asked by wren in Leeds on 3 May 2020", [(Part.AUTHOR, "wren"), (Part.LOCATION, "Leeds"), (Part.DATE, "3 May 2020")]),
        ("Posted by Ann Lee | 3 May 2020", [(Part.AUTHOR, "Ann Lee"), (Part.DATE, "3 May 2020")]),
        ("Asked by Ann Lee, 41", [(Part.AUTHOR, "Ann Lee")]),
        ("Asked from York", [(Part.LOCATION, "York")]),
        ("I asked by phone in Leeds", []),
    ],
)  # fmt: skip
def test_a_line_may_say_who_asked_where_and_when(line: str, facts: list[tuple[Part, str]]) -> None:
    asked = _asked(_page(("h1", "Night cramps"), ("div", line)))
    assert [one for one in asked if one[0] in (Part.AUTHOR, Part.LOCATION, Part.DATE)] == facts


def test_a_date_below_the_text_is_no_part_of_it() -> None:
    page = _page(("h1", "Night cramps"), ("p", ASKED), ("span", "3 May 2020"))
    assert _asked(page) == [(TITLE, "Night cramps"), (Part.DATE, "3 May 2020"), (BODY, ASKED)]
    signed = _page(("h1", "Night cramps"), ("p", ASKED), ("span", "Fenna | 10 mei 2022"))
    facts = [(Part.DATE, "10 mei 2022"), (Part.AUTHOR, "Fenna")]
    assert _asked(signed) == [(TITLE, "Night cramps"), *facts, (BODY, ASKED)]
    told = _page(("h1", "Night cramps"), ("p", ASKED), ("span", "Since 3 May 2020, I think"))
    assert [part for part, _ in _asked(told)] == [TITLE, BODY]


def test_the_first_post_asks_if_nothing_else_does() -> None:
    bare, asked = _page(("h1", "Night cramps")), _page(("h1", "Night cramps"), ("p", ASKED))
    assert _posts(bare, asks_first=None) == [Part.QUESTION, Part.ANSWER]
    assert _posts(asked, asks_first=None) == [Part.ANSWER, Part.ANSWER]
    assert _posts(bare, asks_first=False) == [Part.ANSWER, Part.ANSWER]
    assert _posts(asked, asks_first=True) == [Part.QUESTION, Part.ANSWER]
    assert _posts(having(bare, bare.regions[0]), asks_first=None) == [Part.ANSWER]
    brief = _page(("h1", "Night cramps"), ("p", "Why?"))
    assert _posts(brief, asks_first=None) == [Part.QUESTION, Part.ANSWER]
    assert _posts(having(brief, at(brief, BODY, "Why?"), *brief.regions), asks_first=None) == [Part.ANSWER] * 2


def test_of_what_stands_above_a_post_that_asks_title_number_and_tags_are_kept() -> None:
    page = _page(("h1", "Night cramps"), ("p", ASKED), ("p", "calves"), ("p", "2 answers"))
    page = having(page, at(page, Part.TAG, "calves"), at(page, Part.AUTHOR, "father"), *page.regions)
    assert _asked(page, asks_first=True) == [(Part.TAG, "calves"), (TITLE, "Night cramps"), (COUNT, "2")]


def test_a_page_whose_question_is_marked_or_that_has_no_posts_is_left_as_it_is() -> None:
    page = _page(("h1", "Night cramps"), ("p", ASKED))
    marked = having(page, at(page, Part.QUESTION, ASKED, post=3), *page.regions)
    assert with_question(marked, _MARKS) is marked
    empty = having(page)
    assert with_question(empty, _MARKS, asks_first=True) is empty


def test_sentences_between_posts_are_strays() -> None:
    stray = "Nobody signed this paragraph, and it is none of theirs."
    page = shown(
        ("p", "This stands above all of the posts."), ("p", FIRST), ("p", stray), ("p", "Reply"), ("p", SECOND)
    )
    posts = at(page, Part.ANSWER, FIRST, post=1), at(page, Part.ANSWER, SECOND, post=2)
    assert [page.text[one.start : one.end] for one in strays(having(page, *posts))] == [stray]
    assert strays(having(page, at(page, Part.ANSWER, FIRST, "Reply", post=1), posts[1])) == []
    assert strays(page) == []


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Woman, 27 | 3 May 2020", "3 May 2020"),
        ("2020-05-03 08:41 Ears", "2020-05-03 08:41"),
        ("It began on 3 May 2020, and it has not stopped since then for a single night of rest.", None),
    ],
)
def test_a_short_line_above_the_question_says_when_it_was_asked(line: str, date: str | None) -> None:
    told = _asked(_page(("h1", "Night cramps"), ("div", line), ("p", ASKED)))
    assert next((text for part, text in told if part is Part.DATE), None) == date
    assert ((BODY, ASKED) in told) == (date is not None)


def test_who_answers_may_stand_above_a_lone_answer_and_is_no_part_of_the_question() -> None:
    asked = (
        "<div><p>My hands tingle at night. Will a splint do?</p><p>Answered by Dr. Ida Quist (3 hours later)</p></div>"
    )
    answer = (
        "<div class='doctorAnswer'><p>Wear a splint for four weeks. If it stays, have the nerve measured.</p></div>"
    )
    (record,) = read(Document(f"<h1>Why do my hands tingle?</h1>{asked}{answer}"))
    assert record.question.body == "My hands tingle at night. Will a splint do?"
    assert [one.doctor and one.doctor.name for one in record.answers] == ["Ida Quist"]


def test_a_line_on_who_asks_that_marks_of_texts_know_is_no_part_of_the_question() -> None:
    asked = "<p>My hands tingle at night. Will a splint do?</p><p>Woman, 38 years old</p>"
    answer = (
        "<div class='reply'><b>Dr. Ida Quist</b><p>Wear a splint for four weeks, and have the nerve measured.</p></div>"
    )
    (record,) = read(Document(f"<h1>Why do my hands tingle?</h1>{asked}{answer}"))
    assert record.question.body == "My hands tingle at night. Will a splint do?"


@pytest.mark.parametrize(("called", "is_told"), [("asked-by", False), ("q-meta", False), ("q-text", True)])
def test_a_short_line_that_is_called_one_on_who_asks_is_no_part_of_the_question(called: str, is_told: bool) -> None:  # noqa: FBT001 - a column of the table
    asked = f"<div>My hands tingle at night. Will a splint do?</div><div class='{called}'>Kim from Leeds</div>"
    answer = (
        "<div class='reply'><b>Dr. Ida Quist</b><p>Wear a splint for four weeks, and have the nerve measured.</p></div>"
    )
    (record,) = read(Document(f"<h1>Why do my hands tingle?</h1>{asked}{answer}"))
    assert ("Kim" in (record.question.body or "")) == is_told


@pytest.mark.parametrize(
    ("line", "asker"),
    [
        ("Kim L.", "Kim L."),
        ("Kim L., 3 May 2021", "Kim L."),
        ("Kim in Leeds 3 May 2021", "Kim"),
        ("Kim, 34, Leeds", "Kim"),
        ("3 May 2021", None),
        ("My hands tingle at night and so do my feet", None),
    ],
)
def test_a_short_line_that_is_called_an_author_s_names_who_asks(line: str, asker: str | None) -> None:
    asked = f"<p class='q-who'>{line}</p><p>My hands tingle at night. Will a splint do?</p>"
    answer = (
        "<div class='reply'><b>Dr. Ida Quist</b><p>Wear a splint for a month, and have the nerve measured.</p></div>"
    )
    (record,) = read(Document(f"<h1>Why do my hands tingle?</h1>{asked}{answer}"))
    assert record.question.asker == asker
    assert ("Kim" in (record.question.body or "")) == (asker is None and "Kim" in line)


@pytest.mark.parametrize("label", ["Question: ", "健康咨询描述：", "Q: "])
def test_a_label_in_front_of_the_question_is_no_part_of_it(label: str) -> None:
    page = _page(("h1", "Night cramps and a new tablet"), ("p", f"{label}{ASKED}"))
    assert _asked(page) == [(TITLE, "Night cramps and a new tablet"), (BODY, ASKED)]


def test_who_asks_may_stand_in_the_label_of_the_question() -> None:
    page = _page(("h1", "Night cramps and a new tablet"), ("p", f"Asked by Rosa: {ASKED}"))
    assert (BODY, ASKED) in _asked(page)
    assert (Part.AUTHOR, "Rosa") in _asked(page)


def test_a_label_in_front_of_the_title_is_no_part_of_it() -> None:
    assert _asked(_page(("h1", "Q: May I run with a cramp?"), ("p", ASKED)))[0] == (TITLE, "May I run with a cramp?")


@pytest.mark.parametrize("label", ["Question", "Câu hỏi", "Frage"])
def test_a_label_on_a_line_of_its_own_is_no_part_of_the_question(label: str) -> None:
    page = _page(("h1", "Night cramps and a new tablet"), ("p", label), ("p", ASKED))
    assert _asked(page) == [(TITLE, "Night cramps and a new tablet"), (BODY, ASKED)]
