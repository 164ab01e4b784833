"""What is installed is called by its own name everywhere: `extractor` on PyPI is somebody else's."""

import re
import tomllib
from pathlib import Path

import pytest

from extractor.__version__ import DISTRIBUTION
from extractor.errors import MissingExtra
from extractor.extras import require
from tests.paths import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_INSTALLED = re.compile(r"(?:pip|uv|pipx) install(?: -[-\w]+)* '?([\w.-]+)(?:\[[^\]]*\])?")
_OURS = {DISTRIBUTION, "."}
_TOOLS = {"pip", "tox", "nox", "pre-commit", "click-man"}


def _texts() -> list[Path]:
    return [
        *(ROOT / "extractor").rglob("*.py"),
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        *ROOT.glob(".ci/*"),
    ]


def test_the_name_is_that_of_the_project() -> None:
    assert PROJECT["name"] == DISTRIBUTION


def test_no_text_names_a_package_that_is_not_ours() -> None:
    named = {(path, name) for path in _texts() for name in _INSTALLED.findall(path.read_text(encoding="utf-8"))}
    assert [(path, name) for path, name in named if name not in _OURS | _TOOLS] == []
    assert len(named) > 2


def test_a_missing_part_is_named_with_the_command_that_brings_it() -> None:
    with pytest.raises(MissingExtra, match=r"this needs no_such_module; .*: pip install 'qapages\[web\]'"):
        require("no_such_module", "web")


def test_every_extra_that_a_message_may_name_exists() -> None:
    asked = set()
    for path in (ROOT / "extractor").rglob("*.py"):
        asked |= set(re.findall(r'require\("[\w.]+", "(\w+)"\)', path.read_text(encoding="utf-8")))
    assert asked <= PROJECT["optional-dependencies"].keys()
    assert asked >= {"archives", "parquet"}
