"""What speaks against blocks being posts: titles that lead to other pages, and ratings."""

import pytest
from lxml import html

from extractor.readers.html.posts.listing import are_asked_one_by_one, leading_elsewhere, rating
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post

_TITLE = "<a href='/t/{}'>Ten things to know of cramps {}</a>"
_HEADING = "<h3><a href='/t/1'>Ten things to know of cramps</a></h3>"


def _count(*above: str) -> int:
    """How many of three blocks have the title of another page, with this markup above their texts."""
    shown = (
        post(*one).replace("<div class='words'>", f"{markup}<div class='words'>")
        for one, markup in zip(POSTS, above, strict=True)
    )
    tree = board(*shown)
    posts, bodies, names = (
        [i for i, called in enumerate(tree.classes) if called == name] for name in ("post", "words", "username")
    )
    return leading_elsewhere(tree, [range(i, tree.ends[i]) for i in posts], dict(enumerate(bodies)), names)


@pytest.mark.parametrize(
    ("above", "count"),
    [
        (["", "", ""], 0),
        ([_TITLE.format(1, 1), _TITLE.format(2, 2), ""], 2),
        ([_TITLE.format(1, 1)] * 3, 1),
        ([_TITLE.format(1, 1).replace("Ten", f"{reply}Ten") for reply in ("", "Re: ", "AW: ")], 1),
        ([f"<a href='/t/{k}#p{k}'>Re: cramps at night {'abc'[k]}</a>" for k in range(3)], 3),
        ([f"<a href='/t/1#p{k}'>Message {k} of twelve</a>" for k in range(3)], 1),
        ([f"<a id='p{k}' href='/t/1#p{k}'>Cramps at night {'abc'[k]}</a>" for k in range(3)], 0),
        ([_HEADING.replace("Ten", f"{kind}Ten") for kind in ("", "Cold ", "Warm ")], 3),
        ([_HEADING] * 3, 1),
        ([_HEADING.replace("/t/1", "#p1")] * 3, 0),
        ([_HEADING.replace("/t/1", "/members/1")] * 3, 0),
        ([f"<a href='/t/{k}'>Why {k}?</a>" for k in range(3)], 0),
        ([f"<a href='/t/{k}'>1{k} March 2019, 10:00</a>" for k in range(3)], 0),
        ([f"<h3><a href='/t/{k}'>1{k} March 2019, 10:00</a></h3>" for k in range(3)], 0),
    ],
    ids=[
        "none",
        "each its own",
        "one in all",
        "one in all, with what replies are marked by",
        "posts elsewhere",
        "posts here",
        "each its own post",
        "headings",
        "headings of one title",
        "this page",
        "people",
        "short",
        "dates",
        "headings of dates",
    ],
)
def test_titles_of_other_pages_are_linked_headings_or_links_of_their_own(above: list[str], count: int) -> None:
    assert _count(*above) == count


def test_links_below_a_text_are_no_titles() -> None:
    tree = board(*(post(*one, _TITLE.format(k, k)) for k, one in enumerate(POSTS)))
    posts, bodies = ([i for i, called in enumerate(tree.classes) if called == name] for name in ("post", "words"))
    own = [range(i, tree.ends[i]) for i in posts]
    assert leading_elsewhere(tree, own, dict(enumerate(bodies)), []) == 0


def test_names_are_no_titles() -> None:
    shown = (post(f"Doctor {n} of Leeds", d, t).replace("/members/", "/t/") for n, d, t in POSTS)
    tree = board(*shown)
    posts, bodies, names = (
        [i for i, called in enumerate(tree.classes) if called == name] for name in ("post", "words", "username")
    )
    own = [range(i, tree.ends[i]) for i in posts]
    assert leading_elsewhere(tree, own, dict(enumerate(bodies)), []) == 3
    assert leading_elsewhere(tree, own, dict(enumerate(bodies)), names) == 0


@pytest.mark.parametrize(
    ("extra", "is_rating"),
    [
        ("<span class='rating'>4 of 5</span>", True),
        ("<i itemprop='ratingValue'>4</i>", True),
        ("<i itemprop='upvoteCount'>4</i>", False),
        ("<i class='reviewerBadge'>12 reviews</i>", False),
        ("<i class='author-rating'>Level 2</i>", False),
        (f"<span class='rating'>{'Many words. ' * 20}</span>", False),
    ],
)
def test_ratings_are_short_and_called_so(extra: str, is_rating: bool) -> None:  # noqa: FBT001 - a table's column
    tree = board(post(*POSTS[0], extra), *(post(*one) for one in POSTS[1:]))
    own = [range(i, tree.ends[i]) for i, called in enumerate(tree.classes) if called == "post"]
    assert rating(tree, own) == is_rating


@pytest.mark.parametrize(("told", "count"), [("005", 0), ("+12", 0), ("345", 3), ("4.5", 3)])
def test_votes_for_a_post_are_no_rating_whatever_they_are_called(told: str, count: int) -> None:
    tree = board(*(post(*one, f"<i class='post-rating'>{text}</i>") for one, text in zip(POSTS, told, strict=True)))
    own = [range(i, tree.ends[i]) for i, called in enumerate(tree.classes) if called == "post"]
    assert rating(tree, own) == count


def test_a_link_at_the_beginning_of_a_text_may_be_a_title_and_one_inside_is_none() -> None:
    def count(text: str) -> int:
        tree = board(*(post(n, d, text.format(k, t)) for k, (n, d, t) in enumerate(POSTS)))
        posts, bodies, names = (
            [i for i, called in enumerate(tree.classes) if called == name] for name in ("post", "words", "username")
        )
        return leading_elsewhere(tree, [range(i, tree.ends[i]) for i in posts], dict(enumerate(bodies)), names)

    link = "<a href='/t/{0}'>Cramps at night, part {0}</a>"
    assert (count(link + " {1}"), count("{1} " + link)) == (3, 0)


@pytest.mark.parametrize(
    ("form", "is_asked"),
    [
        ("<h4>{0} washable?</h4><div class='answer'><b>Shop</b><i>3 May 2021</i><p>Yes, it is. {0}</p></div>", True),
        ("<div class='answer'><h4>{0} washable</h4><b>Shop</b><i>3 May 2021</i><p>Yes, it is. {0}</p></div>", False),
        ("<p class='q-question'>{0} washable?</p><div class='answer'><b>Shop</b><p>Yes, it is. {0}</p></div>", True),
        ("<div class='answer'><h4>Re: Is it washable?</h4><b>{0}</b><i>3 May 2021</i><p>Yes, it is.</p></div>", False),
        ("<div class='answer'><dl><dt>Is it? <i>{0}, 3 May 2021</i></dt><dd>Yes, it is.</dd></dl></div>", False),
        ("<p class='question-answer'>{0} washable?</p><div class='answer'><b>Shop</b><p>Yes. {0}</p></div>", False),
    ],
)
def test_blocks_below_questions_of_their_own_are_those_of_a_house(form: str, is_asked: bool) -> None:  # noqa: FBT001 - a column
    tree = Tree(html.document_fromstring("<h1>Is it?</h1>" + form.format("Left") + form.format("Right")))
    posts = [i for i, classes in enumerate(tree.classes) if classes == "answer"]
    assert are_asked_one_by_one(tree, posts, {}) == is_asked
