"""What the pages of `docs/` print is what one gets: their blocks are run in order, in an empty folder."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from extractor.cli import main
from tests.paths import ROOT


class Block(NamedTuple):
    """What stands between fences: a file if it has a name, commands (`sh`), or what the last of them prints."""

    language: str
    file: str
    content: str


def blocks(page: Path) -> Iterator[Block]:
    """The blocks at the beginning of a line; what is indented is shown, not run."""
    text = page.read_text(encoding="utf-8")
    for language, file, content in re.findall(r"^```(\w+) ?(\S*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield Block(language, file, content)


def without_confidence(text: str) -> str:
    """Confidences change when the reader learns."""
    return re.sub(r"\b0\.\d{2,3}\b", "0.99", text)


PAGES = [
    page for page in sorted((ROOT / "docs").rglob("*.md")) if any(block.language == "sh" for block in blocks(page))
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_true(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = ""
    for block in blocks(page):
        if block.file:
            Path(block.file).write_text(block.content, encoding="utf-8")
        elif block.language == "sh":
            for command in block.content.splitlines():
                told = run(command)
        else:
            assert block.language == "text"
            assert without_confidence(block.content) in without_confidence(told)


def run(command: str) -> str:
    """What a command says, on both streams."""
    program, *arguments = shlex.split(command)
    assert program == "extractor"
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_layout_of_the_page_on_new_sites_leaves_no_doubt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for block in blocks(ROOT / "docs" / "new-site.md"):
        if block.file:
            Path(block.file).write_text(block.content, encoding="utf-8")
    assert "2 records (0 with warnings" in run("extractor question.html question.txt --layout peelforum.py")
