"""`new-site`: a layout and a fixture pair, drafted from one page."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.cli.scaffold import draft, new_site
from extractor.errors import UsageError
from extractor.layout import Part
from tests.paths import FIXTURES

HASHED = FIXTURES / "realself" / "html-2023-next.html"
PLAIN = FIXTURES / "realself" / "html-2017-angular.html"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (
            HASHED,
            {
                Part.TITLE: "h1",
                Part.ANSWER: ".answer_answer__*",
                Part.HEADLINE: ".answer_answer__* .answer_title__*",
                Part.BODY: ".answer_answer__* .answer_body__*",
                Part.BYLINE: ".answer_answer__* .answer_byline__*",
            },
        ),
        (
            PLAIN,
            {
                Part.TITLE: "h1",
                Part.ANSWER: ".Answer",
                Part.HEADLINE: ".Answer .Content-title",
                Part.BODY: ".Answer .Content-bodyText",
                Part.BYLINE: ".Answer .Media-body",
            },
        ),
    ],
    ids=["hashed", "plain"],
)
def test_repeated_blocks_and_their_parts_are_found(page: Path, expected: dict[Part, str]) -> None:
    found = draft(page.read_bytes()).selectors
    assert {selector.part: selector.css for selector in found} == expected
    assert all(selector.guess for selector in found)


def test_posts_of_a_forum_begin_with_the_question() -> None:
    facts = draft((FIXTURES / "generic" / "html-phpbb-prosilver.html").read_bytes())
    assert facts.asks_first
    assert ".post" in [selector.css for selector in facts.selectors]


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
    new_site("example.org", PLAIN.read_bytes(), tmp_path)
    with pytest.raises(UsageError, match=r"example\.py"):
        new_site("example.org", PLAIN.read_bytes(), tmp_path)


def test_in_a_checkout_the_layout_goes_among_the_others(tmp_path: Path) -> None:
    (tmp_path / "extractor" / "sites").mkdir(parents=True)
    written = new_site("example.org", PLAIN.read_bytes(), tmp_path)
    assert written[0] == tmp_path / "extractor" / "sites" / "example.py"


def test_a_page_without_repeated_blocks_gives_what_it_can(tmp_path: Path) -> None:
    written = new_site("example.org", b"<html><h1>Is it?</h1><p>text</p></html>", tmp_path)
    assert 'Selector(Part.TITLE, "h1", guess=True)' in written[0].read_text(encoding="utf-8")
