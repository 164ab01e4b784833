"""What stands between the title of a page and its first post."""

import pytest

from extractor.readers.html.posts.above import Above
from extractor.readers.html.posts.places import Places
from tests.readers.html.posts.boards import board

_TEXT = "The council has agreed to plant two hundred lime trees along the ring road before the winter."


@pytest.mark.parametrize(
    ("above", "texts"),
    [
        ("", 0),
        (f"<p>{_TEXT}</p><p>{_TEXT}</p>", 2),
        (f"<div>{_TEXT}<ul><li>{_TEXT}</li></ul></div>", 2),
        (f"<p><a href='/more'>{_TEXT}</a></p>", 0),
        (f"<div class='sidebar'><p>{_TEXT}</p></div>", 0),
        ("<p>Five of them stand already.</p>", 0),
    ],
    ids=["nothing", "paragraphs", "loose and listed", "a link", "aside", "a sentence"],
)
def test_running_text_is_counted(above: str, texts: int) -> None:
    tree = board(above=above)
    first = next(i for i, classes in enumerate(tree.classes) if classes == "post")
    assert Above(tree, Places(tree)).prose(first) // len(_TEXT) == texts


@pytest.mark.parametrize(
    ("above", "is_dish"),
    [
        ("<h2>Ingredients</h2><ul><li>Flour</li></ul>", True),
        ("<p><strong>Zutaten:</strong></p><p>Mehl</p>", True),
        ("<h2>Which ingredients are in it?</h2>", False),
        ("<p>Flour and water.</p>", False),
    ],
)
def test_what_goes_into_a_dish_is_told_by_the_line_above_it(above: str, is_dish: bool) -> None:  # noqa: FBT001 - a column
    tree = board(above=above)
    first = next(i for i, classes in enumerate(tree.classes) if classes == "post")
    assert Above(tree, Places(tree)).tells_dish(first) is is_dish


@pytest.mark.parametrize(
    ("above", "is_subject"),
    [
        (f"<ol><li>{_TEXT}</li></ol>", True),
        (f"<ul><li>{_TEXT}</li></ul>", False),
        ("<video src='/7'></video>", True),
        ("<iframe src='https://films.example/embed/7'></iframe>", True),
        ("<iframe src='https://offers.example/7'></iframe>", False),
    ],
)
def test_steps_by_numbers_and_films_are_a_subject(above: str, is_subject: bool) -> None:  # noqa: FBT001 - a column
    tree = board(above=above)
    first = next(i for i, classes in enumerate(tree.classes) if classes == "post")
    assert Above(tree, Places(tree)).has_subject(first) == is_subject
