"""What is left of a post: its text, and the lines above it that say in unknown words what who answers is."""

import pytest

from extractor.layout import Part
from extractor.readers.html.posts.by_shape.boxes import BESIDE
from extractor.readers.html.posts.regions.post import Post, PostLine
from extractor.readers.html.posts.regions.rest import drop_label, rest_of
from extractor.readers.html.rendering.rendered import Hint, Region

_TEXT = "The swelling goes down within a week, so keep the leg up."


def _post(*lines: tuple[str, Hint], is_signed: bool = True) -> Post:
    shown, start = [], 0
    for text, hint in lines:
        shown.append(PostLine(start, start + len(text), text, hint))
        start += len(text) + 1
    names = [Region(Part.AUTHOR, start, start, "Ida Quist", 1)] if is_signed else []
    return Post(Region(Part.ANSWER, 0, start, None, 1), names, shown, list(shown))


def _parts(post: Post) -> list[tuple[Part, int]]:
    post.regions = [*rest_of(post), *post.regions]
    return sorted((one.part, one.start) for one in post.regions if one.part in (Part.BODY, Part.REST))


_SPEC, _PLACE, _SAID = Hint("p", classes="spec"), Hint("p", classes="place"), Hint("p")


def test_short_lines_below_a_name_that_are_called_something_are_in_no_field() -> None:
    post = _post(("Parodontologin", _SPEC), ("Gera", _PLACE), (_TEXT, _SAID))
    assert _parts(post) == [(Part.BODY, 20), (Part.REST, 0)]


@pytest.mark.parametrize(
    "lines",
    [
        [("Hello,", _SPEC), (_TEXT, _SAID)],
        [("Parodontologin", _SAID), (_TEXT, _SAID)],
        [("Parodontologin", Hint("p")), (_TEXT, _SPEC)],
        [("Parodontologin und noch viel mehr als das ist sie", _SPEC), (_TEXT, _SAID)],
        [("Parodontologin", _SPEC)],
    ],
    ids=["a greeting", "marked alike", "called nothing", "long", "alone"],
)
def test_what_lacks_one_of_these_is_text(lines: list[tuple[str, Hint]]) -> None:
    assert _parts(_post(*lines)) == [(Part.BODY, 0)]


def test_without_a_name_all_is_text() -> None:
    assert _parts(_post(("Parodontologin", _SPEC), (_TEXT, _SAID), is_signed=False)) == [(Part.BODY, 0)]


def test_a_beginning_that_is_shown_while_the_whole_is_hidden_is_left_out() -> None:
    assert _parts(_post((f"{_TEXT[:40]}...", _SAID), (_TEXT, _SAID))) == [(Part.BODY, 44)]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (f"Answer: {_TEXT}", _TEXT),
        (f"Respuesta: {_TEXT}", _TEXT),
        (f"A. {_TEXT}", f"A. {_TEXT}"),
        (f"Remember: {_TEXT}", f"Remember: {_TEXT}"),
    ],
)
def test_a_label_in_front_of_an_answer_is_no_part_of_it(line: str, text: str) -> None:
    post = _post((line, _SAID), (_TEXT, _SAID))
    drop_label(post)
    assert [one.text for one in post.free] == [text, _TEXT]


def test_a_label_is_looked_for_below_what_stands_beside_the_name() -> None:
    post = _post(("Keeper of feet", Hint("li", classes=BESIDE)), (f"Answer: {_TEXT}", _SAID))
    drop_label(post)
    assert [one.text for one in post.free] == ["Keeper of feet", _TEXT]
