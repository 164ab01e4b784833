"""How we introduce ourselves."""

import pytest

from extractor import __version__
from extractor.errors import UsageError
from extractor.web.manners import Manners


def test_a_site_is_told_who_asks_and_whom_to_turn_to() -> None:
    assert Manners().user_agent == f"extractor/{__version__} (reader of Q&A pages)"
    assert Manners(contact="me@a.example").user_agent.endswith("; me@a.example)")


@pytest.mark.parametrize("contact", ["mé@a.example", "me\r\nCookie: a"])
def test_what_cannot_stand_in_a_header_is_no_contact(contact: str) -> None:
    with pytest.raises(UsageError, match="plain ASCII"):
        Manners(contact=contact)
