"""How much memory this process may take, where the operating system can say: on Linux and its like, not on Windows."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

CAN_LIMIT_MEMORY = resource is not None and Path("/proc/self/statm").exists()
"""Whether limits of memory hold here."""


def limit_memory(allowed: int) -> None:
    """Let the process have `allowed` bytes more than it has now; where the system cannot, there is no limit."""
    if CAN_LIMIT_MEMORY:
        _limit(_held() + allowed)


@contextmanager
def limited_memory(allowed: int) -> Iterator[None]:
    """As `limit_memory`, for a while.

    Raises:
        MemoryError: from whatever needs more.

    """
    if not CAN_LIMIT_MEMORY:
        yield
        return
    before, _ = resource.getrlimit(resource.RLIMIT_DATA)
    _limit(_held() + allowed)
    try:
        yield
    finally:
        _limit(before)


def _held() -> int:
    data_pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    return data_pages * resource.getpagesize()


def _limit(most: int) -> None:
    _, ceiling = resource.getrlimit(resource.RLIMIT_DATA)
    if ceiling != resource.RLIM_INFINITY:
        most = min(most, ceiling) if most != resource.RLIM_INFINITY else ceiling
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (most, ceiling))
    except (OSError, ValueError):  # not allowed in this container
        return
