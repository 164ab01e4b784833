"""What the long form of the tests does more of: `scripts/test-long` sets LONG=1."""

import os
from collections.abc import Sequence
from typing import TypeVar
from zlib import crc32

from hypothesis import settings

T = TypeVar("T")
LONG = os.environ.get("LONG") == "1"


def so_many(examples: int) -> int:
    """How many examples a property is tried on that takes `examples` where others take a hundred."""
    return max(1, examples * settings().max_examples // 100)


def some_of(choices: Sequence[T], name: str) -> Sequence[T]:
    """In the long form all of `choices`, otherwise one of them, for the same name always the same."""
    return choices if LONG else [choices[crc32(name.encode()) % len(choices)]]
