"""What holds for all commands: names, help, version."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.cli import main
from tests.cli.running import ENVIRONMENT, PATIENCE, run, start
from tests.test_api import PAGE

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize("word", ["explian", "evalute", "comapre", "extrct", "new-sit", "shema"])
def test_a_mistyped_command_is_no_input(folder: Path, word: str) -> None:
    result = run(word, "page.txt")
    assert result.exit_code == 2
    assert f"{word!r} is neither a command nor a file. Did you mean '" in result.stderr
    assert not Path("output").exists()
    (folder / word).write_text(PAGE, encoding="utf-8")
    assert run(word, "page.txt").exit_code == 0, "it is a file after all"


HEAVY = set(
    "bs4 ftfy jinja2 lxml markdown_it matplotlib numpy pandas polars protego pyarrow pydantic requests rich starlette"
    " urllib3 uvicorn warcio zstandard".split()
)
WATCH = """
import sys
from extractor.cli import main
try:
    main()
finally:
    print(sorted({name.split(".")[0] for name in sys.modules} - sys.stdlib_module_names), file=sys.stderr)
"""


@pytest.mark.parametrize("command", [[], ["extract"], ["explain"], ["evaluate"]])
def test_help_waits_for_no_library_but_that_of_the_command_line(command: list[str]) -> None:
    arguments = [sys.executable, "-c", WATCH, *command, "--help"]
    done = subprocess.run(arguments, env=ENVIRONMENT, check=True, capture_output=True, text=True, timeout=PATIENCE)
    imported = set(ast.literal_eval(done.stderr.splitlines()[-1]))
    assert imported & HEAVY == set()


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)])
def test_every_command_has_help(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    for option in re.findall(r"^  (?:-\w, )?(--[\w-]+)[^\n]*$", result.stdout, re.MULTILINE):
        line = re.search(rf"{option}\b[^\n]*?(?:  |\n {{6,}})(\S.*)", result.stdout)
        assert line, option


def test_an_interrupt_of_any_command_is_a_line_and_an_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.cli.group.file_defaults", interrupt)
    done = run("schema")
    assert (done.exit_code, done.stderr) == (130, "interrupted\n")


def test_the_version_is_that_of_the_package() -> None:
    done = start("--version", capture_output=True)
    assert re.fullmatch(r"extractor, version \d+\.\d+\.\d+\n", done.stdout)
