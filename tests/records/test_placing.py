"""Where in the text of a page a warning is about."""

from extractor.records import QAPage, doubt, placing


def test_lines_are_counted_as_in_the_file_from_one() -> None:
    assert [placing.line_at("a\n\nb\nc", at) for at in (0, 3, 5)] == [1, 3, 4]


def test_a_warning_on_an_answer_gets_the_place_of_its_text() -> None:
    text = "Is it?\n\n2 answers\n\nYes, it is."
    page = QAPage(
        text=text,
        spans={"/answers/0/body": ((19, 30),), "/declared_answer_count": ((8, 9),)},
        warnings=(doubt.missing_text(1), doubt.count_mismatch(2, 1), doubt.found_by_shape()),
    )
    places = [(warning.span, warning.line) for warning in placing.placed_by_fields(page).warnings]
    assert places == [((19, 30), 5), ((8, 9), 3), (None, None)]
    nowhere = page.model_copy(update={"text": None})
    assert placing.placed_by_fields(nowhere) is nowhere
