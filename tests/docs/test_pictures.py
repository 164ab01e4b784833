"""The pictures of the documentation show what there is."""

from pathlib import Path

import pytest

from scripts.pictures import NAMES, make_pictures
from tests.paths import ROOT


def size(picture: Path) -> bytes:
    """Width and height of a PNG, as they stand in its head (W3C PNG, 11.2.2)."""
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return head[16:24]


def test_they_are_made_by_a_browser_and_stand_in_the_documentation(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    make_pictures(tmp_path, site)
    shown = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("docs/batches.md", "CONTRIBUTING.md"))
    for name in NAMES:
        assert size(tmp_path / name) == size(ROOT / "docs" / name)
        assert f"]({name})" in shown or f"](docs/{name})" in shown
