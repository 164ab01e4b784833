"""Pages that share their words are learnt from together or not at all."""

from dataclasses import replace

from extractor.fit.folds import FOLDS, by_family, by_group, grouped
from tests.fit.pages import pages


def test_pages_that_share_a_question_are_of_one_group() -> None:
    found = pages("realself/a")
    twin = replace(found[0], name="twin", text="another text", records=found[0].records)
    groups = {page.name: page.group for page in grouped([*found, twin])}
    assert groups["twin"] == groups[found[0].name]
    assert len({groups[page.name] for page in found}) == len(found)


def test_a_group_is_of_one_fold_whatever_else_there_is() -> None:
    found = [replace(page, group=str(number)) for number, page in enumerate(pages("realself/a") * 10)]
    folds = [by_group(page) for page in found]
    assert folds == [by_group(replace(page, name="x")) for page in found]
    assert set(folds) == {str(number) for number in range(FOLDS)}
    assert {by_family(page) for page in found} == {"realself/a"}
