"""A page of which a dump has kept the text alone is read rightly, or with a warning, or not at all."""

from pathlib import Path

import pytest

from benchmarks.dumps import ROOT, dump, outcome
from tests.paths import FIXTURES

UNTOLD = {
    "engines/html-flarum.html",  # the letter of a picture stands in front of a name, with nothing between
    "realself/html-2013-line-breaks.html",  # names end texts, and a dump has no blank line between name and place
}
"""Pages of which a dump does not say what their markup says."""
PAGES = [path for path in sorted(FIXTURES.rglob("*.html")) if path.relative_to(FIXTURES).as_posix() not in UNTOLD]


def test_there_are_pages() -> None:
    assert len(PAGES) > 150


@pytest.mark.parametrize("path", [pytest.param(path, id=path.relative_to(ROOT).as_posix()) for path in PAGES])
def test_no_dump_is_wrong_without_a_warning(path: Path) -> None:
    assert not outcome(path.read_bytes()).endswith("SILENT")


def test_a_dump_has_each_block_on_a_line() -> None:
    page = b"<title>Is it a\nspur?</title><style>p {}</style><h1>Is it <b>a</b> spur?</h1><p>Rest<br>it.</p>"
    assert dump(page) == "Is it a spur?\nIs it a spur?\nRest\nit."
