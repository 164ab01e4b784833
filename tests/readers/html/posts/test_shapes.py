"""What stays of a class or an id without what differs from one post to the next."""

from extractor.readers.html.posts.shapes import tokens


def test_numbers_and_hashes_are_no_part_of_a_shape() -> None:
    assert tokens("post post-12 card__Ab3xY post") == ("post", "post-#", "card__")


def test_hashes_that_styles_are_called_by_are_not_alike() -> None:
    assert tokens("css-1q2w3e css-4r5t6y") == ("css-1q2w3e", "css-4r5t6y")
