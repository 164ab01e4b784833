"""What CONTRIBUTING says of the four errands is so: the files are there, and no more to read than it says."""

import re

import pytest

from tests.paths import ROOT

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
ERRANDS = re.findall(
    r"^- \*\*([^*]+)\*\* \((?:at most (\d+) lines|four files)\): (.*?)(?=^- |^$)", TEXT, re.MULTILINE | re.DOTALL
)


@pytest.mark.parametrize(("errand", "most", "text"), ERRANDS, ids=[errand for errand, *_ in ERRANDS])
def test_an_errand_is_no_longer_than_it_says(errand: str, most: str, text: str) -> None:
    files = re.findall(r"`((?:extractor|docs)/[\w/-]+\.\w+)`", text)
    assert 2 <= len(files) <= 4, errand
    lines = sum(len((ROOT / file).read_text(encoding="utf-8").splitlines()) for file in files)
    assert lines <= int(most) if most else len(files) == 4


def test_there_are_four() -> None:
    assert len(ERRANDS) == 4


def test_every_file_and_script_that_is_named_is_there() -> None:
    named = set(re.findall(r"(?:(?:extractor|docs|tests)/[\w/]+[\w-]*\.\w+|scripts/[\w-]+(?:\.\w+)?)", TEXT))
    assert len(named) > 12
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_script_is_named_and_can_be_run() -> None:
    scripts = [path for path in (ROOT / "scripts").iterdir() if path.is_file() and not path.suffix]
    assert [path.name for path in scripts if f"scripts/{path.name} " not in TEXT] == []
    assert all(path.stat().st_mode & 0o111 for path in scripts)
