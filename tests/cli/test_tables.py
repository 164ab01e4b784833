"""A terminal shows a record as a table."""

import re

import pytest

from tests.cli.running import on_terminal, plain

pytestmark = pytest.mark.usefixtures("folder")


def test_a_terminal_shows_the_record() -> None:
    shown = on_terminal("page.txt")
    assert "\x1b[" in shown
    lines = plain(shown).splitlines()
    assert lines[0] == "Swollen Nose After Four Months. Is This Normal?"
    header = next(line for line in lines if "doctor" in line)
    assert header.split() == ["#", "doctor", "specialty", "location", "headline", "rating", "reviews", "confidence"]
    row = next(line for line in lines if "Luis Ortega" in line)
    assert re.match(r" 2 +Luis Ortega, MD, +Facial Plastic +Miami +Give it time +5\.0 +12 +0\.\d{3}", row)
    assert "output/page.json" in lines[-1]
