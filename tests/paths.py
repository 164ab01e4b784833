"""Where the files stand that tests read."""

from pathlib import Path

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
TESTS = ROOT / "tests"
