"""Who asks and who answers on Japanese and Chinese pages."""

import re

import pytest

from extractor.layout import east_asian


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("みどりさんからの質問", {"asker": "みどり"}),
        ("Rosaさんからの質問", None),
    ],
)
def test_who_asks_stands_in_front_of_the_label(text: str, said: dict[str, str] | None) -> None:
    match = re.fullmatch(east_asian.asker(), text)
    assert (match and match.groupdict()) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("王小明 副主任医师\n皮肤科", {"name": "王小明", "specialty": "皮肤科"}),
        ("王小明医生 青山医院\n", {"name": "王小明"}),
        ("欧阳小明\n副主任医师\n", {"name": "欧阳小明"}),
        ("王小明\n副主任医师青山医院\n", {"name": "王小明"}),
        ("推荐医生", None),
        ("主任医师\n", None),
        ("医師の回答", None),
        ("Rosa 医生", None),
    ],
    ids=[
        "rank and department",
        "hospital",
        "rank below",
        "rank and place below",
        "a heading",
        "a rank alone",
        "a label",
        "other writing",
    ],
)
def test_a_doctor_is_told_by_rank_and_place(text: str, said: dict[str, str] | None) -> None:
    match = re.match(east_asian.byline(), text)
    found = {name: value for name, value in match.groupdict().items() if value} if match else None
    assert found == said
