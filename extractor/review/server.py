"""The review as a page of this computer: a server on the loopback address that answers to whoever knows its token."""

import os
import secrets
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from pydantic import ValidationError

from extractor.display import render_template, view_of
from extractor.errors import ExtractorError, UsageError
from extractor.extras import require
from extractor.review.corrections import Step
from extractor.review.desk import Desk

if TYPE_CHECKING:
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response

HOST = "127.0.0.1"
MOST_LINES = 400
"""Lines that are shown at once; of longer pages others come when one goes there."""
_DIGITS = 12
"""More than the number of a line has."""
_SAFE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def make_app(desk: Desk, token: str, address: str) -> "Starlette":
    """The application at `address` (http://127.0.0.1:PORT): one page, and what its keys do.

    A request that names another host (DNS rebinding), comes from another origin (a page of the web that guesses the
    port), or does not know the token is refused.

    Raises:
        MissingExtra: if Starlette is not installed.

    """
    applications, routing = require("starlette.applications", "review"), require("starlette.routing", "review")
    seat = _Seat(desk, address)
    routes = [
        routing.Route(f"/{token}/", seat.page, methods=["GET"]),
        routing.Route(f"/{token}/do", seat.do, methods=["POST"]),
    ]
    app: Starlette = applications.Starlette(routes=routes)
    return app


def serve(desk: Desk, tell: Callable[[str], None], port: int = 0) -> None:
    """Serve the desk until Ctrl-C; `tell` is given the address with its token.

    Raises:
        MissingExtra: if uvicorn is not installed.
        UsageError: if the port cannot be had.

    """
    uvicorn = require("uvicorn", "review")
    token = secrets.token_urlsafe(24)
    with _listening(port) as own:  # who opens the address at once waits until the server answers
        address = f"http://{HOST}:{own.getsockname()[1]}"
        app = make_app(desk, token, address)
        tell(f"{address}/{token}/")
        config = uvicorn.Config(app, log_level="error", access_log=False, lifespan="off")
        with suppress(KeyboardInterrupt):  # which uvicorn passes on when it has ended
            uvicorn.Server(config).run(sockets=[own])


def _listening(port: int) -> socket.socket:
    try:
        return socket.create_server((HOST, port))
    except OSError as error:
        why = os.strerror(error.errno or 0)  # without the address, which the error says too
        raise UsageError(f"--port {port} cannot be had: {why}; leave it out for one that is free") from error


class _Seat:
    """What the page shows and does: where in the queue the person is."""

    def __init__(self, desk: Desk, address: str) -> None:
        self._desk = desk
        self._address = address
        self._places = {entry: place for place, entry in enumerate(desk.entries)}
        self._entry = next(desk.waiting(), None)

    async def page(self, request: "Request") -> "Response":
        """The whole page."""
        if not self._is_allowed(request):
            return _refused()
        responses = require("starlette.responses", "review")
        markup = require("markupsafe", "review").Markup
        text = render_template("review.html", sheet=markup(self._sheet()))
        found: Response = responses.HTMLResponse(text, headers=_SAFE)
        return found

    async def do(self, request: "Request") -> "Response":
        """A key: what it did, and what is to be seen now."""
        if not self._is_allowed(request) or request.headers.get("origin") != self._address:
            return _refused()
        responses = require("starlette.responses", "review")
        trouble, line = self._done(await request.body()), request.query_params.get("line", "")
        sheet = self._sheet(trouble, int(line) if line.isdecimal() and len(line) < _DIGITS else None)
        found: Response = responses.HTMLResponse(sheet, headers=_SAFE)
        return found

    def _is_allowed(self, request: "Request") -> bool:
        own = self._address.removeprefix("http://")
        return request.headers.get("host") == own and request.headers.get("origin", self._address) == self._address

    def _done(self, body: bytes) -> str:
        """Do what the body says; what went wrong, empty if nothing did."""
        try:
            if body in (b"undo", b"next", b"previous"):
                self._go(body)
            elif self._entry is not None and body != b"stay":
                step = Step.model_validate_json(body)
                self._desk.do(self._entry, step)
                if step.deed.settles:
                    self._go(b"next")
        except ValidationError as error:
            return f"this cannot be done: {error}"
        except ExtractorError as error:
            return str(error)
        return ""

    def _go(self, where: bytes) -> None:
        if where == b"undo":
            self._entry = self._desk.undo() or self._entry
            return
        waiting = list(self._desk.waiting())
        if self._entry is None or not waiting:
            self._entry = waiting[0] if waiting else None
            return
        own = self._places[self._entry]
        behind = [entry for entry in waiting if self._places[entry] > own]
        before = [entry for entry in waiting if self._places[entry] < own]
        self._entry = (behind or waiting)[0] if where == b"next" else (before or waiting)[-1]

    def _sheet(self, trouble: str = "", line: int | None = None) -> str:
        """What is to be seen; of a long page the lines around this one, else around the first doubtful one."""
        entry, view = self._entry, None
        if entry is not None:
            try:
                sheet = self._desk.sheet(entry)
                around = next(iter(sheet.page.doubtful), 0) if line is None else line
                view = view_of(sheet.page, sheet.record, MOST_LINES, around=around, with_empty=True)
            except ExtractorError as error:
                trouble = trouble or str(error)
        left = sum(1 for _ in self._desk.waiting())
        return render_template(
            "sheet.html", entry=entry, view=view, trouble=trouble, left=left, findings=self._desk.findings(),
            manifest=self._desk.manifest,
        )  # fmt: skip


def _refused() -> "Response":
    found: Response = require("starlette.responses", "review").PlainTextResponse("refused", 403, headers=_SAFE)
    return found
