"""`new-site`: a layout and a fixture pair, drafted from pages of it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.cli.scaffold import write_site
from extractor.errors import UsageError
from tests.paths import FIXTURES

HASHED = FIXTURES / "realself" / "html-2023-next.html"
PLAIN = FIXTURES / "realself" / "html-2017-angular.html"


def test_the_command_writes_a_layout_that_reads_the_page(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["new-site", "www.ask-a-doc.example", "--from", str(HASHED), "-o", str(tmp_path)])
    assert result.exit_code == 0
    layout = tmp_path / "askadoc.py"
    module: dict[str, object] = {}
    exec(compile(layout.read_text(encoding="utf-8"), layout, "exec"), module)  # noqa: S102 - our own draft
    assert getattr(module["LAYOUT"], "hosts", None) == ("www.ask-a-doc.example",)
    drafted = json.loads((tmp_path / "fixtures" / "askadoc" / "askadoc-01.json").read_text(encoding="utf-8"))
    gold = json.loads(HASHED.with_suffix(".json").read_text(encoding="utf-8"))
    assert [answer["body"] for answer in drafted["answers"]] == [answer["body"] for answer in gold["answers"]]
    assert [answer.get("headline") for answer in drafted["answers"]] == [
        answer.get("headline") for answer in gold["answers"]
    ]
    assert drafted["site"] == "askadoc"


def test_a_layout_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    write_site("example.org", [PLAIN.read_bytes()], tmp_path)
    with pytest.raises(UsageError, match=r"example\.py"):
        write_site("example.org", [PLAIN.read_bytes()], tmp_path)


def test_in_a_checkout_the_layout_goes_among_the_others(tmp_path: Path) -> None:
    (tmp_path / "extractor" / "sites").mkdir(parents=True)
    written = write_site("example.org", [PLAIN.read_bytes()], tmp_path)
    assert written.paths[0] == tmp_path / "extractor" / "sites" / "example.py"


def test_of_a_page_without_answers_nothing_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><h1>Is it?</h1><p>text</p></html>")
    done = CliRunner().invoke(main, ["new-site", "example.org", "--from", str(page), "-o", str(tmp_path)])
    assert done.exit_code == 0
    assert "write them by hand" in done.stderr
    assert "Selector(Part" not in (tmp_path / "example.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("host", ["no host", "https://example.org/", "localhost", "a..b", ""])
def test_what_is_no_host_is_refused(tmp_path: Path, host: str) -> None:
    with pytest.raises(UsageError, match="is no host"):
        write_site(host, [PLAIN.read_bytes()], tmp_path)
    assert not list(tmp_path.iterdir())


def test_what_was_not_placed_is_said_and_what_reads_less_is_a_comment(tmp_path: Path) -> None:
    page = str(FIXTURES / "engines" / "html-github.html")
    done = CliRunner().invoke(main, ["new-site", "example.org", "--from", page, "-o", str(tmp_path)])
    assert "no selector was found for: body, date, link, member, author_url" in done.stderr
    lines = (tmp_path / "example.py").read_text(encoding="utf-8").splitlines()
    assert [line.strip()[:2] for line in lines if "Selector(Part" in line] == ["# "] * 7
