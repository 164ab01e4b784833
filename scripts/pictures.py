"""Make the pictures of the documentation: a report, a page under review, and the site, on a desk and on a telephone.

python -m scripts.pictures
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from extractor.batch import BatchOptions, run
from extractor.report import write_report
from extractor.runs import open_run
from tests.browser import browser_page
from tests.review.serving import serving

WIDTHS = {"": 1280, "-narrow": 390}
"""Widths of the window, by what the name of a picture ends in."""
NAMES = tuple(f"{what}{ending}.png" for ending in WIDTHS for what in ("report", "review", "site"))
_HEIGHT = 800
_ROOT = Path(__file__).parent.parent
_PAGES = "fixtures/realself/d"
"""Pages without bylines, some of which are doubtful."""


def make_pictures(folder: Path) -> None:
    """Write the pictures into `folder`."""
    with tempfile.TemporaryDirectory() as made:
        os.chdir(_ROOT)  # sources are named as they are found
        run([_PAGES], Path(made), "realself", BatchOptions(formats=("jsonl",), jobs=0))
        manifest = Path(made, "realself.run.json")
        write_report(open_run(manifest), Path(made, "report.html"))
        build = [sys.executable, "-m", "sphinx", "-q", "docs", f"{made}/site"]
        subprocess.run(build, cwd=_ROOT, check=True)  # noqa: S603 - our own pages
        with serving(manifest) as address:
            for ending, width in WIDTHS.items():
                _take(Path(made, "report.html").as_uri(), width, folder / f"report{ending}.png")
                _take(Path(made, "site", "tutorial.html").as_uri(), width, folder / f"site{ending}.png")
                _take(address, width, folder / f"review{ending}.png")


def _take(address: str, width: int, picture: Path) -> None:
    with browser_page(address, width=width, height=_HEIGHT) as page:
        if page.evaluate("document.documentElement.scrollWidth") > width:
            raise RuntimeError(f"{picture.name} is wider than the window")
        page.screenshot(path=picture)


if __name__ == "__main__":
    make_pictures(_ROOT / "docs")
