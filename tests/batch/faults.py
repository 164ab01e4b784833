"""Files that fail: every call of open, read, write, rename and fsync is counted, and one of them raises OSError."""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

import pytest


class Faults:
    """Counts calls; the one numbered `at` (from 1, 0 for none) fails."""

    def __init__(self, at: int) -> None:
        self._at = at
        self.calls = 0
        self.failed = ""

    def call(self, what: str) -> None:
        """Count a call, and fail if it is its turn."""
        self.calls += 1
        if self.calls == self._at:
            self.failed = what
            raise OSError(errno.EIO, "Input/output error", what)

    def wrap(self, function: Callable[..., Any], name: str) -> Callable[..., Any]:
        """The function, counted."""

        def counted(*arguments: Any, **named: Any) -> Any:
            self.call(f"{name} {arguments[0]}")
            return function(*arguments, **named)

        return counted

    def opener(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`open`, counted, whose files count too."""

        def counted(*arguments: Any, **named: Any) -> Any:
            self.call(f"open {arguments[0]}")
            return _File(function(*arguments, **named), self)

        return counted


class _File:
    """A file whose reads and writes are counted."""

    def __init__(self, file: Any, faults: Faults) -> None:
        self._file = file
        self._faults = faults

    def read(self, *arguments: Any) -> Any:
        self._faults.call(f"read {self._file.name}")
        return self._file.read(*arguments)

    def write(self, data: Any) -> Any:
        self._faults.call(f"write {self._file.name}")
        return self._file.write(data)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


@contextmanager
def failing(at: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    """With the call numbered `at` failing."""
    faults = Faults(at)
    opener = faults.opener(io.open)
    with monkeypatch.context() as patched:
        patched.setattr(builtins, "open", opener)
        patched.setattr(io, "open", opener)
        for name in ("replace", "fsync"):
            patched.setattr(os, name, faults.wrap(getattr(os, name), name))
        yield faults
