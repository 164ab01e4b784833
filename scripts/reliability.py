"""Make docs/reliability.svg: how often answers of a given confidence are right, over the pages of `fixtures/`.

python -m scripts.reliability        needs the extra `review`, for its charts
"""

import io
import json
from itertools import cycle
from pathlib import Path

import matplotlib as mpl
from click.testing import CliRunner
from matplotlib.figure import Figure

from extractor.cli import main
from extractor.evaluation.scores import Bin, Evaluation

_ROOT = Path(__file__).parent.parent


def picture(bins: tuple[Bin, ...]) -> str:
    """Mean confidence against the share that is right, as SVG; each point with its number of answers."""
    seen = [one for one in bins if one.answers]
    figure = Figure(figsize=(5, 4), layout="constrained")
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", label="as sure as right")
    points = [(one.confidence, one.accuracy) for one in seen]
    axes.plot(*zip(*points, strict=True), marker="o", label="answers of the fixtures")
    for one, point, place in zip(seen, points, cycle([(6, -12), (-28, 6)]), strict=False):  # beside each other
        axes.annotate(f"{one.answers:,}", point, place, textcoords="offset points", fontsize=8)
    axes.set(xlabel="mean confidence", ylabel="share that is right in all fields", xlim=(0, 1.05), ylim=(0, 1.05))
    axes.legend(loc="lower right")
    out = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": "reliability", "svg.fonttype": "none"}):
        figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()


def evaluated() -> Evaluation:
    """What `extractor evaluate` finds over all fixtures."""
    done = CliRunner().invoke(main, ["evaluate", str(_ROOT / "fixtures"), "--json"], catch_exceptions=False)
    return Evaluation.model_validate(json.loads(done.stdout)["all"])


if __name__ == "__main__":
    (_ROOT / "docs" / "reliability.svg").write_text(picture(evaluated().reliability), encoding="utf-8")
