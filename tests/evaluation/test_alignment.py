from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluation.alignment import pair_up

texts = st.lists(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map(" ".join), max_size=6)


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@given(texts, texts)
def test_pairs_keep_order_and_everything_once(gold: list[str], found: list[str]) -> None:
    pairs = [*pair_up(gold, found, words)]
    assert [one for one, _ in pairs if one is not None] == gold
    assert [other for _, other in pairs if other is not None] == found
    assert all(one is None or other is None or words(one) & words(other) for one, other in pairs)


@given(texts)
def test_equal_sequences_are_paired_throughout(gold: list[str]) -> None:
    assert [*pair_up(gold, gold, words)] == list(zip(gold, gold, strict=True))
