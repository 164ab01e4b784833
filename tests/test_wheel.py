"""What is in the wheel and the sdist: everything the package needs when it is installed, and that it is typed."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from extractor.__version__ import DISTRIBUTION
from tests.paths import ROOT

USER = """
from extractor import QAPage, extract
from extractor.layout import Kind, Layout, Mark

LAYOUT = Layout(name="own", marks=(Mark(Kind.ANSWER, "A:"),))
page: QAPage = extract("Why?", layouts=[LAYOUT])
count: str = page.declared_answer_count
"""


def files_of_the_package() -> set[str]:
    """But for what Python compiles, which other tests may be at while this looks."""
    paths = (path for path in (ROOT / "extractor").rglob("*") if "__pycache__" not in path.parts and path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in paths}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with what a release consists of."""
    folder = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


def test_an_index_takes_them(built: Path) -> None:
    files = sorted(str(path) for path in built.iterdir())
    assert [Path(file).name.split("-")[0] for file in files] == [DISTRIBUTION] * 2
    command = [sys.executable, "-m", "twine", "check", "--strict", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert (done.returncode, done.stdout.count("PASSED")) == (0, 2), done.stdout


def test_the_sdist_holds_what_is_installed_and_no_result_of_a_run(built: Path) -> None:
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert files_of_the_package() - names == set()
    assert {"pyproject.toml", "README.md", "LICENSE"} <= names
    assert {name for name in names if name.startswith((".venv/", "output/"))} <= {"output/README.md"}


def test_every_file_of_the_package_is_in_it(wheel: zipfile.ZipFile) -> None:
    assert files_of_the_package() - set(wheel.namelist()) == set()


def test_who_uses_it_is_checked_against_its_types(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    assert "extractor/py.typed" in wheel.namelist()
    wheel.extractall(tmp_path / "site")  # noqa: S202 - a wheel of our own, by zipfile
    (tmp_path / "user.py").write_text(USER)
    command = [sys.executable, "-m", "mypy", "--no-incremental", "--follow-imports=silent", "--config-file=", "user.py"]
    done = subprocess.run(
        command, cwd=tmp_path, env={"MYPYPATH": "site"}, capture_output=True, text=True, check=False, timeout=300
    )
    (error,) = [line for line in done.stdout.splitlines() if line.startswith("user.py")]
    assert 'Incompatible types in assignment (expression has type "int | None", variable has type "str")' in error
