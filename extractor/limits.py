"""What the operating system lets a process limit: its memory and its time, on Linux and its like, not on Windows."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

CAN_LIMIT_MEMORY = resource is not None and Path("/proc/self/statm").exists()
"""Whether limits of memory hold here."""

CAN_LIMIT_TIME = hasattr(signal, "setitimer")
"""Whether an alarm can end a process."""
OVERDUE = int(getattr(signal, "SIGALRM", 14))
"""The signal that the alarm sends."""
KILLED = int(getattr(signal, "SIGKILL", 9))
"""The signal that the system sends when it has no memory left."""


def alarm(seconds: float) -> None:
    """End the process after so many seconds, even if Python hangs, unless it is set anew; 0 for never."""
    if CAN_LIMIT_TIME:
        signal.setitimer(signal.ITIMER_REAL, seconds)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back; what is started meanwhile never sees it, since it is the parent's business."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def limit_memory(allowed: int) -> None:
    """Let the process have `allowed` bytes more than it has now; where the system cannot, there is no limit."""
    _limit_to_more(allowed)


@contextmanager
def limited_memory(allowed: int) -> Iterator[None]:
    """As `limit_memory`, for a while.

    Raises:
        MemoryError: from whatever needs more.

    """
    before = _limit_to_more(allowed)
    try:
        yield
    finally:
        if before is not None:
            resource.setrlimit(resource.RLIMIT_DATA, before)


@contextmanager
def uncounted_memory() -> Iterator[None]:
    """Lift the limit for what is no page's, such as the gigabyte that Arrow reserves: what comes is allowed besides."""
    if not CAN_LIMIT_MEMORY:
        yield
        return
    (limit, ceiling), before = resource.getrlimit(resource.RLIMIT_DATA), _data()
    resource.setrlimit(resource.RLIMIT_DATA, (ceiling, ceiling))
    try:
        yield
    finally:
        raised = limit if limit < 0 else limit + max(0, _data() - before)
        resource.setrlimit(resource.RLIMIT_DATA, (raised if ceiling < 0 else min(raised, ceiling), ceiling))


def _data() -> int:
    """Bytes of memory that the process can write to, whether it does or not: what the limit counts.

    Raises:
        OSError: where the system does not tell.

    """
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * int(resource.getpagesize())


def _limit_to_more(allowed: int) -> tuple[int, int] | None:
    """Set the limit; what it was before, None if it cannot be set."""
    if resource is None:
        return None
    try:
        before = resource.getrlimit(resource.RLIMIT_DATA)
        most = _data() + allowed
        ceiling = before[1]
        resource.setrlimit(resource.RLIMIT_DATA, (most if ceiling < 0 else min(most, ceiling), ceiling))
    except (OSError, ValueError):  # no such file, or not allowed in this container
        return None
    return before
