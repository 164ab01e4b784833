"""The file of the weights: the same numbers, the same bytes."""

import json

from extractor.fit.weights_file import PATH, entries, priors, with_weights


def test_the_file_is_written_as_it_is() -> None:
    assert with_weights(entries(), {}) == PATH.read_text(encoding="utf-8")


def test_a_weight_that_moves_keeps_the_one_set_by_hand() -> None:
    old = entries()
    name = next(iter(old))
    moved = with_weights(old, {name: priors()[name] + 1.2345})
    entry = json.loads(moved)[name]
    assert entry == {"weight": round(priors()[name] + 1.2345, 3), "prior": priors()[name], "why": old[name]["why"]}
    assert with_weights(json.loads(moved), {name: priors()[name] + 1.2345}) == moved
    back = json.loads(with_weights(json.loads(moved), {name: priors()[name]}))[name]
    assert "prior" not in back
