"""Bar charts as SVG, by matplotlib: text stays text, and equal figures give equal bytes."""

import re
from collections.abc import Mapping
from io import StringIO

from extractor.extras import require

_SIZE = (4.4, 2.6)
_FEW = 13
"""Names below the bars that stand beside each other without touching."""
_COLOUR = "#0550ae"
_STYLE = {"svg.fonttype": "none", "svg.hashsalt": "extractor", "font.family": "sans-serif", "font.size": 9}
_METADATA = re.compile(r"<\?xml.*?(?=<svg)|<metadata>.*?</metadata>", re.DOTALL)


def bars(title: str, axis: str, figures: Mapping[str, int]) -> str:
    """A bar for each of the figures, as an SVG element that is named by its title.

    Raises:
        MissingExtra: if matplotlib is not installed.

    """
    matplotlib = require("matplotlib", "review")
    with matplotlib.rc_context(_STYLE):
        figure = require("matplotlib.figure", "review").Figure(_SIZE, layout="constrained")
        axes = figure.add_subplot()
        axes.bar(list(figures), list(figures.values()), color=_COLOUR)
        axes.set_title(title, loc="left")
        axes.set_xlabel(axis)
        axes.spines[["top", "right"]].set_visible(False)
        axes.tick_params("x", labelrotation=90 if len(figures) > _FEW else 0)
        drawn = StringIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None})
    told = ", ".join(f"{name}: {number:,}" for name, number in figures.items() if number)
    return _named(_METADATA.sub("", drawn.getvalue()), f"{title} ({told or 'none'})")


def _named(svg: str, name: str) -> str:
    return svg.replace("<svg ", f'<svg role="img" aria-label="{name}" ', 1)
