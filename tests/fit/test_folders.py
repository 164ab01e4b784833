"""A folder without gold is wrong use, of every command that fits."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from extractor.fit import __main__, threads


@pytest.mark.parametrize("command", [__main__.main, threads.main])
def test_a_folder_without_gold_is_wrong_use(command: click.Command, tmp_path: Path) -> None:
    result = CliRunner().invoke(command, ["--gold", str(tmp_path)])
    assert result.exit_code == 2
    assert f"{tmp_path} holds no gold" in result.stderr
    assert "Traceback" not in result.stderr
