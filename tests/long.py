"""What the long form of the tests does more of: `scripts/test-long` sets LONG=1."""

import os
from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")
LONG = os.environ.get("LONG") == "1"


def some_of(choices: Sequence[T], name: str) -> Sequence[T]:
    """In the long form all of `choices`, otherwise one of them, for the same name always the same."""
    return choices if LONG else [choices[crc32(name.encode()) % len(choices)]]
