"""`explain` shows how each line of a page was read."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import NEGATIVE, on_terminal, plain, read_json, run
from tests.paths import FIXTURES
from tests.test_api import PAGE

pytestmark = pytest.mark.usefixtures("folder")


EXPLAINED = {
    "Swollen Nose After Four Months. Is This Normal?": "title",
    "My nose is still wide after surgery.": "question",
    "Doctor Answers 2": "count",
    "Swelling takes a year": "headline",
    "+3": "furniture",
    "Most of it is gone after three months, the tip takes longest.": "body",
    "Anna Berg, MD": "name",
    "Boston Plastic Surgeon": "place and specialty",
    "4.9 out of 5 stars 128 reviews": "rating",
}


def test_explain_gives_every_line_its_role() -> None:
    shown = run("explain", "page.txt").stdout.splitlines()
    assert shown[0].startswith("read as realself, score ")
    for number, line in enumerate(PAGE.splitlines(), 1):
        rows = [row for row in shown[1:] if re.match(rf" *{number}  ", row)]
        assert len(rows) == bool(line)
        if line in EXPLAINED:
            assert re.fullmatch(rf" *{number}  {EXPLAINED[line]} +{re.escape(line)}", rows[0])


def test_explain_shows_both_readings_of_a_doubtful_line_with_their_scores() -> None:
    doubtful = FIXTURES / "realself" / "d" / "headline-equals-title.txt"
    shown = run("explain", str(doubtful)).stdout
    (score,) = re.findall(r"^read as .*, score ([\d.]+)$", shown, re.MULTILINE)
    doubts = re.findall(r"^ +\? ([\w ]+): ([\d.]+), ([\w ]+): ([\d.]+)$", shown, re.MULTILINE)
    assert doubts
    for role, best, rival, second in doubts:
        assert role != rival
        assert best == score
        assert float(second) <= float(best)
    assert "warning: doubtful-boundary (answer " in shown


def test_explain_names_what_decided_and_what_came_second() -> None:
    shown = run("explain", "--why", str(FIXTURES / "realself" / "d" / "headline-equals-title.txt")).stdout
    assert re.search(r"^ +second, \d+\.\d behind: line \d+ [a-z]+", shown, re.MULTILINE)
    for told in re.split(r"second, ", shown)[1:]:
        ahead = float(told.split(" ", 1)[0])
        brings = [float(number) for number in re.findall(r"^ +([+-][\d.]+) [a-z_]+\.\S+$", told, re.MULTILINE)]
        assert 1 <= len(brings) <= 5
        assert brings == sorted(brings, key=abs, reverse=True)
        assert len(brings) == 5 or sum(brings) == pytest.approx(ahead, abs=0.3)


def test_explain_says_when_there_is_no_record(folder: Path) -> None:
    (folder / "licence.txt").write_text(NEGATIVE, encoding="utf-8")
    assert run("explain", "licence.txt").stdout.splitlines()[-1] == "no Q&A page, no record"


@pytest.mark.parametrize(("name", "content"), [("missing.txt", None), ("empty.txt", b""), ("junk.txt", b"\0" * 99)])
def test_explain_names_what_it_cannot_read(folder: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    result = run("explain", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {name} ")


def test_explain_colours_on_a_terminal_and_is_not_controlled_by_the_page(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE.replace("Tape it", "Tape \x1b[2J\x08 it"), encoding="utf-8")
    shown = on_terminal("explain", "page.txt")
    assert "\x1b[1;32mSwelling takes a year" in shown
    assert re.findall(r"\x1b\[2J|\x08", shown) == []
    assert re.search(r"Tape +\S? *it at night\.", plain(shown))


def test_explain_opens_a_page_by_the_source_of_its_record(folder: Path) -> None:
    rows = [{"text": "nothing"}, {"text": PAGE}]
    (folder / "small.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("small.jsonl").exit_code == 0
    source = str(read_json("output/small.json")[0]["source"])
    assert source == "small.jsonl#20"
    assert run("explain", source).stdout == run("explain", "page.txt").stdout
    assert run("explain", "small.jsonl#3").exit_code == 1
