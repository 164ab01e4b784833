import os
import signal
import sys

from hypothesis import HealthCheck, settings

from tests.long import LONG

# Machines differ, and speed is for the benchmarks to say. The same examples everywhere: new ones are looked for on purpose.
settings.register_profile("anywhere", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("often", deadline=None, max_examples=2000)
settings.register_profile("long", deadline=None, max_examples=8000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "often" if LONG else "anywhere"))

# Also where the shell says otherwise: a hundred processes that tests start would compile the program anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_xdist_auto_num_workers() -> int:
    """Half as many workers again as there are cores, since tests wait a third of their time: for servers and browsers."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 3 * cores // 2


signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell began the tests behind others
