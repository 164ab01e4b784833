"""`new-site` says what it wrote, and needs a page."""

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.paths import FIXTURES


def test_it_says_what_it_wrote(tmp_path: Path) -> None:
    page = FIXTURES / "realself" / "html-2017-angular.html"
    result = run("new-site", "ask.example.org", "--from", str(page), "-o", str(tmp_path))
    assert result.exit_code == 0
    wrote = [Path(line.removeprefix("wrote ")) for line in result.stderr.splitlines() if line.startswith("wrote ")]
    assert sorted(path.suffix for path in wrote) == [".html", ".json", ".py"]
    assert all(path.exists() for path in wrote)


@pytest.mark.parametrize("arguments", [["ask.example.org"], ["ask.example.org", "--from", "gone.html"]])
def test_without_a_page_nothing_is_drafted(arguments: list[str]) -> None:
    assert run("new-site", *arguments).exit_code == 2


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    page = FIXTURES / "realself" / "html-2017-angular.html"
    result = run("new-site", "ask.example.org", "--from", str(page), "-o", str(tmp_path / "taken" / "below"))
    assert result.exit_code == 3
    assert f"cannot write {tmp_path / 'taken' / 'below'}: " in result.stderr
