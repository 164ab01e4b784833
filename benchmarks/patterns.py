"""Which patterns take more than linear time: `python -m benchmarks.patterns` from the root of the repository.

Every compiled pattern that stands in a module of the package is tried on runs of one or two characters that it names
itself, or that pages have runs of, with an end on which it fails. Printed are those that take far more than twice as
long for twice the run.
"""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import extractor

_SHORT = 4_000
_SLOW = 0.02
"""Seconds that a pattern may take for the longer run without being looked at."""
_GROWTH = 2.8
_ALWAYS = (
    " ",
    "\t",
    "\n",
    "\r",
    "\xa0",
    '"',
    "'",
    "a",
    "1",
    "<",
    "&",
    ".",
    "-",
    "(",
    "//",
    "/*",
    "a ",
    " \n",
    ", ",
    "1.",
    "Dr. ",
    "]]>",
)


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    """The patterns of the package with the module and name under which each stands."""
    for module in pkgutil.walk_packages(extractor.__path__, "extractor."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}.{name}", value


def growth(pattern: re.Pattern[str] | re.Pattern[bytes], unit: str) -> tuple[float, float]:
    """Seconds for the longer of two runs, and how many times that is the seconds for the shorter."""
    seconds = []
    for size in (_SHORT, 2 * _SHORT):
        text = unit * (size // len(unit)) + "\x01"
        begin = time.process_time()
        if isinstance(pattern.pattern, bytes):
            pattern.search(text.encode("latin-1", "replace"))
        else:
            pattern.search(text)
        seconds.append(time.process_time() - begin)
    return seconds[1], seconds[1] / max(seconds[0], 1e-6)


def main() -> None:
    """Print a line for each pattern and run that is slow."""
    seen: set[object] = set()
    for name, pattern in patterns():
        if pattern in seen:
            continue
        seen.add(pattern)
        for unit in _ALWAYS:
            seconds, times = growth(pattern, unit)
            if seconds > _SLOW and times > _GROWTH:
                print(f"{name:70} {unit!r:8} {seconds:7.3f} s, {times:.1f} times", flush=True)
                break
    print(f"{len(seen)} patterns tried")


if __name__ == "__main__":
    main()
