import pytest

from extractor.web import rate
from tests.web.clock import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that paces go by."""
    made = Clock()
    monkeypatch.setattr(rate, "MonotonicClock", lambda: made)
    return made
