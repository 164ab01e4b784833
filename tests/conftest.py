import os
import signal
import sys

from hypothesis import settings

from tests.long import LONG

settings.register_profile("anywhere", deadline=None)  # machines differ; speed is for the benchmarks to say
settings.register_profile("often", settings.get_profile("anywhere"), max_examples=2000)
settings.register_profile("long", settings.get_profile("anywhere"), max_examples=8000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "often" if LONG else "anywhere"))

sys.dont_write_bytecode = False  # also where the shell says so: a hundred processes that tests start compile it all anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where a shell began the tests behind others
