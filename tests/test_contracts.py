"""What holds for the whole package: who imports whom, how things are named, functions that can be read."""

import ast
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator

from click.testing import CliRunner
from importlinter.cli import lint_imports_command

from tests.paths import ROOT

SOURCES = sorted((ROOT / "extractor").rglob("*.py"))


def test_imports_run_one_way() -> None:
    result = CliRunner().invoke(lint_imports_command, ["--config", str(ROOT / "pyproject.toml"), "--no-cache"])
    assert result.exit_code == 0, result.output


WATCH = """
import sys
from extractor import extract_records
from tests.test_api import PAGE

extract_records(PAGE, spans=True)  # whatever is imported is imported now
events = []
sys.addaudithook(lambda event, _: events.append(event))
extract_records(PAGE + "Anything else.", spans=True)
print(sorted({event for event in events if event.split(".")[0] in {"open", "os", "socket", "subprocess", "import"}}))
"""


def test_reading_a_page_does_no_input_or_output() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WATCH]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=300)
    assert done.stdout == "[]\n"


def test_no_test_waits_for_a_program_without_a_bound() -> None:
    calls = [
        (f"{path.relative_to(ROOT)}:{node.lineno}", {keyword.arg for keyword in node.keywords})
        for path in (ROOT / "tests").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "subprocess.run"
    ]
    assert calls
    assert [where for where, named in calls if "timeout" not in named] == []


def test_no_two_unlike_functions_or_classes_share_a_name() -> None:
    """Alike are a command and what it calls, the entry points of two programs, and the documents of files and pages."""
    places: dict[str, list[str]] = {}
    for path in SOURCES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(f"{path.relative_to(ROOT)}:{node.lineno}")
    shared = {name: found for name, found in places.items() if len(found) > 1}
    assert shared.keys() == {"documents", "extract", "main"}, shared


def functions() -> Iterator[tuple[str, int, int]]:
    """Name, lines and parameters of every function."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                name = f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
                yield name, (node.end_lineno or 0) - node.lineno + 1, len(node.args.args) + len(node.args.kwonlyargs)


def test_functions_can_be_read_at_once() -> None:
    sizes = {name: lines for name, lines, _ in functions()}
    assert {name: lines for name, lines in sizes.items() if lines > 50} == {}
    assert statistics.median(sizes.values()) <= 10
