"""A page that breaks off within its last text is told from one whose writer leaves out the last stop."""

import pytest

from extractor.document import Document
from extractor.reading import read
from extractor.records import WarningCode

HEAD = "Doctor Answers\n\n"
ASKED = "Is swelling normal after two weeks?\n\nI had surgery on May 2, and my nose is still as wide as on the first day.\n\n"
SIGNED = (
    "Swelling after surgery\n\nIt takes a month, and you can cool it.\n\n"
    "Ann Lee, MD\nBoston Plastic Surgeon\n4.3 out of 5 stars 28 reviews\n\nPatience\n\n"
)
LONG = (
    "Please wait for a year with this. Swelling goes last from the tip, and slower where the skin is thick. "
    "Sleep with your head up for a month, leave out salt, and come back if one side grows or hurts. What is left"
)


@pytest.mark.parametrize(
    ("last", "is_cut"),
    [
        (f"{LONG} then is of the bo", True),
        (f"{LONG} then is of the bone.", False),
        ("Please wait for a year with this, and leave out sal", False),
        (f"{LONG} then is of the bone.\n\nBen Orr, MD\nBoston Plastic Surgeon", False),
        (f"{LONG} then is of the bo\n\nSee you", False),
        (f"{LONG} then is of the bone. --Ada Rowe", False),
        (f"{LONG} then is of the bone.\n\nBest wishes, Benjamin Orr", False),
        (f"{LONG} then is of the bone.\n\nBenjamin Orr, who answers for us", False),
    ],
    ids=[
        "within a word",
        "at a stop",
        "a remark",
        "above a byline",
        "above a greeting",
        "signed",
        "a farewell",
        "a name",
    ],
)
def test_a_text_without_its_end_is_told_where_the_others_have_theirs(last: str, is_cut: bool) -> None:  # noqa: FBT001 - a column
    (record,) = read(Document(ASKED + HEAD + SIGNED + last))
    told = [warning for warning in record.warnings if warning.code is WarningCode.TRUNCATED_PAGE]
    assert [warning.answer for warning in told] == [2] * is_cut
    assert all(warning.line == 17 for warning in told)


def test_of_who_never_sets_a_stop_nothing_is_told() -> None:
    (record,) = read(
        Document((ASKED + HEAD + SIGNED + f"{LONG} then is of the bo").replace(".", "").replace("?\n", "?\n", 1))
    )
    assert WarningCode.TRUNCATED_PAGE not in {warning.code for warning in record.warnings}
