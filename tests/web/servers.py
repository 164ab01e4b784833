"""Real servers on the loopback interface, and what they saw."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import ClassVar

PATIENCE = 120.0
"""Seconds that an answer may take where it is not the point that it is late: a busy machine is no reason to fail."""


@dataclass
class Seen:
    """A request: when it came and when its answer was about to be sent (monotonic seconds); from which port."""

    path: str
    headers: dict[str, str]
    came: float
    answered: float
    port: int


@dataclass
class Site:
    """A running server."""

    url: str
    seen: list[Seen] = field(default_factory=list)

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [request.path for request in self.seen]

    def gaps(self) -> list[float]:
        """Seconds between the answer to each request and the arrival of the next."""
        in_order = sorted(self.seen, key=lambda request: request.came)
        return [later.came - earlier.answered for earlier, later in pairwise(in_order)]


class Handler(BaseHTTPRequestHandler):
    """What `answer` gets: helpers to write any kind of answer, sound or not."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    site: ClassVar[Site]
    answer: ClassVar[Callable[["Handler"], None]]
    seen: Seen

    def do_GET(self) -> None:
        """Write down that it came, before anybody can know, and answer."""
        came = time.monotonic()
        self.seen = Seen(self.path, dict(self.headers.items()), came, came, self.client_address[1])
        self.site.seen.append(self.seen)
        try:
            type(self).answer(self)
        except OSError:  # the client went away, which is often the point
            self.close_connection = True

    def send(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        """A whole, sound answer; header names are written with underscores."""
        self.send_response(status)
        for name, value in {"Content_Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.seen.answered = time.monotonic()
        self.end_headers()
        self.wfile.write(body)

    def begin(self, **headers: str) -> None:
        """The head of an answer of which the body is for the caller to write."""
        self.send_response(200)
        for name, value in {"Content_Type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:  # noqa: ARG002 - as the base class has it
        """Say nothing of clients that went away; anything else is a fault of the test."""
        if not isinstance(sys.exception(), OSError):
            raise  # noqa: PLE0704 - called while an exception is handled


@contextmanager
def serving(answer: Callable[[Handler], None], address: str = "127.0.0.1") -> Iterator[Site]:
    """A server that gives `answer` to every request, on a port of its own."""
    handler = type("_Handler", (Handler,), {"answer": staticmethod(answer)})
    server = _Server((address, 0), handler)
    handler.site = site = Site(f"http://{address}:{server.server_port}")  # type: ignore[attr-defined] # just made
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
