"""What is in the wheel: everything the package needs when it is installed, and that it is typed."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT

USER = """
from extractor import QAPage, extract
from extractor.layout import Kind, Layout, Mark

LAYOUT = Layout(name="own", marks=(Mark(Kind.ANSWER, "A:"),))
page: QAPage = extract("Why?", layouts=[LAYOUT])
count: str = page.declared_answer_count
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel, built as a release is."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - our own build
    (path,) = folder.glob("*.whl")
    return zipfile.ZipFile(path)


def test_every_file_of_the_package_is_in_it(wheel: zipfile.ZipFile) -> None:
    own = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "extractor").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert own - set(wheel.namelist()) == set()


def test_who_uses_it_is_checked_against_its_types(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    assert "extractor/py.typed" in wheel.namelist()
    wheel.extractall(tmp_path / "site")
    (tmp_path / "user.py").write_text(USER)
    command = [sys.executable, "-m", "mypy", "--no-incremental", "--config-file=", "user.py"]
    done = subprocess.run(  # noqa: S603 - our own command
        command, cwd=tmp_path, env={"MYPYPATH": "site"}, capture_output=True, text=True, check=False
    )
    (error,) = [line for line in done.stdout.splitlines() if line.startswith("user.py")]
    assert 'Incompatible types in assignment (expression has type "int | None", variable has type "str")' in error
