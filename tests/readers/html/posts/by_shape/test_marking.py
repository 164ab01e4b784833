"""Answers that were found by their shape, marked in the tree."""

import pytest
from lxml import html

from extractor.layout.html import MARK
from extractor.readers.html.posts.by_shape.marking import BLOCK, SECTION, mark_posts
from tests.readers.html.posts.doctors import TEXTS, page, record_of


@pytest.mark.parametrize(
    ("form", "kind"), [("<div class='reply'><b>Ann</b><p>{}</p></div>", BLOCK), ("<h3>So</h3><p>{}</p>", SECTION)]
)
def test_blocks_come_before_sections(form: str, kind: str) -> None:
    root = html.document_fromstring(page(*map(form.format, TEXTS)))
    assert mark_posts(root) == kind
    assert [post.get(MARK) for post in root.iter("div") if post.get(MARK)] == [kind, kind]


def test_a_page_without_either_is_left_as_it_is() -> None:
    root = html.document_fromstring("<h1>So</h1><p>One.</p>")
    assert mark_posts(root) is None
    assert not root.xpath(f"//@{MARK}")


def test_custom_elements_are_blocks_and_commands_no_text() -> None:
    root = html.document_fromstring(
        "<q-list><q-item class='a'><b>Ann</b></q-item></q-list><a href='javascript:window.print()'>Print</a>"
    )
    mark_posts(root)
    assert [block.get("class") for block in root.iter("div")] == ["q-list", "a q-item"]
    assert "Print" not in "".join(map(str, root.itertext()))


def test_control_characters_in_names_of_elements_are_left_out() -> None:
    root = html.document_fromstring("<q-item\x1c class='a\x1d  b'><b>Ann</b></q-item\x1c>")
    mark_posts(root)
    assert [block.get("class") for block in root.iter("div")] == ["a b q-item"]


def test_a_hidden_answer_is_shown() -> None:
    record = record_of(
        *(f"<div class='reply'><b>Ann</b><div style='display:none'><p>{text}</p></div></div>" for text in TEXTS)
    )
    assert [answer.body for answer in record.answers] == list(TEXTS)


def test_what_several_answers_hide_alike_is_a_message_of_the_page() -> None:
    message = "<div hidden><p>Thank you for your vote, it has been counted.</p></div>"
    record = record_of(*(f"<div class='reply'><b>Ann</b><p>{text}</p>{message}</div>" for text in TEXTS))
    assert [answer.body for answer in record.answers] == list(TEXTS)


@pytest.mark.parametrize(
    ("row", "apart"),
    [
        ("<span>Dr. Ann Bell</span><span>Surgeon</span>", ["Dr. Ann Bell", "Surgeon"]),
        ("<a>Ann Bell, MD</a> <img> <span>Surgeon</span> <svg></svg> <b>4.5</b>", ["Ann Bell, MD", "Surgeon", "4.5"]),
        ("<b>Dr. Ann Bell</b><i>answered</i><i>Today</i>", ["Dr. Ann Bell"]),
        ("<b>Dr. Ann Bell</b><i>Surgeon</i> in <i>York</i>", ["Dr. Ann Bell"]),
        ("<i>Surgeon</i><b>Dr. Ann Bell</b>", []),
        ("Answered <i>by</i> <a href='/user/7'>Ann Bell</a> <i>Surgeon</i>", ["Ann Bell", "Surgeon"]),
        ("See <i>also</i> <a href='/user/7'>Ann Bell</a> <i>Surgeon</i>", []),
    ],
)
def test_a_doctors_name_and_what_is_told_behind_it_get_lines_of_their_own(row: str, apart: list[str]) -> None:
    root = html.document_fromstring(f"<div class='answer'><div>{row}</div><p>One two.</p></div>" * 2)
    mark_posts(root)
    head = next(block for block in root.iter("div") if block.get("class") == "answer")[0]
    assert [block[0].text for block in head.iter("div") if block is not head] == apart


def test_the_head_of_an_answer_is_part_of_it() -> None:
    form = "<div class='reply'><header><b>Dr. Ann Bell</b></header><p>{}</p></div>"
    assert [one.doctor.name for one in record_of(*map(form.format, TEXTS)).answers if one.doctor] == ["Ann Bell"] * 2


def test_a_rank_beside_a_name_or_a_title_glued_to_it_makes_a_doctor_of_it() -> None:
    for name, work, count in (("周启明", "主治医师", 1), ("นพ.ธนวัฒน์", "ศัลยแพทย์", 1), ("周启明", "会员", 0)):
        root = html.document_fromstring(
            f"<div class='answer'><div><b>{name}</b><i>{work}</i></div><p>One.</p></div>" * 2
        )
        mark_posts(root)
        assert len(root.findall(".//div/div/div/b")) == 2 * count


def test_the_foot_of_an_answer_is_part_of_it_where_it_is_the_name_of_a_doctor() -> None:
    form = "<div class='answer'><p>{}</p><footer>{}</footer></div>"
    root = html.document_fromstring(form.format("One two.", "Dr. Ann Bell") + form.format("Three.", "Helpful"))
    mark_posts(root)
    assert [foot.text for foot in root.iter("footer")] == ["Helpful"]


def test_the_number_of_a_post_may_stand_in_front_of_who_wrote_it() -> None:
    head = "<div><span>[#2]</span> <a href='/x'>Dr. Ann Lee</a><small>Dermatologist</small><small>Leeds</small></div>"
    record = record_of(*(f"<div class='reply'>{head}<p>{text}</p></div>" for text in TEXTS))
    told = [one.doctor.model_dump(include={"name", "specialty", "location"}) for one in record.answers if one.doctor]
    assert told == 2 * [{"name": "Ann Lee", "specialty": "Dermatologist", "location": "Leeds"}]
