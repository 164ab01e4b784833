"""Copies: what they lack on the page they lack in the record."""

from extractor.fit.copies import SHARE, copies_of
from extractor.fit.gold_paths import Chain, Page, chains_of
from tests.fit.pages import taught


def copies() -> list[tuple[Page, Page]]:
    made = []
    for page, chains in taught("realself/b"):
        golden: Chain = next(chain for chain in chains if chain.gold)
        made += [(page, copy) for copy in copies_of(page, golden)]
    return made


def test_every_word_of_a_copys_record_stands_on_its_page_and_most_can_be_read() -> None:
    made = copies()
    assert len(made) > 8
    for page, copy in made:
        assert copy.text != page.text
        assert (copy.group, copy.family, copy.share) == (page.group, page.family, SHARE)
        (record,) = copy.records
        told = [record.question.title, record.question.body]
        for answer in record.answers:
            told += [answer.headline, answer.body, answer.doctor.name if answer.doctor else None]
        page_words = copy.text.split()
        assert all(word in page_words or word in copy.text for text in told if text for word in text.split())
    readable = [any(chain.gold for chain in chains_of(copy)) for _, copy in made]
    assert sum(readable) > len(readable) / 2


def test_copies_are_the_same_every_time() -> None:
    assert copies() == copies()
