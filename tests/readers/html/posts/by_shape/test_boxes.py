"""What stands beside the name of who answers, in one box with it."""

import pytest
from lxml import html

from extractor.readers.html.posts.by_shape.boxes import BESIDE, mark_boxes, names_in
from tests.readers.html.posts.doctors import TEXTS, record_of


@pytest.mark.parametrize(
    ("head", "beside"),
    [
        ("<div><p><b>Dr. Ann Bell</b></p><p>Keeper of feet</p></div>", ["Keeper of feet"]),
        ("<header><div><p class='author'>Ann</p></div><div>Keeper of feet</div></header>", ["Keeper of feet"]),
        ("<div><a href='/u/7'>Ann</a><p>Good at: feet</p></div>", ["Good at: feet"]),
        ("<div><p><b>Dr. Ann Bell</b></p><p>Wait for a week.</p></div>", []),
        ("<p><b>Dr. Ann Bell</b></p><p>Keeper of feet</p>", []),
        ("<div><a href='/x/7'>Ann Bell</a><p>Keeper of feet</p></div>", ["Keeper of feet"]),
        ("<div><a href='/x/7'>Share</a><p>Keeper of feet</p></div>", []),
        ("<div><p>Ann</p><p>Keeper of feet</p></div>", []),
        ("<div><p class='author'>Ann</p><p>" + "Keeper of many feet " * 9 + "</p></div>", []),
    ],
    ids=["titled", "called", "linked", "a sentence", "no box", "a link above all", "a button", "no name", "long"],
)
def test_lines_in_the_box_of_a_name_are_beside_it(head: str, beside: list[str]) -> None:
    post = html.fragment_fromstring(f"<div>{head}<p>{TEXTS[0]}</p></div>")
    (name,) = names_in([post])
    if name is not None:
        mark_boxes(post, name)
    assert [block.text_content() for block in post.iter() if BESIDE in (block.get("class") or "")] == beside


def test_what_stands_beside_a_name_is_no_text_of_an_answer_and_is_told() -> None:
    form = "<div class='reply'><header><p><b>Dr. Ann Bell</b></p><p>Good at: {} and skin</p></header><p>{}</p></div>"
    record = record_of(*(form.format(work, text) for work, text in zip(("feet", "hands"), TEXTS, strict=False)))
    assert [answer.body for answer in record.answers] == list(TEXTS[:2])
    assert any("part of no field" in warning.message for warning in record.warnings)


def test_what_a_name_is_called_in_one_post_it_is_called_in_the_others() -> None:
    form = (
        "<div><p>Wait for a week.</p><div class='pro'><a href='/x/{0}'>{1}</a> <span>Keeper of feet</span></div></div>"
    )
    posts = [html.fragment_fromstring(form.format(*one)) for one in ((1, "Dr. Ann Bell"), (2, "Mary Hill"), (3, "Jo"))]
    assert [name is not None and name.text for name in names_in(posts)] == ["Dr. Ann Bell", "Mary Hill", "Jo"]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("<a href='/x/7'>Ann Bell</a><div>Salem, MA</div>", "Ann Bell"),
        ("<div class='who'><b>Ann Bell, MD</b></div>", "Ann Bell, MD"),
        ("<div><b>Salem, MA</b></div>", "Salem, MA"),
    ],
)
def test_a_link_above_a_town_with_the_letters_of_its_state_is_the_name(head: str, name: str) -> None:
    (found,) = names_in([html.fragment_fromstring(f"<div>{head}<p>{TEXTS[0]}</p></div>")])
    assert found is not None
    assert found.text == name


@pytest.mark.parametrize("name", ["Ann Bell", "Dr. Ann Bell", "Ann Bell, MD"])
@pytest.mark.parametrize(
    "lines", ["<h4>{}</h4><p>Dermatologist</p><p>Salem, OR</p>", "<b>{}</b><br>Dermatologist<br>Salem, OR<br>"]
)
def test_a_link_to_who_answers_is_not_his_name(name: str, lines: str) -> None:
    box = f"<div class='author'>{lines.format(name)}<a href='/dr/7'>View profile</a></div>"
    record = record_of(*(f"<div class='answer'>{box}<p>{text}</p></div>" for text in TEXTS))
    told = [(one.doctor.name, one.doctor.specialty, one.doctor.location) for one in record.answers if one.doctor]
    assert told == [("Ann Bell", "Dermatologist", "Salem, OR")] * 2
    assert [(one.headline, one.body) for one in record.answers] == [(None, text) for text in TEXTS]
