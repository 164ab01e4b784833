"""The layouts, one small file of facts a site."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from pkgutil import iter_modules

from extractor.errors import UsageError
from extractor.layout import Layout
from extractor.sites import generic

ENTRY_POINTS = "extractor.layouts"
"""The group under which other packages announce their layouts: `NAME = "package.module:LAYOUT"`."""


@cache
def all_layouts(further: tuple[Layout, ...] = ()) -> tuple[Layout, ...]:
    """Every layout: `further` ones, other packages' ones, this one's in the order of their names, the generic one last.

    Raises:
        UsageError: if another package announces something that is no layout.

    """
    names = sorted(module.name for module in iter_modules(__path__))
    own = [import_module(f"{__name__}.{name}").LAYOUT for name in names if name != "generic"]
    return (*further, *_announced(), *own, generic.LAYOUT)


def _announced() -> Iterator[Layout]:
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name):
        try:
            layout = entry.load()
        except (ImportError, AttributeError, ValueError) as error:
            raise UsageError(f"the layout {entry.name!r} ({entry.value}) cannot be loaded: {error}") from error
        if not isinstance(layout, Layout):
            raise UsageError(f"{entry.value} is announced as the layout {entry.name!r}, but is no extractor Layout")
        yield layout


@dataclass(frozen=True, slots=True)
class LayoutFile:
    """A file with a layout, as `extractor.sites` holds them, and the digest of what it said when it was named."""

    path: str
    sha256: str


def layout_file(path: Path) -> LayoutFile:
    """The file at `path`, which is run to see whether it holds a layout.

    Raises:
        UsageError: if it does not.

    """
    found = LayoutFile(str(path), sha256(_source(str(path))).hexdigest())
    layout_in(found)
    return found


@cache
def layout_in(file: LayoutFile) -> Layout:
    """The `LAYOUT` of a file, which is run as Python once in each process.

    Raises:
        UsageError: if it has changed since it was named, cannot be run, or holds no layout.

    """
    source = _source(file.path)
    if sha256(source).hexdigest() != file.sha256:
        raise UsageError(f"{file.path} has changed while it was in use; begin again")
    names: dict[str, object] = {"__name__": Path(file.path).stem, "__file__": file.path}
    try:
        exec(compile(source, file.path, "exec"), names)  # noqa: S102 - running it is what the user asks for
    except Exception as error:
        raise UsageError(f"the layout {file.path} cannot be loaded: {type(error).__name__}: {error}") from error
    layout = names.get("LAYOUT")
    if not isinstance(layout, Layout):
        raise UsageError(f"{file.path} holds no layout: it must say `LAYOUT = Layout(...)`")
    return layout


def _source(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"the layout {path} cannot be read: {error.strerror}") from error
