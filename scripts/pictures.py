"""Make the pictures of the documentation: the report of a run, and a page under review, as a browser shows them.

python -m scripts.pictures
"""

import os
import tempfile
from pathlib import Path

from extractor.batch import BatchOptions, run
from extractor.report import write_report
from extractor.runs import open_run
from tests.browser import browser_page
from tests.review.serving import serving

NAMES = ("report.png", "review.png")
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
        with browser_page(Path(made, "report.html").as_uri()) as page:
            page.screenshot(path=folder / NAMES[0])
        with serving(manifest) as address, browser_page(address) as page:
            page.screenshot(path=folder / NAMES[1])


if __name__ == "__main__":
    make_pictures(_ROOT / "docs")
