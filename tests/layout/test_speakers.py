"""What stands behind the name of somebody, in front of what he says."""

import re

from extractor.layout import speakers


def test_labels_behind_a_name() -> None:
    assert re.fullmatch(speakers.named("question"), "さんからのご質問")
    assert re.fullmatch(speakers.named("answer"), "の回答")


def test_who_speaks_with_a_verb() -> None:
    asks = re.match(speakers.asking(), "Anh Tú (Huế) hỏi:\n")
    assert asks
    assert asks["asker"] == "Anh Tú (Huế)"
    assert re.match(speakers.answering(), "Vet Ada Rowe advises: Rest.") is not None
    assert re.match(speakers.asking(), "Nobody asks here, and it is said: rest.") is None
