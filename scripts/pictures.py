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


def build_site(site: Path) -> None:
    """Make the site of the documentation.

    Raises:
        subprocess.CalledProcessError: there is something to warn of, and it has been printed.

    """
    build = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "docs", str(site)]
    subprocess.run(build, cwd=_ROOT, check=True, timeout=300)  # noqa: S603 - our own pages


def make_pictures(folder: Path, site: Path) -> None:
    """Write the pictures into `folder`, those of the site from where it has been built."""
    with tempfile.TemporaryDirectory() as made:
        os.chdir(_ROOT)  # sources are named as they are found
        run([_PAGES], Path(made), "realself", BatchOptions(formats=("jsonl",), jobs=0))
        manifest = Path(made, "realself.run.json")
        write_report(open_run(manifest), Path(made, "report.html"))
        _take(Path(made, "report.html").as_uri(), folder, "report")
        _take((site / "tutorial.html").as_uri(), folder, "site")
        with serving(manifest) as address:
            _take(address, folder, "review")


def _take(address: str, folder: Path, what: str) -> None:
    with browser_page(address) as page:
        for ending, width in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": _HEIGHT})
            page.reload()
            if page.evaluate("document.documentElement.scrollWidth") > width:
                raise RuntimeError(f"{what} is wider than a window of {width} points")
            page.screenshot(path=folder / f"{what}{ending}.png")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as built:
        build_site(Path(built))
        make_pictures(_ROOT / "docs", Path(built))
