"""Regions gathered into posts and threads: whose each region is, and which answers go with which question."""

from extractor.layout import Part
from extractor.readers.html.posts.regions.marked import MarkedPost, MarkedThread, is_faq, threads_of
from extractor.readers.html.rendering.rendered import Region, Rendered

QUESTION, ANSWER = Part.QUESTION, Part.ANSWER


def _threads(*regions: tuple[Part, int] | tuple[Part, int, str | None]) -> list[MarkedThread]:
    """The threads of a page with these regions: part, number of the post, value; each ten characters behind the last."""
    made = (
        Region(one[0], 10 * k, 10 * k + 9, one[2] if len(one) > 2 else None, one[1]) for k, one in enumerate(regions)
    )
    return threads_of(Rendered("", regions=tuple(made)))


def _numbers(threads: list[MarkedThread]) -> list[list[int]]:
    """The number of the question (0 if it is no post) and those of the answers of each thread."""
    posts = ([thread.question, *thread.answers] for thread in threads)
    return [[post.whole.post if post.whole else 0 for post in some] for some in posts]


def test_answers_go_with_the_question_above_them() -> None:
    threads = _threads(
        (QUESTION, 1), (ANSWER, 2), (ANSWER, 3), (QUESTION, 4), (Part.TITLE, 4), (QUESTION, 5), (ANSWER, 6)
    )
    assert _numbers(threads) == [[1, 2, 3], [4], [5, 6]]


def test_answers_without_a_question_above_are_those_to_the_page() -> None:
    threads = _threads((Part.TITLE, 0), (ANSWER, 1), (ANSWER, 2))
    assert _numbers(threads) == [[0, 1, 2]]
    assert threads[0].question.has(Part.TITLE)


def test_a_question_that_says_nothing_and_has_no_answers_is_none() -> None:
    assert _numbers(_threads((QUESTION, 1), (Part.DATE, 1), (QUESTION, 2), (Part.BODY, 2))) == [[2]]


def test_posts_are_in_the_order_of_their_numbers_and_hold_their_own_regions() -> None:
    (thread,) = _threads((QUESTION, 1), (ANSWER, 3), (ANSWER, 2), (Part.BODY, 3), (Part.BODY, 2), (Part.BODY, 3))
    assert _numbers([thread]) == [[1, 2, 3]]
    assert [[body.start for body in post.bodies] for post in thread.answers] == [[40], [30, 50]]


def test_what_stands_outside_of_posts_is_the_first_answered_questions_if_it_has_none_of_its_own() -> None:
    threads = _threads(
        (Part.TITLE, 0), (Part.TAG, 0), (QUESTION, 1), (Part.BODY, 1), (QUESTION, 2), (Part.TITLE, 2), (ANSWER, 3)
    )
    first, second = (thread.question for thread in threads)
    assert not first.has(Part.TITLE, Part.TAG)
    assert [one.start for part in (Part.TITLE, Part.TAG) for one in second.regions[part]] == [50, 10]


def test_a_question_around_its_answers_is_not_all_of_their_text() -> None:
    whole, title = Region(QUESTION, 0, 90, None, 1), Region(Part.TITLE, 0, 0, "Is it?", 1)
    for start, bodies in ((20, []), (90, [whole])):
        regions = (whole, title, Region(ANSWER, start, start + 40, None, 2))
        (thread,) = threads_of(Rendered("", regions=regions))
        assert thread.question.bodies == bodies


def test_a_post_of_which_nothing_more_is_known_is_its_text() -> None:
    whole = Region(ANSWER, 0, 40, None, 1)
    bare, voted, dated, told = (MarkedPost(ANSWER, whole) for _ in range(4))
    voted.add(Region(Part.VOTES, 0, 40, "3", 1))
    dated.add(Region(Part.DATE, 0, 9, None, 1))
    told.add(Region(Part.BODY, 10, 30, None, 1))
    assert [post.bodies for post in (bare, voted, dated)] == [[whole], [whole], []]
    assert told.bodies == [Region(Part.BODY, 10, 30, None, 1)]
    assert MarkedPost(ANSWER).bodies == []


def test_sites_that_call_every_answer_accepted_and_suggested_say_nothing_by_it() -> None:
    both, one = (Part.ACCEPTED, "acceptedAnswer suggestedAnswer"), (Part.ACCEPTED, "acceptedAnswer")

    def accepted(*marks: tuple[Part, str] | None) -> list[bool]:
        regions: list[tuple[Part, int] | tuple[Part, int, str | None]] = [(QUESTION, 1)]
        for number, mark in enumerate(marks, 2):
            regions += [(ANSWER, number), *([(mark[0], number, mark[1])] if mark else [])]
        (thread,) = _threads(*regions)
        return [post.has(Part.ACCEPTED) for post in thread.answers]

    assert accepted(both, both) == [False, False]
    assert accepted(both, None) == [True, False]
    assert accepted(one, one) == [True, True]


def test_questions_with_one_unsigned_answer_each_are_what_a_firm_asks_itself() -> None:
    pairs = ((QUESTION, 1), (ANSWER, 2), (QUESTION, 3), (ANSWER, 4))
    assert is_faq(_threads(*pairs))
    assert not is_faq(_threads(*pairs[:2]))
    assert not is_faq(_threads(*pairs, (ANSWER, 5)))
    assert not is_faq(_threads(*pairs, (Part.AUTHOR, 4)))
    assert not is_faq(_threads(*pairs, (Part.BYLINE, 1)))
    assert is_faq(_threads(*pairs, (Part.DATE, 4)))
