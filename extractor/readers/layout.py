"""The old place of names that site files import, for one release; `extractor.layout` is the new one."""

import warnings

from extractor import layout


def __getattr__(name: str) -> object:
    if name in layout.__all__:
        warnings.warn(
            f"import {name} from extractor.layout; {__name__} goes with the next release", DeprecationWarning, 2
        )
        return getattr(layout, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
