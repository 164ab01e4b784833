"""Where elements stand that nothing marks."""

from extractor.readers.html.posts.candidates.cells import is_place_alone, place
from tests.readers.html.posts.boards import board


def test_cells_fonts_and_paragraphs_are_told_by_their_places() -> None:
    row = "<td><font>Ann</font></td><td><font>3 May</font><font>Rest.</font><p>Well.</p><p class='x'>So.</p></td>"
    tree = board(f"<table><tr>{row}</tr></table>")
    marked = [key for i in range(len(tree)) for key in place(tree, i)]
    cells = [("td", ">tr 0"), ("font", ">0 0"), ("td", ">tr 1"), ("font", ">1 0"), ("font", ">1 1"), ("p", ">td")]
    assert marked == cells
    assert all(map(is_place_alone, marked))
    assert not is_place_alone(("div", "words"))
