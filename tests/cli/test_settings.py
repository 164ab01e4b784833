"""Options from the environment and from a file: which goes first, and what is said of wrong ones."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from tests.paths import FIXTURES, ROOT

PAGE = str(FIXTURES / "realself" / "a" / "two-short-answers.txt")


def run(*arguments: str, **variables: str) -> Result:
    return CliRunner().invoke(main, arguments, env=variables)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("two-*")}


def test_the_command_line_goes_before_the_environment_before_the_file(folder: Path) -> None:
    (folder / "extractor.toml").write_text('[extract]\noutput = "o"\nformat = "csv"\n')
    assert run(PAGE).exit_code == 0
    assert written(folder) == {"o/two-short-answers.csv"}
    assert run(PAGE, EXTRACTOR_EXTRACT_FORMAT="jsonl").exit_code == 0
    assert written(folder) == {"o/two-short-answers.csv", "o/two-short-answers.jsonl"}
    assert run(PAGE, "--format", "json", "-o", "p", EXTRACTOR_EXTRACT_FORMAT="sqlite").exit_code == 0
    assert written(folder) == {"o/two-short-answers.csv", "o/two-short-answers.jsonl", "p/two-short-answers.json"}


def test_a_table_of_pyproject_is_taken_where_there_is_no_file_of_its_own(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.extractor.extract]\noutput = "o"\nformat = "csv"\nexclude = ["a*"]\n')
    assert run("extract", PAGE).exit_code == 0
    assert written(folder) == {"o/two-short-answers.csv"}


def test_a_project_that_says_nothing_changes_nothing(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[project]\nname = "other"\n')
    assert run(PAGE, "--format", "csv").exit_code == 0
    assert written(folder) == {"output/two-short-answers.csv"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "[extract]\npage-seconds = -5\n",
            "extractor.toml: [extract] page-seconds: -5.0 is not in the range 0<x<=1000000.",
        ),
        ("[extract]\npage-second = 5\n", "extractor.toml: [extract] has no option 'page-second'; it has"),
        ("[extrac]\noutput = 'o'\n", "extractor.toml: there is no command 'extrac'; settings are of compare,"),
        ("output = 'o'\n", "extractor.toml: there is no command 'output'"),
        ("extract = 'o'\n", "extractor.toml: extract must be a table of options, such as [extract]"),
        ("[extract]\ninclude = '*.txt'\n", "extractor.toml: [extract] include: a list is wanted"),
        ("[extract]\noutput = ['o']\n", "extractor.toml: [extract] output: a list is not understood here"),
        ("[extract\n", "extractor.toml cannot be read for settings: Expected ']'"),
    ],
)
def test_what_is_wrong_in_the_file_is_said_with_its_place(folder: Path, content: str, said: str) -> None:
    (folder / "extractor.toml").write_text(content)
    done = run(PAGE)
    assert done.exit_code == 2
    assert said in done.stderr
    assert written(folder) == set()


def test_settings_that_are_no_table_are_refused(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[tool]\nextractor = 3\n")
    done = run(PAGE)
    assert done.exit_code == 2
    assert "pyproject.toml: settings are a table for each command" in done.stderr


def test_a_wrong_variable_is_said_of_its_option(folder: Path) -> None:
    done = run(PAGE, EXTRACTOR_EXTRACT_JOBS="many")
    assert done.exit_code == 2
    assert "'--jobs': 'many' is not a valid integer" in done.stderr
    assert written(folder) == set()


def test_the_file_that_the_documentation_shows_is_taken(folder: Path) -> None:
    shown = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    (folder / "extractor.toml").write_text(shown)
    assert run(PAGE).exit_code == 0
    assert written(folder) == {"output/two-short-answers.jsonl", "output/two-short-answers.parquet"}
