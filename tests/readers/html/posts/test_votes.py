"""How many found a post helpful, wherever a page says it."""

import pytest
from lxml import html

from extractor.layout import Part
from extractor.layout.html import MARK, VOTED
from extractor.readers.html.posts.parts import rendered
from extractor.readers.html.posts.votes import mark_votes, votes_in
from extractor.readers.html.rendering.head import Head
from tests.readers.html.posts.boards import POSTS, board, post, thread_of


@pytest.mark.parametrize(
    ("extra", "told"),
    [
        ("<span class='votes'>7</span>", "7"),
        ("<span class='votes' data-value='8'>Votes</span>", "8"),
        ("<p class='foot'>9 people found this helpful.</p>", "9 people found"),
        ("<button class='vote-up'>10</button>", "10"),
        ("<button class='like' aria-label='11 likes'></button>", "11"),
        ("<button class='vote-up' aria-label='Vote'></button>", None),
        ("<button class='share'>12</button>", None),
    ],
)
def test_votes_stand_on_elements_in_words_or_on_buttons(extra: str, told: str | None) -> None:
    first, second, third = (post(*one, extra if k == 1 else "") for k, one in enumerate(POSTS))
    tree = board(first, second, third)
    page = rendered(tree, thread_of(tree), Head("Night cramps"))
    found = [one for one in page.regions if one.part is Part.VOTES]
    values = [page.text[one.start : one.end] if one.value is None else one.value for one in found]
    assert ([one.post for one in found], values) == (([2], [told]) if told else ([], []))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Helpful? 14 people found this helpful.", ["14 people found"]),
        ("1,234 people found this helpful", ["1,234 people found"]),
        ("A 3 personas les resultó útil", ["3 personas les resultó"]),
        ("14 patients asked the same of me last year", []),
    ],
)
def test_a_line_tells_of_votes(line: str, told: list[str]) -> None:
    assert [line[one.start : one.end] for one in votes_in(line, 0, 1)] == told


def test_a_button_of_a_marked_post_says_how_many_votes_it_has() -> None:
    button = "<button class='helpful' aria-label='Useful'>Useful (14)</button>"
    root = html.document_fromstring(f"<ul><li {MARK}='block'>Rest it.{button}</li><li>No post.{button}</li></ul>")
    mark_votes(root)
    assert root.xpath(f"//@{VOTED}") == ["14"]
