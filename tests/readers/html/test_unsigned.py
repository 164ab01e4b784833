"""Whether a page may name those who gave answers that are signed by nobody."""

import pytest

from extractor.readers.html.rendering.parse import parse_fragment
from extractor.readers.html.unsigned import leaves_names
from extractor.records import Answer, Doctor, QAPage, Question

TEXT = "A click without pain is mostly a tendon that catches, and it goes away."


def _leaves(markup: str, *bodies: str, doctor: Doctor | None = None, is_of_site: bool = False) -> bool:
    root = parse_fragment(f"<div><h1>Is it?</h1>{markup}</div>")
    assert root is not None
    answers = [Answer(position=n, body=body, doctor=doctor) for n, body in enumerate(bodies or (TEXT,), 1)]
    record = QAPage(question=Question(title="Is it?", asker="hal"), answers=tuple(answers), confidence=0.9)
    return leaves_names(record, root, is_read_by_line=False, is_of_site=is_of_site)


@pytest.mark.parametrize(
    ("markup", "is_left"),
    [
        ("<b class='author'>mosslamp</b><p>It is.</p>", True),
        ("<a href='/members/7'>mosslamp</a>", True),
        ("<b class='author'>hal</b><p>It is.</p>", False),
        ("<aside><b class='author'>mosslamp</b></aside>", False),
        (f"<b class='author'>{TEXT}</b>", False),
        (f"<div class='x'><header><h4>mosslamp</h4></header><p>{TEXT}</p></div>", True),
        (f"<div class='x'><p>{TEXT}</p><footer><a>Reply</a> <button>Share</button></footer></div>", False),
        ("<p>It is.</p><footer>All rights reserved</footer>", False),
    ],
)
def test_an_element_may_name_who_answers(markup: str, is_left: bool) -> None:  # noqa: FBT001 - a column of the table
    assert _leaves(markup) == is_left
    assert not _leaves(markup, doctor=Doctor(name="mosslamp"))
    assert not _leaves(markup, is_of_site=True)


@pytest.mark.parametrize(
    ("bodies", "is_left"),
    [
        ((f"mosslamp\n{TEXT}", f"Bo Ray\n{TEXT}"), True),
        ((f"{TEXT}\nmosslamp", f"{TEXT}\nquill"), True),
        ((f"mosslamp\n{TEXT}", TEXT), False),
        ((f"mosslamp\n{TEXT}",), False),
        ((f"Dear hal,\n{TEXT}", f"Hello!\n{TEXT}"), False),
    ],
)
def test_a_few_words_at_the_same_end_of_all_answers_may_be_names(
    bodies: tuple[str, ...],
    is_left: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert _leaves("", *bodies) == is_left
