"""`evaluate` sets records against gold, and keeps the gate."""

import json
import re
from pathlib import Path

import pytest

from extractor import extract
from extractor.sinks import to_json
from tests.cli.running import run
from tests.paths import FIXTURES
from tests.test_api import PAGE

pytestmark = pytest.mark.usefixtures("folder")


def test_evaluate_prints_the_figures() -> None:
    result = run("evaluate", str(FIXTURES / "avvo"), "--errors", "3")
    assert result.exit_code == 0
    assert re.search(r"^exactly right +\d+/\d+ \(\d+\.\d%\)$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +doctor_name( +\d\.\d{4}){3}( +\d+){3}", result.stdout, re.MULTILINE)
    assert re.search(r"^micro F1 +\d\.\d{4}", result.stdout, re.MULTILINE)


def test_evaluate_prints_json() -> None:
    figures = json.loads(run("evaluate", str(FIXTURES / "avvo"), "--json").stdout)
    assert figures.keys() == {"all", "avvo"}
    assert figures["all"]["fields"]["answer_body"].keys() == {
        "right",
        "spurious",
        "missed",
        "precision",
        "recall",
        "f1",
    }


def test_evaluate_lists_differences(folder: Path) -> None:
    record = extract(PAGE).model_copy(update={"declared_answer_count": 3})
    (folder / "page.json").write_text(to_json(record), encoding="utf-8")
    assert "page.txt: declared_answer_count: gold '3', found '2'" in run("evaluate", ".", "--errors", "1").stdout
    assert "wrong and not flagged: page.txt" in run("evaluate", ".").stdout


def test_the_gate_is_written_kept_and_guarded(folder: Path) -> None:
    gold = folder / "page.json"
    gold.write_text(to_json(extract(PAGE)), encoding="utf-8")
    check = ("evaluate", ".", "--gate", "gate.json")
    assert run(*check).exit_code == 1
    assert run(*check, "--raise-floors").exit_code == 0
    assert run(*check).exit_code == 0
    gold.write_text(to_json(extract(PAGE).model_copy(update={"declared_answer_count": 3})), encoding="utf-8")
    fallen = run(*check)
    assert fallen.exit_code == 1
    assert "all.declared_answer_count is 0.0000, its floor is 1.0000" in fallen.stderr
    assert "the evaluation set is not the one" in fallen.stderr
    assert run(*check, "--raise-floors").exit_code == 2
    assert run(*check, "--raise-floors", "--allow-lower", "the page says so").exit_code == 0
    assert json.loads((folder / "gate.json").read_bytes())["lowered"][0]["reason"] == "the page says so"
    assert run(*check).exit_code == 0


@pytest.mark.parametrize(
    "options", [["--raise-floors"], ["--allow-lower", "so"], ["--allow-lower", "so", "--gate", "x"]]
)
def test_an_option_that_would_do_nothing_is_refused(options: list[str]) -> None:
    result = run("evaluate", str(FIXTURES / "avvo"), *options)
    assert (result.exit_code, Path("x").exists()) == (2, False)
    assert "--gate FILE" in result.stderr


def test_a_gate_that_cannot_be_written_is_named_with_its_option(folder: Path) -> None:
    (folder / "page.json").write_text(to_json(extract(PAGE)), encoding="utf-8")
    result = run("evaluate", ".", "--gate", "page.txt/gate.json", "--raise-floors")
    assert result.exit_code == 3
    assert "cannot write page.txt/gate.json: File exists" in result.stderr
    assert "choose another place with --gate" in result.stderr
