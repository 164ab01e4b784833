"""A real browser for the pages that people look at; tests that ask for one are skipped where none is installed."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Error, Page, sync_playwright

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 180_000
"""Milliseconds that an action may take: a busy machine is no reason to fail."""
_LIFE = 420.0
"""Seconds after which browser and driver are killed: some calls wait for them without a bound of their own."""
_MARK = "EXTRACTOR_TEST"
"""A variable of the environment that a browser, its driver and all that they start inherit."""


@contextmanager
def browser_page(address: str, *, width: int = 1400, height: int = 900, life: float = _LIFE) -> Iterator[Page]:
    """A page of the browser that has opened `address`; what it asks for elsewhere, or complains of, fails the test."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("no chromium is installed")
    home = address.rpartition("/")[0]
    complaints: list[str] = []
    with killed_after(life), sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"], timeout=_PATIENCE)
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(_PATIENCE)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("request", lambda request: None if request.url.startswith(home) else complaints.append(request.url))
        page.goto(address)
        yield page
        with suppress(Error):
            browser.close()
    assert not complaints, complaints


@contextmanager
def killed_after(seconds: float) -> Iterator[None]:
    """Kill what is started in the block if that lasts longer, and each time that it lasts as long again.

    What waits for it then fails.
    """
    mark, is_over = uuid4().hex, Event()

    def watch() -> None:
        while not is_over.wait(seconds):
            _kill(f"{_MARK}={mark}".encode())

    os.environ[_MARK] = mark
    Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        is_over.set()
        del os.environ[_MARK]


def _kill(mark: bytes) -> None:
    """Kill the processes that were started with `mark` in their environment."""
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if mark in (process / "environ").read_bytes().split(b"\0"):
                os.kill(int(process.name), signal.SIGKILL)


def accessibility_faults(page: Page) -> list[str]:
    """What axe-core finds that is serious or worse."""
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found if one["impact"] in ("serious", "critical")]
