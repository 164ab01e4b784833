"""What tests of several modules read from."""

from pathlib import Path

import pytest


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder with pages and other files, some in a folder of it."""
    for name in ("b.txt", "a/2.html", "a/10.HTM", "a/notes.pdf", "c"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"page {name}")
    return tmp_path
