"""The group of all commands: one of them needs no name, and errors are messages with exit codes."""

import os
import sys
from difflib import get_close_matches
from pathlib import Path

import click
from click_default_group import DefaultGroup

from extractor.cli.console import hold_streams, say
from extractor.cli.settings import file_defaults, name_variables
from extractor.errors import ExtractorError, OutputError, UsageError

_ALIKE = 0.75
"""How much of a word must be that of a command (difflib's ratio): one slip of the finger in five letters."""

_INTERRUPTED = 130
"""The exit code of what Ctrl-C ends (128 + SIGINT)."""


class Commands(DefaultGroup):
    """A group whose first command needs no name, and whose errors are messages with exit codes."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; end with 1, 2 for wrong use, 3 if something could not be written, or 130 after Ctrl-C.

        What a command passes on with its `KeyboardInterrupt` is said to the user.
        """
        hold_streams()
        try:
            ctx.default_map = file_defaults(Path.cwd(), self.commands)
            return super().invoke(ctx)
        except ExtractorError as error:
            say(f"Error: {error}")
            sys.exit(2 if isinstance(error, UsageError) else 3 if isinstance(error, OutputError) else 1)
        except KeyboardInterrupt as interrupt:
            say("; ".join(("interrupted", *map(str, interrupt.args))))
            sys.exit(_INTERRUPTED)

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """Add a command, whose options can also be given by variables of the environment."""
        super().add_command(cmd, name)
        name_variables(cmd)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant; a word that is nearly the name of one, and no file's, is no input."""
        word = args[0]
        meant = get_close_matches(word, self.commands, 1, _ALIKE)
        if word not in self.commands and meant and not os.path.lexists(word):
            raise click.UsageError(f"{word!r} is neither a command nor a file. Did you mean {meant[0]!r}?", ctx)
        return super().resolve_command(ctx, args)
