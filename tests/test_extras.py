"""An optional part is imported when it is used, and missed with the command that brings it."""

import json

import pytest

from extractor.errors import MissingExtra
from extractor.extras import require


def test_what_is_there_is_given() -> None:
    assert require("json", "web") is json


def test_what_is_missing_is_said_with_what_brings_it() -> None:
    with pytest.raises(MissingExtra, match=r"this needs no_such_module; .*pip install 'qapages\[review\]'"):
        require("no_such_module", "review")
