"""Nothing at import time needs POSIX: a system without it only has no limits."""

import subprocess
import sys

from tests.paths import ROOT

_PROGRAM = """
import importlib, pkgutil, signal, sys
for name in ("fcntl", "resource", "pwd", "grp", "termios"):
    sys.modules[name] = None
for name in ("SIGALRM", "SIGKILL", "setitimer", "ITIMER_REAL", "pthread_sigmask"):
    delattr(signal, name)
import extractor
for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from extractor.limits import CAN_LIMIT_MEMORY, CAN_LIMIT_TIME, alarm, interrupts_held, limit_memory, limited_memory
assert not CAN_LIMIT_MEMORY and not CAN_LIMIT_TIME
alarm(1.0)
limit_memory(1)
with limited_memory(1), interrupts_held():
    print(len(bytes(1 << 20)))
"""


def test_every_module_can_be_imported_without_posix() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _PROGRAM],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert (done.stdout, done.stderr) == ("1048576\n", "")
