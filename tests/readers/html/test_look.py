"""The look before the parse: nothing that gives a record may be turned away."""

from typing import NamedTuple

import pytest

from extractor.readers.html import look as looks
from extractor.sites import all_layouts
from tests.paths import FIXTURES

_FILL = b"<p>Walk along the river until the mill, and then turn left at the old oak tree.</p>" * 80
_PAGES = [path for path in sorted(FIXTURES.rglob("*.html")) if path.parent.name != "negative"]


class Look(NamedTuple):
    """What is seen of a page."""

    posts: bool
    questions: bool


EVERYTHING = Look(posts=True, questions=True)


def look(data: bytes) -> Look:
    """What a page may hold, for the layouts that are installed."""
    seen = looks.Look(data, all_layouts())
    return Look(seen.posts, seen.questions)


@pytest.mark.parametrize("path", _PAGES, ids=lambda path: path.stem)
def test_every_page_with_a_record_passes(path: object) -> None:
    data = path.read_bytes()  # type: ignore[attr-defined]
    seen = look(data + _FILL)
    assert seen.posts or seen.questions or b"\0" in data


def test_a_page_without_posts_and_questions_is_turned_away() -> None:
    assert look(b"<title>A walk</title>" + _FILL) == Look(posts=False, questions=False)


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (
            b'<title>x</title><div id="p12" class="x">a</div><div id="p13">b</div><b class="user">',
            Look(posts=True, questions=False),
        ),
        (
            b'<title>x</title><div id="section1">a</div><div id="section2">b</div><b class="user">',
            Look(posts=False, questions=False),
        ),
        (
            b'<title>x</title><div id="p12" class="x">a</div><div id="p13">b</div><b class="nameBlock">',
            Look(posts=True, questions=False),
        ),
        (
            b'<title>x</title><p id="c-7">a</p><p id="c-8">b</p> by a user',
            Look(posts=True, questions=False),
        ),
        (
            b'<title>x</title><a name="301"></a><a name="302"></a> by a user',
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title><a name='entry301'></a><a name=entry302></a> by a user",
            Look(posts=True, questions=False),
        ),
        (
            b'<title>x</title><a name="num0"></a><a name="num1"></a> by a user',
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b'<i class="message-top"></i><i class="nick"></i><i class="message-content"></i>',
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b'<i class="post-top"></i><i class="text"></i>' + 3 * b'<i class="nick"></i>',
            Look(posts=False, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b'<i class="kpost-username"></i><i class="kbody"></i>',
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b'<div class="css-1x2" data-testid="post-item"></div>',
            Look(posts=True, questions=False),
        ),
        (
            b'<title>x</title><i id="post_text_0"></i><i id="post_text_1"></i><i class="postdetails"></i>',
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b"<p>Posted by <b>Ann</b> on 3 May 2020</p>",
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title>"
            + 2 * b"<p>Posted by <b>Ann</b> on 3 May 2020</p>"
            + b"".join(b"<i class=x%d></i>" % k for k in range(101)),
            Look(posts=False, questions=False),
        ),
        (
            b"<title>x</title><p>Posted by <b>Ann</b> on 3 May 2020</p><p>Par Zoe le 3 mai</p>",
            Look(posts=False, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b"<dt>1 Ann 2012/03/04 09:14:10.55 ID:ab3dXy0",
            Look(posts=True, questions=False),
        ),
        (
            b"<title>x</title>" + 2 * b"<h4>#501 - Ann - Thu Apr 17, 2003</h4>",
            Look(posts=True, questions=False),
        ),
        (b"<h1>Does it hurt?</h1>", Look(posts=False, questions=True)),
        (b"<p>No line here is called a title.</p>", Look(posts=False, questions=True)),
        (b"<p>Ann Lee, MD</p>", Look(posts=False, questions=True)),
        (b'{"@type": "Question"}', EVERYTHING),
        (b'{"@type": "DiscussionForumPosting"}', EVERYTHING),
        (b'<i class="post postbody"></i><i class="postprofile"></i>', Look(posts=True, questions=True)),
        (b'<i class="js-answer"></i><i class="answer"></i>', EVERYTHING),
    ],
)
def test_signs_of_posts_and_of_questions(markup: bytes, seen: Look) -> None:
    assert look(markup + _FILL) == seen


_ARTICLE = b'<script type="application/ld+json">{"@type": "NewsArticle"}</script><h1>Why walk?</h1>'
_FAQ = b'{"@type": "FAQPage", "mainEntity": [{"@type": "Question"}]} <b class="answer"></b><b class="answer"></b>'


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        (_ARTICLE, Look(posts=False, questions=False)),
        (_ARTICLE + b'<i class="message-cell"></i>', Look(posts=True, questions=True)),
        (_ARTICLE + b'{"@type":"Question"}', EVERYTHING),
        (b"<title>A walk</title>" + _FAQ, Look(posts=False, questions=False)),
        (b"<title>A walk</title>" + _FAQ + b'"QAPage"', EVERYTHING),
        (
            b'<title>A walk</title><b class="faq-answer"></b><b class="faq-answer"></b>',
            Look(posts=False, questions=False),
        ),
        (b'<title>A walk</title><b class="faq"></b><b class="answer"></b><b class="answer"></b>', EVERYTHING),
        (
            b'<title>A walk</title><h1><a href="/?walk"><img src="/a.png?1"></a></h1>',
            Look(posts=False, questions=False),
        ),
        (b'<title>x</title><meta name="k1"><meta name="k2"> by a user', Look(posts=False, questions=False)),
        (b'<title>x</title><i id="B:1"></i><i id="B:2"></i> by a user', Look(posts=False, questions=False)),
        (b'<title>x</title><i id="1_Walk"></i><i id="2_Rest"></i> by a user', Look(posts=False, questions=False)),
        (b'<title>x</title><i class="postbodyguard postprofiles"></i>', Look(posts=False, questions=False)),
        (b"<title>A walk</title><p>The Question is the Answer</p>", Look(posts=False, questions=False)),
        (b"<title>A walk</title><p>Baltimore, MD 21201</p>", Look(posts=False, questions=False)),
        (
            b'<title>x</title><i data-delay="100"></i><i data-delay="200"></i> by a user',
            Look(posts=False, questions=False),
        ),
        (
            b'<title>x</title><i data-form-id="100"></i><i data-form-id="200"></i> by a user',
            Look(posts=False, questions=False),
        ),
        (
            b"<title>x</title><style>.h-entry {} p.h-entry {}</style><i class='h-entry'></i>",
            Look(posts=False, questions=False),
        ),
        (
            b'<title>x</title><i data-post-id="100"></i><i data-post-id="200"></i> by a user',
            Look(posts=True, questions=False),
        ),
    ],
)
def test_what_says_that_a_page_is_none(markup: bytes, seen: Look) -> None:
    assert look(markup + _FILL) == seen


_ENGLISH = b'<!DOCTYPE html><html class="no-js" lang="en-US"><title>%s</title>' + 3 * _FILL + b"%s"


@pytest.mark.parametrize(
    ("title", "markup", "asks"),
    [
        (b"Does a walk hurt?", b"<p>Here is the answer.</p>", False),
        (b"Does a walk hurt?", b"<p>Here is the answer.</p><h2>2 Answers</h2><b>Answered by Ann</b>", True),
        (b"Does a walk hurt?", b'<i class="comment">Yes.</i><i class="comment">No.</i>', True),
        (b"Does a walk hurt?", b"<p>Ann Lee, MD</p>", True),
        (b"A walk", b"<p>Ann Lee, MD</p>", False),
        (b"A walk", b"<p>Ann Lee, MD, answers</p><p>Bob Ray, MD, replied</p>", True),
    ],
)
def test_a_large_page_in_english_calls_answers_so_if_it_only_asks_or_only_names_doctors(
    title: bytes, markup: bytes, *, asks: bool
) -> None:
    page = _ENGLISH % (title, markup)
    assert look(page) == Look(posts=False, questions=asks)
    assert look(page.replace(b"en-US", b"fi")).questions  # no word of it is known


def test_titles_ask_without_a_mark_and_bytes_of_other_writing_are_not_looked_at() -> None:
    asked = "<title>孩子咳嗽两周了需要拍片吗</title>".encode()
    assert look(asked + _FILL) == Look(posts=False, questions=True)
    assert look(b"<meta charset=gbk><title>x</title>" + _FILL) == EVERYTHING


def test_teasers_of_a_blog_and_errors_of_a_form_are_no_posts() -> None:
    rows = b'<i class="card--%s"></i><i class="byline__name"></i><i class="card__content"></i>'
    assert [
        look(b"<title>x</title>" + 2 * (rows % name) + _FILL).posts
        for name in (b"blog-post", b"error-message", b"forum-post")
    ] == [False, False, True]
    assert not look(b"<title>x</title>" + 2 * b'<div data-testid="post-preview"></div>' + _FILL).posts
