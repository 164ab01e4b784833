"""Defaults of options, from variables of the environment and from a file in the folder where the command runs.

What is said on the command line goes before a variable, that before the file, that before what `--help` says. A
variable is `EXTRACTOR_`, the command and the option: EXTRACTOR_EXTRACT_PAGE_SECONDS is `--page-seconds` of `extract`.
The file is `extractor.toml`, or the table `[tool.extractor]` of `pyproject.toml`: in it a table for each command, and
in that the options as they are spelled on the command line, without dashes in front.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from extractor.errors import UsageError

_OWN_FILE = Path("extractor.toml")
_PROJECT_FILE = Path("pyproject.toml")


def name_variables(command: click.Command) -> None:
    """Let each option of a command be given by the variable that is named after it."""
    for name, option in _options(command).items():
        if isinstance(option, click.Option):
            option.envvar = f"EXTRACTOR_{command.name}_{name}".replace("-", "_").upper()


def _options(command: click.Command) -> dict[str, click.Parameter]:
    """The options of a command by their long names, without the dashes in front."""
    return {name[2:]: option for option in command.params for name in option.opts if name.startswith("--")}


def file_defaults(folder: Path, commands: Mapping[str, click.Command]) -> dict[str, dict[str, Any]]:
    """By command and name of parameter, as click takes its defaults; nothing if there is no such file.

    Raises:
        UsageError: if the file is damaged, or if a command, an option or a value in it is wrong.

    """
    for path, keys in ((folder / _OWN_FILE, ()), (folder / _PROJECT_FILE, ("tool", "extractor"))):
        if path.is_file() and (tables := _tables(path, keys)):
            return {name: _defaults(table, _named(path, name, commands), path) for name, table in tables.items()}
    return {}


def _tables(path: Path, keys: tuple[str, ...]) -> dict[str, Any]:
    import tomllib

    try:
        content: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UsageError(f"{path} cannot be read for settings: {error}") from error
    for key in keys:
        content = content.get(key, {}) if isinstance(content, dict) else {}
    if not isinstance(content, dict):
        raise UsageError(f"{path}: settings are a table for each command, such as [extract]")
    return content


def _named(path: Path, name: str, commands: Mapping[str, click.Command]) -> click.Command:
    if name not in commands:
        raise UsageError(f"{path}: there is no command {name!r}; settings are of {', '.join(sorted(commands))}")
    return commands[name]


def _defaults(table: object, command: click.Command, path: Path) -> dict[str, Any]:
    """The values by name of parameter; what is wrong is said of the file, not of a command line."""
    if not isinstance(table, dict):
        raise UsageError(f"{path}: {command.name} must be a table of options, such as [{command.name}]")
    options = _options(command)
    defaults = {}
    for name, value in table.items():
        if name not in options:
            raise UsageError(f"{path}: [{command.name}] has no option {name!r}; it has {', '.join(sorted(options))}")
        defaults[options[name].name or name] = _converted(value, options[name], f"{path}: [{command.name}] {name}")
    return defaults


def _converted(value: object, option: click.Parameter, place: str) -> object:
    if option.multiple != isinstance(value, list):
        raise UsageError(f"{place}: a list is {'wanted' if option.multiple else 'not understood here'}")
    try:
        option.type_cast_value(click.Context(click.Command(None)), value)
    except click.BadParameter as error:
        raise UsageError(f"{place}: {error.message}") from error
    return value
