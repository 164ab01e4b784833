"""`--layout FILE.py`: a layout that is not packaged, for every command that reads, also in workers."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main

PAGE = "<html><h1>Is it normal?</h1><div class=reply><p class=says>{}</p></div></html>"
LAYOUT = """
from extractor.layout import HtmlFacts, Layout, Part, Selector

SELECTORS = (Selector(Part.ANSWER, ".reply"), Selector(Part.TITLE, "h1"), Selector(Part.BODY, ".reply .says"))
LAYOUT = Layout(name="own", hosts=("own.example",), html=HtmlFacts(SELECTORS, signatures=("class=says",)))
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with pages and the layout of their site."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.py").write_text(LAYOUT)
    (tmp_path / "pages").mkdir()
    for name in ("a", "b"):
        (tmp_path / "pages" / f"{name}.html").write_text(PAGE.format(f"It is, says {name}."))
        gold = {"question": {"title": "Is it normal?"}, "answers": [{"position": 1, "body": f"It is, says {name}."}]}
        (tmp_path / "pages" / f"{name}.json").write_text(json.dumps(gold))
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize("inputs", [["pages/a.html"], ["pages", "-j", "2"]], ids=["page", "batch"])
def test_pages_are_read_by_it(inputs: list[str]) -> None:
    assert json.loads(run(*inputs, "-o", "-", "-q").stdout) == []
    found = json.loads(run(*inputs, "--layout", "own.py", "-o", "-", "-q").stdout)
    assert [record["site"] for record in found] == ["own"] * len(found)
    assert found[0]["answers"][0]["body"] == "It is, says a."


def test_it_is_part_of_what_makes_a_result(folder: Path) -> None:
    def reader() -> str:
        assert run("pages", "-j", "1", "--layout", "own.py").exit_code == 0
        return str(json.loads(Path("output/pages.run.json").read_bytes())["options"]["reader"])

    first = reader()
    (folder / "own.py").write_text(LAYOUT.replace('"h1"', '"html h1"'))
    second = reader()
    assert "own.py" in first
    assert first != second


def test_it_explains_and_evaluates() -> None:
    assert "own" in run("explain", "pages/a.html", "--layout", "own.py").stdout.splitlines()[0]
    assert "exactly right    0/2" in run("evaluate", "pages").stdout
    assert "exactly right    2/2" in run("evaluate", "pages", "--layout", "own.py").stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read: No such file"),
        ("LAYOUT = 3", "holds no layout: it must say `LAYOUT = Layout"),
        ("LAYOUT = Layout(", "cannot be loaded: SyntaxError"),
        ("import nothing_of_the_kind", "cannot be loaded: ModuleNotFoundError"),
        (LAYOUT.replace("hosts=", "hots="), "cannot be loaded: TypeError"),
        (
            "from extractor.layout import *; LAYOUT = Layout(name='m', marks=(Mark(Kind.COUNT, r'(?P<cnt>\\d+) replies'),))",
            "cnt",
        ),
    ],
)
@pytest.mark.parametrize("command", [["extract"], ["explain"]])
def test_what_is_no_layout_is_said_before_anything_is_read(
    folder: Path, command: list[str], content: str | None, message: str
) -> None:
    if content is not None:
        (folder / "bad.py").write_text(content)
    result = run(*command, "pages/a.html", "--layout", "bad.py")
    assert result.exit_code == 2
    assert "bad.py" in result.stderr
    assert message in result.stderr
    assert not Path("output").exists()
