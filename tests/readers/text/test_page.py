"""A page of text: its lines begin directly behind a newline, and what is asked of it is worked out once."""

from extractor.readers.text.page import TextPage


def test_a_page_has_plain_margins_and_its_lines_stand_in_it() -> None:
    page = TextPage("\ufeffTitle \r\n\r\n  body", "a.example")
    assert [line.text for line in page.lines] == ["Title", "body"]
    assert all(page.text[line.start : line.end] == line.text for line in page.lines)
    assert all(line.start <= 1 or page.text[line.start - 1] == "\n" for line in page.lines)
    assert page.lines is page.lines


def test_the_outline_is_that_of_the_text_below_its_margin() -> None:
    assert TextPage("\n\n  Doctor Answers 6").outline == "DA6"


def test_what_it_is_about() -> None:
    assert TextPage("Is swelling normal after surgery? My surgeon says the incision heals.").is_medical
    assert not TextPage("The train leaves at nine and is never late.").is_medical


def test_the_lines_above_the_heading_are_known() -> None:
    page = TextPage("Is it a spur? - Example\n\nHome\nIs it a spur?\nMy heel hurts.\n")
    assert [line.text for line in page.lines_above_heading] == ["Is it a spur? - Example", "Home"]
    assert [line.text for line in page.lines] == ["Is it a spur?", "My heel hurts."]
    assert TextPage("\n").lines_above_heading == []


def test_a_line_that_stands_twice_is_told_once_in_its_place() -> None:
    page = TextPage("Reply\nReply\n\nReply\nNo.")
    assert page.told_once == "Reply      \n\nReply\nNo."
    plain = TextPage("Reply\n\nReply\nNo.\nYes\nYes\nYes\nYes")
    assert plain.told_once is plain.text
