"""The layouts, one small file of facts a site."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules

from extractor.errors import UsageError
from extractor.layout import Layout
from extractor.sites import generic

ENTRY_POINTS = "extractor.layouts"
"""The group under which other packages announce their layouts: `NAME = "package.module:LAYOUT"`."""


@cache
def all_layouts() -> tuple[Layout, ...]:
    """Every layout: those of other packages, those of this one in the order of their names, the generic one last.

    Raises:
        UsageError: if another package announces something that is no layout.

    """
    names = sorted(module.name for module in iter_modules(__path__))
    own = [import_module(f"{__name__}.{name}").LAYOUT for name in names if name != "generic"]
    return (*_announced(), *own, generic.LAYOUT)


def _announced() -> Iterator[Layout]:
    for entry in sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name):
        try:
            layout = entry.load()
        except (ImportError, AttributeError, ValueError) as error:
            raise UsageError(f"the layout {entry.name!r} ({entry.value}) cannot be loaded: {error}") from error
        if not isinstance(layout, Layout):
            raise UsageError(f"{entry.value} is announced as the layout {entry.name!r}, but is no extractor Layout")
        yield layout
