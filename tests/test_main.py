"""The command as it is started."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.cli.running import PATIENCE
from tests.paths import ROOT

_SLOW = "import time\nprint('loading', flush=True)\ntime.sleep(600)\n"


def test_an_interrupt_while_it_is_loaded_ends_it_without_a_word_of_python(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text(_SLOW, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    command = [sys.executable, "-m", "extractor", "page.txt"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "loading\n"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, errors) == (-signal.SIGINT, "")
