"""What became of every line: numbers of the file, and one role for each piece."""

from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import read_text
from extractor.readers.text.roles import line_roles
from extractor.sites import all_layouts

PAGE = (
    "\n\nIs swelling normal after two weeks?\n\n\nI had surgery on May 2.\n\n\nDoctor Answers 1\n\n"
    "Swelling after surgery\n\nIt takes a month, and you can cool it.\n\n"
    "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n"
)


def test_every_line_has_its_number_in_the_file_and_its_role() -> None:
    read = read_text(TextPage(PAGE), all_layouts())
    assert read is not None
    lines = PAGE.split("\n")
    rows = line_roles(read)
    assert [row.line.text for row in rows] == [lines[row.number - 1] for row in rows]
    assert [row.pieces[0].role for row in rows] == [
        "title", "question", "count", "headline", "body", "name", "place and specialty", "rating",
    ]  # fmt: skip


def test_a_label_and_the_text_behind_it_are_two_things() -> None:
    read = read_text(TextPage("Q: Is it normal?\n\nA: You can wait a month.\n"), all_layouts())
    assert read is not None
    (asked,), (answered,) = (row.pieces for row in line_roles(read))
    assert (read.page.text[asked.start : asked.end], answered.role) == ("Is it normal?", "body")
