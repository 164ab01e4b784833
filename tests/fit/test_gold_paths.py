"""Gold paths: every chain that has one gives the known record by it."""

import pytest

from extractor.fit.gold_paths import chains_of, is_lone_answer
from extractor.readers.text.grammar.states import State
from extractor.readers.text.page import TextPage
from extractor.readers.text.reader import readings_of
from extractor.readers.text.weights import SHIPPED
from extractor.sites import all_layouts
from tests.fit.pages import all_pages, pages, taught


@pytest.mark.parametrize("folder", ["realself/a", "tummytuck"])
def test_a_gold_path_has_a_state_for_every_item_and_an_answer_for_every_one_known(folder: str) -> None:
    for page, chains in taught(folder):
        golden = [chain for chain in chains if chain.gold]
        assert golden, page.name
        for chain in golden:
            assert chain.gold is not None
            assert len(chain.gold) == len(chain.read.cut.items)
            begun = sum(chain.gold.count(state) for state in (State.HEADLINE, State.FIRST))
            assert begun == sum(len(record.answers) for record in page.records)


def test_a_page_of_another_record_has_no_gold_path() -> None:
    one, other, *_ = pages("realself/a")
    mixed = type(one)(one.name, one.family, one.group, one.text, other.records)
    assert not any(chain.gold for chain in chains_of(mixed))


def test_a_thread_that_is_told_by_its_form_has_no_chain() -> None:
    """Its posts are found without weights: there is nothing to fit."""
    told = [
        page
        for page in all_pages("generic")
        if not all(read.steps for read in readings_of(TextPage(page.text), all_layouts(), None, SHIPPED))
    ]
    assert told
    assert not any(map(chains_of, told))


def test_a_lone_answer_is_told_by_its_record() -> None:
    assert all(map(is_lone_answer, pages("hard/lone")))
    assert not any(map(is_lone_answer, pages("realself/a")))
