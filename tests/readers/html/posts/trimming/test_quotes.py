"""Which parts of texts are quotes of other posts, on boards of no known engine."""

import pytest

from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.posts.trimming.quotes import Quotes
from tests.readers.html.posts.boards import POSTS, board, post, thread_of

_TOLD = POSTS[1][2]
_OWN = "Thank you, the test is on Thursday."


def _parts(inner: str, first: str = "") -> tuple[list[str], str]:
    """The quotes of a third post of which `inner` is the text, and what is left of that."""
    posts = [post(*POSTS[0]).replace("<p>", f"{first}<p>"), post(*POSTS[1]), post("oldmill", "13 Mar 2019, 08:02", "=")]
    tree = board(*posts[:2], posts[2].replace("<p>=</p>", inner))
    found = thread_of(tree)
    quotes = list(Quotes(tree, found.posts).of(2))
    left = tree.text[tree.starts[found.posts.body.bodies[2]] : tree.stops[found.posts.body.bodies[2]]]
    for one in quotes:
        left = left.replace(tree.text[one.start : one.stop], "")
    return [" ".join(tree.text[one.start : one.stop].split()) for one in quotes], left.strip()


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        (f"<div class='bbQuote'><p>Ann: </p><p>{_TOLD}</p></div>", f"Ann: {_TOLD}"),
        (f"<div class='quoteheader'>Quote from: Ann</div><div class='quote'>{_TOLD}</div>", f"Quote from: Ann {_TOLD}"),
        ("<blockquote><cite>Ann wrote:</cite> The other one.</blockquote>", "Ann wrote: The other one."),
        (
            "<p>@Dr Tamsin77 said in Night cramps:</p><blockquote>A test.</blockquote>",
            "@Dr Tamsin77 said in Night cramps: A test.",
        ),
        (f"<blockquote><p>{_TOLD.upper()}</p></blockquote>", _TOLD.upper()),
        (
            "<blockquote><dl><dt>Dr Tamsin77</dt><dd>12 Mar</dd></dl><div>It may.</div></blockquote>",
            "Dr Tamsin77 12 Mar It may.",
        ),
        (f"<table><tr><td>Originally Posted by Ann</td></tr><tr><td>{_TOLD}</td></tr></table>", f"Originally Posted by Ann {_TOLD}"),
        (f"<div>Original post by Dr Tamsin77<p>{_TOLD}</p></div>", f"Original post by Dr Tamsin77 {_TOLD}"),
        (f"<p>Citation de: Dr Tamsin77 le 12 mars</p><div>{_TOLD}</div>", f"Citation de: Dr Tamsin77 le 12 mars {_TOLD}"),
        ("<table><tr><td>QUOTE (Dr Tamsin77 @ 12 Mar)</td></tr><tr><td>It could.</td></tr></table>", "QUOTE (Dr Tamsin77 @ 12 Mar) It could."),
        (f"<div><div class='bar'><blockquote>{_TOLD}</blockquote></div></div>", _TOLD),
    ],
)  # fmt: skip
def test_the_words_of_another_post_are_a_quote(quote: str, text: str) -> None:
    assert _parts(f"{quote}<p>{_OWN}</p>") == ([text], _OWN)


@pytest.mark.parametrize(
    "block",
    [
        "<blockquote>Take one in the morning with food.</blockquote>",
        "<p>The leaflet says:</p><blockquote>Take one in the morning with food.</blockquote>",
        "<div class='pull-quote'>Take one in the morning with food.</div>",
        f"<p>{_TOLD}</p>",
        "<blockquote>Dr Tamsin77</blockquote>",
    ],
)
def test_what_comes_from_elsewhere_or_stands_in_a_paragraph_is_no_quote(block: str) -> None:
    assert _parts(f"{block}<p>{_OWN}</p>")[0] == []


def test_a_class_that_the_first_post_has_too_is_none_of_quotes() -> None:
    block = "<div class='text-quote'>Take one in the morning.</div>"
    assert _parts(f"{block}<p>{_OWN}</p>")[0] == ["Take one in the morning."]
    assert _parts(f"{block}<p>{_OWN}</p>", first=block)[0] == []


def test_quotes_one_below_the_other_are_two() -> None:
    first, second = f"<blockquote>{_TOLD}</blockquote>", f"<blockquote>{POSTS[0][2]}</blockquote>"
    assert _parts(f"{first}<p>{_OWN}</p>{second}<p>No.</p>")[0] == [_TOLD, POSTS[0][2]]


def _mybb(inner: str) -> Tree:
    posts = [
        f"<div id='post_{k}'><div class='author_information'><a href='/user-{k}.html'>{name}</a></div>"
        f"<span class='post_date'>{date}</span><div class='post_body'>{inner if k == 2 else ''}<p>{text}</p></div></div>"
        for k, (name, date, text) in enumerate(POSTS)
    ]
    return board(*posts)


@pytest.mark.parametrize(
    ("inner", "doubts"),
    [
        (f"<blockquote class='mycode_quote'><cite>Ann Wrote:</cite>{_TOLD}</blockquote>", ["quotes-left"]),
        (f"<p>Dr Tamsin77 wrote:</p><blockquote>{_TOLD}</blockquote>", ["quotes-left"]),
        (f"<blockquote><a href='/u/7'>@Dr Tamsin77</a> {_TOLD}</blockquote>", ["quotes-left"]),
        (f"<div>Quote:</div><table><tr><td>{_TOLD}</td></tr></table>", ["quotes-left"]),
        (f"<table><tr><td>Originally Posted by Dr Tamsin77<br>{_TOLD}</td></tr></table>", ["quotes-left"]),
        ("<table><tr><td>Monday</td><td>two tablets</td></tr></table>", []),
        (f"<blockquote>{_TOLD}</blockquote>", []),
        ("", []),
    ],
)
def test_quotes_that_stay_because_their_mark_is_not_known_are_doubtful(inner: str, doubts: list[str]) -> None:
    found = thread_of(_mybb(inner))
    assert found.posts.engine is not None
    assert [doubt.name for doubt in found.doubts] == doubts
    assert list(Quotes(_mybb(inner), found.posts).of(2)) == []
