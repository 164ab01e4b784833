"""Every weight has a name, a number and a reason, and is used; what the code asks for is there."""

import json
import re
from pathlib import Path

import extractor.readers.text as package
from extractor.readers.html.posts.by_shape import acceptance as of_blocks
from extractor.readers.text.weights import NUMBERS, SHIPPED, WeightGroup

ROOM = Path(package.__file__).parent
GROUPS = {name: group for name, group in vars(SHIPPED).items() if isinstance(group, WeightGroup)}
CODE = "\n".join(path.read_text(encoding="utf-8") for path in (*ROOM.rglob("*.py"), Path(of_blocks.__file__)))


def test_every_weight_has_a_reason() -> None:
    entries = json.loads((ROOM / "weights.json").read_text(encoding="utf-8"))
    assert all(entry["why"].strip() for entry in entries.values())
    assert entries.keys() == NUMBERS.keys()


def test_every_weight_belongs_to_a_group_that_the_code_knows() -> None:
    assert {name.partition(".")[0] for name in NUMBERS} == vars(SHIPPED).keys()


def test_every_weight_of_a_group_is_used() -> None:
    names = {f"{group}.{name}" for group, weights in GROUPS.items() for name in vars(weights)}
    assert {name for name in names if not re.search(rf"\.{name.partition('.')[2]}\b", CODE)} == set()


def test_every_weight_that_the_code_asks_for_is_in_the_file() -> None:
    asked = set(re.findall(r"\b(?:weights|own|several)\.([a-z_]+)\b(?!\(| import)", CODE))
    known = {name for weights in GROUPS.values() for name in vars(weights)} | vars(SHIPPED).keys()
    assert asked - known == {"json"}  # the file's own ending
