"""Answers found by their shape: the blocks that repeat."""

import pytest

from extractor.document import Document
from extractor.readers.html.posts.by_shape.blocks import find_posts
from extractor.readers.html.rendering.parse import parse
from tests.readers.html.posts.doctors import TEXTS, page


@pytest.mark.parametrize(
    ("block", "count"),
    [
        ("<div class='reply'><b>Ann</b><p>{}</p></div>", 2),
        ("<article><h3>So</h3><p>{}</p></article>", 2),
        ("<li class='answer-1 x'><cite>Ann</cite><p>{}</p></li>", 2),
        ("<dl class='reply'><dt>Ann</dt><dd>{}</dd></dl>", 2),
        ("<p>{}</p>", 0),
        ("<div class='teaser'><a href='/'>{}</a></div>", 0),
        ("<li class='post' itemscope itemtype='http://schema.org/Review'><b>Ann</b><p>{}</p></li>", 0),
        ("<li class='post'><div itemtype='https://schema.org/Review'><b>Ann</b><p>{}</p></div></li>", 0),
        ("<aside><div class='answer'><b>Ann</b><p>{}</p></div></aside>", 0),
    ],
)
def test_blocks_that_repeat_are_posts_if_they_have_parts(block: str, count: int) -> None:
    root = parse(Document(page(*map(block.format, TEXTS)))).root
    assert len(find_posts(root)) == count


def test_rows_of_a_layout_are_no_posts_but_what_one_of_them_holds() -> None:
    inner = "".join(f"<div class='r'><b>Ann</b><p>{text * 5}</p></div>" for text in TEXTS)
    shown = f"<html><h1>x</h1><div class='row'><p>a</p><b>c</b></div><div class='row'>{inner}<p>d</p></div></html>"
    assert [post.get("class") for post in find_posts(parse(Document(shown)).root)] == ["r", "r"]


def test_what_a_site_calls_related_counts_little_and_what_it_calls_answers_much() -> None:
    related = "".join(f"<div class='related'><b>More</b><p>{text * 3}</p></div>" for text in TEXTS)
    answers = "".join(f"<div class='answer'><b>Ann</b><p>{text}</p></div>" for text in TEXTS)
    root = parse(Document(page(related, answers))).root
    assert [post.get("class") for post in find_posts(root)] == ["answer", "answer"]


def test_links_are_no_text_of_a_block() -> None:
    links = "".join(f"<div class='x'><b>More</b><a href='/'>{text * 9}</a></div>" for text in TEXTS)
    plain = "".join(f"<div class='y'><b>Ann</b><p>{text}</p></div>" for text in TEXTS)
    root = parse(Document(page(links, plain))).root
    assert [post.get("class") for post in find_posts(root)] == ["y", "y"]


def test_blocks_above_the_one_main_heading_are_none() -> None:
    above = "".join(f"<div class='y'><b>Ann</b><p>{text}</p></div>" for text in TEXTS)
    assert not find_posts(parse(Document(f"<body>{above}<h1>So</h1><p>End</p>")).root)
    assert find_posts(parse(Document(f"<body>{above}<h1>So</h1><h1>Or so</h1>")).root)


def test_a_heading_that_the_title_of_the_page_repeats_is_as_good_as_a_main_one() -> None:
    head = "<title>{} | Clinic</title><div class='y'><h5>Heel pain in the morning</h5><p>What is it?</p></div>"
    below = "".join(f"<div class='y'><b>Ann</b><p>{text}</p></div>" for text in TEXTS)
    for told, count in (("Heel pain in the morning", 2), ("Welcome", 3)):
        assert len(find_posts(parse(Document(f"{head.format(told)}{below}")).root)) == count


def test_a_lone_block_is_an_answer_if_it_is_called_so_and_no_other_is() -> None:
    lone = "<div class='answer-text'><p>Wait.</p></div>"
    assert len(find_posts(parse(Document(page(lone))).root)) == 1
    assert not find_posts(parse(Document(page("<div class='answers'><p>Wait.</p></div>"))).root)
    pairs = "<dt>Ann</dt><dd><p>Wait.</p></dd>" * 2
    assert not find_posts(parse(Document(page(f"<dl class='answers-all answer'>{pairs}</dl>"))).root)
    assert not find_posts(parse(Document(page(lone, "<section class='reply'><p>No.</p></section>"))).root)


def test_the_only_item_of_a_list_that_is_called_answers_is_one() -> None:
    item = f"<li><b>Ann</b><p>{TEXTS[0]}</p></li>"
    assert [post.tag for post in find_posts(parse(Document(page(f"<ul class='answers'>{item}</ul>"))).root)] == ["ul"]
    assert not find_posts(parse(Document(page(f"<ul class='answers'>{item}<li>2</li></ul>"))).root)


@pytest.mark.parametrize(
    ("between", "count"), [("Other answers", 2), ("And where is it?", 0), ("It is there. " * 4, 0)]
)
def test_answers_need_not_be_siblings_if_no_more_than_a_label_stands_between_them(between: str, count: int) -> None:
    form = "<section><h2>{}</h2><div class='answer'><b>Ann</b><p>{}</p></div></section>"
    root = parse(Document(page(*map(form.format, ("The best", between), TEXTS)))).root
    assert len([post for post in find_posts(root) if post.get("class") == "answer"]) == count
