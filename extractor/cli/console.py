"""What goes to the terminal: lines and tables that cannot control it, and standard output as a stream."""

import io
import math
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from extractor.errors import OutputError

if TYPE_CHECKING:
    from rich.console import Console

_CONTROLS = {code: 0x2400 + code for code in range(32)} | dict.fromkeys(range(0x7F, 0xA0), 0xFFFD)
"""Control characters, which could rewrite a terminal, to signs that show them."""


class NumberRange(click.FloatRange):
    """A number between bounds; what is no number (`nan`) lies beside all bounds, and is refused."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; click's message with the bounds if it is none of those allowed."""
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail("'nan' is no number.", param, ctx)
        return number


def say(message: str) -> None:
    """One line on standard error; where that cannot be written, nobody is told, and the work goes on."""
    try:
        click.echo(legible(message), err=True)
    except OSError:
        sys.stderr = _nowhere()


def hold_streams() -> None:
    """Let no file that is opened take the place of a standard stream that is closed, and what is said there go nowhere.

    Who reads standard input, or writes standard output, is told that it is closed.
    """
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is None:
            os.open(os.devnull, os.O_RDWR)
    sys.stderr = sys.stderr or _nowhere()


def _nowhere() -> IO[str]:
    return Path(os.devnull).open("w", encoding="utf-8")


def legible(text: str) -> str:
    r"""Text that cannot control the terminal it is shown on.

    >>> legible("\x1b[2J")
    '␛[2J'
    """
    return text.translate(_CONTROLS)


def plural(count: int, noun: str) -> str:
    """A number of things.

    >>> plural(1, "answer"), plural(2, "answer")
    ('1 answer', '2 answers')
    """
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


_PLAIN_WIDTH = 140


def console(stream: IO[str] | None = None) -> "Console":
    """A console on `stream`, by default standard output; where that is no terminal, a wide one."""
    from rich.console import Console

    found = Console(file=stream, highlight=False)
    return found if found.is_terminal else Console(file=stream, highlight=False, width=_PLAIN_WIDTH)


STANDARD = "-"
"""The name of standard input and output."""


class Folder(click.Path):
    """A folder of this machine; an address, which would be taken for the name of one, is refused."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path, of the type that is wanted."""
        if "://" in str(value):
            self.fail(f"{value} is an address, and this writes to a folder of this machine", param, ctx)
        return super().convert(value, param, ctx)


FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = Folder(file_okay=False, path_type=Path)
RUN = click.Path(path_type=Path)
"""The manifest of a run, or the folder that holds it."""


@contextmanager
def standard_output() -> Iterator[IO[str]]:
    """Standard output: UTF-8 whatever the locale, line ends as given.

    Raises:
        OutputError: if it is closed, or cannot be written. (Where a reader has gone, click ends quietly.)

    """
    if sys.stdout is None:
        raise OutputError("cannot write to standard output: it is closed; choose another place with -o")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    try:
        yield sys.stdout
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter fails again when it ends
        raise OutputError(f"cannot write to standard output: {error.strerror}; make room there") from error
