"""What the README says is so. `scripts/newcomer.py` types it all, in a fresh clone."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from tests.paths import FIXTURES, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLE = "fixtures/realself/a/two-short-answers.txt"


@pytest.fixture(autouse=True)
def in_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def printed(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    return result.stdout


def without_confidence(text: str) -> str:
    """Confidences change when the reader learns; everything else in an example is fixed."""
    return re.sub(r"\b0\.\d{2,3}\b", "0.99", text)


def test_the_record_is_what_is_printed() -> None:
    (example,) = blocks("json")
    assert without_confidence(example.rstrip()) in without_confidence(printed(EXAMPLE, "-o", "-"))


def test_the_library_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = blocks("python")
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102 - our own example
    assert capsys.readouterr().out.splitlines()[0].startswith("Marit Oyelaran Bump after rhinoplasty 0.")


def test_every_command_is_listed() -> None:
    named = set(re.findall(r"^extractor ([a-z-]+)", blocks("text")[0], re.MULTILINE))
    assert named == main.commands.keys() - {"extract"}


def test_every_option_that_is_named_exists() -> None:
    options = {name for command in main.commands.values() for option in command.params for name in option.opts}
    named = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README))
    assert named - {"--quiet", "--no-compile", "--dist", "--help"} <= options


def test_the_two_commands_are_one_line_each_need_only_python_and_are_what_continuous_integration_runs() -> None:
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    commands = [line for line in "".join(blocks("sh")).splitlines() if line.startswith("python3 -m venv")]
    assert [command.split()[-1] for command in commands] == ["fixtures/realself", "worksteal"]
    for command in commands:
        programs = {part.split()[0] for part in command.split("&&")}
        assert programs <= {"python3", ".venv/bin/pip", ".venv/bin/python", ".venv/bin/extractor"}
        assert any(step in {command, f"{command} --cov"} for step in steps)


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= 150


def test_what_is_typed_works_as_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fixtures").symlink_to(FIXTURES)
    lines = [line for line in "".join(blocks("sh")).splitlines() if line.startswith(".venv/bin/extractor")]
    assert len(lines) == 4
    for line in lines:
        printed(*shlex.split(line)[1:])
    assert {path.name for path in Path("results").iterdir()} >= {"records.csv", "records.jsonl", "records.sqlite"}


def test_its_figures_are_those_that_the_gate_holds() -> None:
    floors = json.loads((ROOT / "tests" / "quality.json").read_text(encoding="utf-8"))["floors"]["all"]
    shown = (
        floors["exact"],
        floors["exact_or_flagged"],
        1 - floors["right_unflagged"],
        1 - floors["negatives_without_record"],
    )
    told = [*(f"{100 * share:.1f} %" for share in shown), f"{100 * floors['confident_right']:.2f} %"]
    assert re.findall(r"[\d.]+ %", README.split("Now it prints:")[1]) == told
