"""Where posts show their dates: one place for all, by what marks it and how many posts have it."""

from extractor.readers.html.posts.candidates.dates import DateColumn, date_columns
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from tests.readers.html.posts.boards import POSTS, board, post


def _columns(tree: Tree) -> list[DateColumn]:
    posts, bodies = ([i for i, called in enumerate(tree.classes) if called == name] for name in ("post", "words"))
    own = [range(i, tree.ends[i]) for i in posts]
    return date_columns(tree, Places(tree), own, dict(enumerate(bodies)))


def _shown(tree: Tree, column: DateColumn) -> list[str]:
    return [tree.words(column.dates[k]) for k in sorted(column.dates)]


def test_an_element_for_times_comes_before_a_date_that_is_only_printed() -> None:
    seen = [post(*one, "<div>Seen <time>1 Feb 2018</time></div>") for one in POSTS]
    tree = board(*seen)
    (marked,) = _columns(tree)
    assert (marked.key, _shown(tree, marked)) == (("time", ""), ["1 Feb 2018"] * 3)
    printed, some = _columns(board(*seen[:2], post(*POSTS[2])))
    assert _shown(tree, printed) == [date for _, date, _ in POSTS]
    assert marked.weight > printed.weight == 1 > some.weight


def test_a_place_in_every_post_comes_before_a_better_mark_in_one() -> None:
    tree = board(*(post(*one, "<time>1 Feb 2018</time>" if one is POSTS[1] else "") for one in POSTS))
    everywhere, once = _columns(tree)
    assert _shown(tree, everywhere) == [date for _, date, _ in POSTS]
    assert list(once.dates) == [1]
    assert once.weight < everywhere.weight / 2


def test_a_date_inside_the_text_of_a_post_is_none_of_the_post() -> None:
    tree = board(*(post(n, d, f"{t} <time datetime='2018-05-03'>3 May 2018</time>") for n, d, t in POSTS))
    (printed,) = _columns(tree)
    assert _shown(tree, printed) == [date for _, date, _ in POSTS]


def test_of_several_dates_in_one_place_the_first_is_the_posts() -> None:
    tree = board(*(post(n, "", t, f"<time>{d}</time><time>1 Jan 2020</time>") for n, d, t in POSTS))
    (times,) = _columns(tree)
    assert _shown(tree, times) == [date for _, date, _ in POSTS]


def test_the_hour_that_is_called_a_time_stands_beside_the_day() -> None:
    shown = (post(n, "", t, f"<div><i>{d[:11]} <b class='time'>{d[13:]}</b></i></div>") for n, d, t in POSTS)
    weights = {column.key: column.weight for column in _columns(board(*shown))}
    assert weights["class", "b.time"] < weights["text", "i.<"] == 1


def test_all_of_a_short_post_is_no_date_of_it() -> None:
    tree = board(*(f"<div class='post'><i>{d}</i> <b>Yes, it was.</b></div>" for _, d, _ in POSTS))
    assert _shown(tree, _columns(tree)[0]) == [date for _, date, _ in POSTS]
