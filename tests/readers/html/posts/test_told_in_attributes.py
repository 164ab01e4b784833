"""What attributes in posts say: votes, the accepted answer, and stars."""

import pytest

from extractor.document import Document
from extractor.reading import read
from extractor.records import Answer
from tests.readers.html.posts.boards import POSTS, post


def _second(noted: str = "", extra: str = "") -> Answer:
    """The answer in the second post, whose element has these attributes, and which holds something more."""
    first, second, third = (post(*one, extra if k == 1 else "") for k, one in enumerate(POSTS))
    second = second.replace("class='post'", f"class='post' {noted}", 1)
    (record,) = read(Document(f"<title>Night cramps | Board</title><h1>Night cramps</h1>{first}{second}{third}"))
    return record.answers[0]


@pytest.mark.parametrize(
    ("noted", "votes", "accepted"),
    [
        ("data-votes='14'", 14, None),
        ("data-upvotes='3' data-accepted='true'", 3, True),
        ("data-accepted='false'", None, None),
        ("", None, None),
    ],
)
def test_what_the_element_of_a_post_notes(noted: str, votes: int | None, *, accepted: bool | None) -> None:
    answer = _second(noted)
    assert (answer.votes, answer.accepted) == (votes, accepted)


@pytest.mark.parametrize(
    ("sign", "accepted"),
    [
        ("<i title='Accepted answer'></i>", True),
        ("<i aria-label='Best answer'></i>", True),
        ("<svg><title>Accepted</title></svg>", True),
        ("<button title='Accept this answer'></button>", None),
        ("<i title='Accepted answers: 12'></i>", None),
    ],
)
def test_a_sign_says_that_an_answer_was_accepted(sign: str, *, accepted: bool | None) -> None:
    assert _second(extra=sign).accepted is accepted


def test_stars_are_told_in_words() -> None:
    doctor = _second(extra="<i aria-label='Rated 4.5 out of 5, 87 reviews'></i>").doctor
    assert doctor is not None
    assert (doctor.rating, doctor.reviews) == (4.5, 87)
    plain = _second(extra="<i title='5 stars: senior member'></i>").doctor
    assert plain is not None
    assert plain.rating is None
