"""The browser of the tests: one that hangs is killed, and the test that waits for it fails by its name."""

import signal
import subprocess
import sys

from tests.browser import killed_after


def test_what_outlives_its_time_is_killed_and_nothing_else() -> None:
    endless = [sys.executable, "-c", "import time; time.sleep(600)"]
    with subprocess.Popen(endless) as other:
        with killed_after(2.0), subprocess.Popen(endless) as own:
            assert own.wait(60) == -signal.SIGKILL
        assert other.poll() is None
        other.kill()
