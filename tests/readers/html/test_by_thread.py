"""A page as a thread: an engine's posts always are one; of others the words and the names decide."""

import pytest

from extractor.document import Document
from extractor.readers.html import by_thread, page
from extractor.readers.html.by_thread import read_thread
from extractor.readers.html.page import Shown, open_page
from extractor.reading import read
from extractor.records import WarningCode
from extractor.sites import all_layouts

PEOPLE = ("Nadia", "Bert", "Oyelaran")
TEXTS = (
    "My bike squeaks whenever I turn left and I have oiled everything. What am I missing here?",
    "You want to look at the bottom bracket, it is the usual suspect when it only does it under load.",
    "Mine did the same until I tightened the bolts of the chain ring, so look there before you buy.",
)


def _thread(names: tuple[str, ...] = PEOPLE, called: str = "forum-post") -> str:
    posts = "".join(
        f'<div class="{called}" id="post-{number}"><a class="user" href="/u/{name}">{name}</a>'
        f'<time datetime="2021-03-0{number}T10:00:00Z">{number} March 2021</time><div class="text">{text}</div></div>'
        for number, (name, text) in enumerate(zip(names, TEXTS, strict=True), 1)
    )
    return f"<html><head><title>Squeaky bike</title></head><body><h1>Squeaky bike</h1>{posts}</body></html>"


def _read(markup: str, url: str | None = None) -> Shown | None:
    return read_thread(open_page(Document(markup, url=url), all_layouts()))


def test_posts_with_names_and_dates_are_a_thread() -> None:
    found = _read(_thread())
    assert found is not None
    (record,) = found.records
    assert (record.question.title, record.question.body, record.question.asker) == ("Squeaky bike", TEXTS[0], "Nadia")
    assert [(one.body, one.doctor and one.doctor.name) for one in record.answers] == list(
        zip(TEXTS[1:], PEOPLE[1:], strict=True)
    )


def test_on_a_page_of_an_engine_whose_markup_is_another_one_posts_are_found_as_anywhere() -> None:
    found = _read(_thread().replace("<head>", '<head><meta name="generator" content="Discourse 1.2">'))
    assert found is not None
    assert [one.body for one in found.records[0].answers] == list(TEXTS[1:])


def test_a_post_of_a_picture_has_no_text_and_not_all_that_stands_around_it() -> None:
    person = '<div class="forum-post" id="post-{0}" data-author="{1}"><b><a href="/u/{1}">{1}</a></b><i>Member</i>'
    texts = (*TEXTS, '<img src="/chain.jpg">', TEXTS[1].upper())
    posts = "".join(
        f'{person.format(number, name)}<time datetime="2021-03-0{number}T10:00:00Z"></time><div class="text">{text}</div></div>'
        for number, (name, text) in enumerate(zip((*PEOPLE, *PEOPLE), texts, strict=False), 1)
    )
    found = _read(f"<html><head><title>Squeaky bike</title></head><body><h1>Squeaky bike</h1>{posts}</body></html>")
    assert found is not None
    assert [one.body for one in found.records[0].answers] == [*TEXTS[1:], None, TEXTS[1].upper()]


def test_posts_that_nothing_calls_so_are_a_thread_with_a_doubt_if_who_asks_writes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(by_thread, "answer_somebody", lambda _: False)

    def shown(*names: str) -> Shown | None:
        return _read(
            _thread(names, "row").replace('id="post-', 'id="row-').replace(TEXTS[0], "All quiet here. There too?")
        )

    assert shown("Nadia", "Bert", "Oyelaran") is None
    found = shown("Nadia", "Bert", "Nadia")
    assert found is not None
    (record,) = found.records
    assert ([one.code for one in record.warnings], record.confidence) == ([WarningCode.DOUBTFUL_PAGE], 0.5)


def test_members_who_answer_are_doubted_where_nothing_calls_them_posts_and_who_asks_is_silent() -> None:
    def doubts(*names: str) -> int:
        rows = "".join(
            f'<div class="row{n}x row"><a href="/user/{n}">{name}</a> <i>{n} years ago</i><p>{text}</p></div>'
            for n, (name, text) in enumerate(
                zip(names, ("Does anybody know whether water works too?", *TEXTS[1:]), strict=True), 2
            )
        )
        found = _read(f"<html><body><main><h1>Pancakes</h1><div>{rows}</div></main></body></html>")
        assert found is not None
        return len(found.records[0].warnings)

    assert doubts("Nadia", "Bert", "Oyelaran") == doubts("Nadia", "Bert", "Nadia") + 1


def test_what_is_called_answers_is_a_thread_with_a_doubt_if_something_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_thread, "answer_somebody", lambda _: False)

    def shown(asked: str) -> Shown | None:
        return _read(_thread(called="answer").replace('id="post-', 'id="row-').replace(TEXTS[0], asked))

    assert shown("All quiet here. Nobody said a word in the whole week.") is None
    found = shown("All quiet here. There too?")
    assert found is not None
    (record,) = found.records
    assert (len(record.answers), [one.code for one in record.warnings]) == (2, [WarningCode.DOUBTFUL_PAGE])


def test_comments_are_the_answers_if_the_page_counts_as_many() -> None:
    page = _thread(called="comment").replace('class="comment"', 'class="post"', 1)
    counted = page.replace("</h1>", "</h1><p>2 answers</p>")
    assert [(found := _read(markup)) is not None and found.are_comments for markup in (page, counted)] == [True, False]


def test_comments_below_what_is_no_question_are_not_read_in_another_way() -> None:
    found = _read(_thread(called="comment").replace(TEXTS[0], "All quiet here."))
    assert found is not None
    assert (found.page.text, found.records) == ("", ())


@pytest.mark.parametrize(("title", "doubts"), [("Why does my bike squeak?", [True]), ("A squeaky bike", [])])
def test_what_asks_among_comments_may_remark_on_something_above(title: str, doubts: list[bool]) -> None:
    within = (
        _thread(("Nadia", "Bert", "Nadia"))
        .replace("</h1>", "</h1><div id='comments'>")
        .replace("</body>", "</div></body>")
    )
    found = _read(within.replace("Squeaky bike", title))
    assert found is not None
    assert [any("called a comment" in one.message for one in record.warnings) for record in found.records] == doubts


@pytest.mark.parametrize(
    ("markup", "doubts"),
    [
        (_thread(called="card post"), 1),
        (_thread(called="card post").replace("</h1>", "</h1><h2>2 replies</h2>"), 0),
        (_thread(("Nadia", "Bert", "Nadia"), called="card post"), 0),
    ],
    ids=["only called so", "counted", "who asks comes back"],
)
def test_posts_that_are_only_called_so_may_be_those_of_a_feed(markup: str, doubts: int) -> None:
    found = _read(markup.replace('id="post-', 'data-n="'))
    assert found is not None
    assert len(found.records[0].warnings) == doubts


@pytest.mark.parametrize(
    "names", [("Ann Lee, MD", "Bob Roy, DO", "Carl Fox, MD"), ("wren", "Dr. Bob Roy", "Dra. Cora Fox")]
)
def test_answers_of_a_profession_are_kept_for_where_no_other_way_finds_any(names: tuple[str, ...]) -> None:
    found = _read(_thread(names))
    assert found is not None
    assert found.is_spare
    plain = _read(_thread())
    assert plain is not None
    assert not plain.is_spare


def test_a_site_with_selectors_of_its_own_is_left_to_them() -> None:
    assert _read(_thread(), "https://www.realself.com/question/x") is None


def test_a_page_beyond_all_bounds_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_MAX_TAGS", 10)
    assert _read(_thread()) is None


def test_a_page_without_posts_shows_none() -> None:
    assert _read("<h1>A walk</h1><p>Walk along the river until the mill.</p>") is None


def test_remarks_below_an_article_are_read_and_give_no_record() -> None:
    prose = (
        "<p>"
        + "The committee met on Monday to speak of the bridge, and nobody had anything new to say of it. " * 30
        + "</p>"
    )
    remarks = _thread(called="comment").replace("</h1>", f"</h1><article>{prose}</article>")
    found = _read(remarks)
    assert found is not None
    assert found.records == ()


@pytest.mark.parametrize("line", ["Asked Nov 1, 2020 by stairclimber", "Asked by stairclimber on Nov 1, 2020"])
def test_who_asked_and_when_stands_below_a_question_above_the_posts(line: str) -> None:
    asked = "My right knee clicks on every step up, and never on a step down. Does this need a picture?"
    found = _read(_thread(called="answer message").replace("</h1>", f"</h1><div><p>{asked}</p><div>{line}</div></div>"))
    assert found is not None
    (record,) = found.records
    question = record.question
    assert (question.body, question.asker, question.asked_at) == (asked, "stairclimber", "Nov 1, 2020")
    assert [one.body for one in record.answers] == list(TEXTS)


def test_of_one_post_of_an_engine_the_page_is_not_read_anew() -> None:
    post = (
        '<dl class="postprofile"><dt><a href="/u/31" class="username">pike_perch</a></dt>'
        "<dd>Joined: Mon Mar 04, 2019 8:11 am</dd></dl>"
        f'<div class="postbody"><p class="author">Tue Mar 05, 2019 6:20 pm</p><div class="content">{TEXTS[0]}</div></div>'
    )
    below = (
        '<div class="panel"><h3>Similar topics</h3><p>Mole answered on 3 May 2019: the chain is too short.</p></div>'
    )
    found = read(Document(f'<h1>Squeaky bike</h1><div id="p501" class="post bg2">{post}</div>{below}'))
    (record,) = found
    assert (record.question.body, record.question.asker) == (TEXTS[0], "pike_perch")
    assert (record.question.asked_at, record.answers) == ("Tue Mar 05, 2019 6:20 pm", ())
    assert [one.code for one in record.warnings] == [WarningCode.DOUBTFUL_PAGE]


def test_where_who_asks_is_a_doctor_as_all_who_answer_the_posts_may_be_a_house_s() -> None:
    joined = '<i>joined 2011</i><time datetime="2021-03-01">then</time>'
    found = _read(_thread(("Dr. Ann Lee", "Dr. Bert Roe", "Dr. Cleo Ash")).replace("<time", f"{joined}<time"))
    assert found is not None
    assert [one.code for one in found.records[0].warnings] == [WarningCode.DOUBTFUL_PAGE]


@pytest.mark.parametrize(("name", "is_doubted"), [("Nadia", True), ("Bert", False)])
def test_a_line_of_somebody_else_may_be_a_quote_that_nothing_marks(name: str, is_doubted: bool) -> None:  # noqa: FBT001 - a column
    people = (PEOPLE[0], "Bert", name)
    again = _thread(people).replace(TEXTS[2], f"<i>{TEXTS[1]}</i><br>{TEXTS[2]}")
    found = _read(again)
    assert found is not None
    assert any("quote" in one.message for one in found.records[0].warnings) == is_doubted
