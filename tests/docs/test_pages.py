"""What the pages of `docs/` print is what one gets.

Blocks marked `sh` and `python` are run in order, in a folder that holds the fixtures; those marked `bash` name inputs that
are not there, so only their options are checked. Pages that are made from the code equal what it makes.
"""

import re
import runpy
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import pytest
from click.testing import CliRunner
from lxml import html

from extractor.cli import main
from scripts.reference_pages import PAGES as MADE
from tests.paths import FIXTURES, ROOT


class Block(NamedTuple):
    """What stands between fences: a file or recipe if it has a name, commands, code, or what the last command prints."""

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
    if any("fixtures/" in block.content for block in blocks(page) if block.language == "sh"):
        Path("fixtures").symlink_to(FIXTURES)
    told = ""
    for block in blocks(page):
        if block.file:
            Path(block.file).write_text(block.content, encoding="utf-8")
        elif block.language == "sh":
            for command in block.content.splitlines():
                told = run(command)
        elif block.language == "python":
            Path("block.py").write_text(block.content, encoding="utf-8")
            runpy.run_path("block.py")
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


SHOWN = [
    line.partition("#")[0].strip()
    for page in sorted((ROOT / "docs").glob("*.md"))
    for block in blocks(page)
    if block.language == "bash"
    for line in block.content.splitlines()
    if line.startswith("extractor ")
]


@pytest.mark.parametrize("line", SHOWN)
def test_a_command_that_is_shown_has_the_options_it_is_shown_with(line: str) -> None:
    _, *arguments = shlex.split(line)
    command = main.commands.get(arguments[0], main.commands["extract"])
    known = {name for option in command.params for name in option.opts}
    assert {argument for argument in arguments if argument.startswith("-") and argument != "-"} <= known


@pytest.mark.parametrize("name", MADE)
def test_a_page_that_is_made_from_the_code_is_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == MADE[name]()


def test_the_site_is_built_without_a_warning_and_its_links_lead_somewhere(site: Path) -> None:
    pages = {path.name: html.fromstring(path.read_bytes()) for path in site.glob("*.html")}
    loaded = [
        address for page in pages.values() for address in found(page, "//script/@src | //link/@href | //img/@src")
    ]
    assert not [address for address in loaded if "://" in address]
    links = [(link, name) for name, page in pages.items() for link in found(page, "//a/@href")]
    assert not [link for link, name in links if is_broken(link, name, pages, site)]


def found(page: html.HtmlElement, path: str) -> list[str]:
    """The attributes that an XPath names."""
    values = page.xpath(path)
    assert isinstance(values, list)
    return [str(value) for value in values]


def is_broken(link: str, name: str, pages: Mapping[str, html.HtmlElement], site: Path) -> bool:
    """Whether a link inside the site leads nowhere: to no file, or to no place of its page."""
    address = urlsplit(link)
    target = unquote(address.path) or name
    if address.scheme or address.netloc:
        return False
    if target not in pages:
        return not (site / target).exists()
    place = unquote(address.fragment)
    return bool(place) and place not in found(pages[target], "//@id")
