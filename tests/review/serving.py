"""A review that is served for a test."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from extractor.review import open_desk
from extractor.review.server import make_app
from extractor.runs import open_run

_PATIENCE = 60
"""Seconds that the server may take to begin or end."""
SECRET = "abc"  # noqa: S105 - the token of an address


@contextmanager
def serving(manifest: Path, sample: int = 2, gold: Path | None = None) -> Iterator[str]:
    """The address of a review of the run."""
    config = uvicorn.Config(
        "", host="127.0.0.1", port=0, log_level="error", lifespan="off", timeout_graceful_shutdown=_PATIENCE
    )
    socket = config.bind_socket()
    address = f"http://127.0.0.1:{socket.getsockname()[1]}"
    config.app = make_app(open_desk(open_run(manifest), sample=sample, gold=gold), SECRET, address)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    end = time.monotonic() + _PATIENCE
    while not server.started:
        assert thread.is_alive(), "the server has ended before it answered"
        assert time.monotonic() < end, "the server does not start"
        time.sleep(0.01)
    try:
        yield f"{address}/{SECRET}/"
    finally:
        server.should_exit = True
        thread.join(2 * _PATIENCE)
        socket.close()
