"""Make docs/terminal.svg: a page as the terminal shows it.

python scripts/picture.py
"""

import io
from pathlib import Path

from rich.console import Console

from extractor import extract
from extractor.cli.tables import show_page
from extractor.document import Document

ROOT = Path(__file__).parent.parent
_PAGE = "fixtures/realself/a/two-short-answers.txt"


def picture() -> str:
    """The picture as SVG."""
    out = Console(record=True, width=110, file=io.StringIO(), highlight=False, force_terminal=True)
    out.print(f"$ extractor {_PAGE}")
    show_page(extract(Document((ROOT / _PAGE).read_bytes(), source=_PAGE)), out)
    return out.export_svg(title="extractor", unique_id="terminal")


if __name__ == "__main__":
    (ROOT / "docs" / "terminal.svg").write_text(picture(), encoding="utf-8")
