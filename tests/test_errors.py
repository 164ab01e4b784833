"""An error says what was wrong, where, and what to do about it."""

import errno
import os
from pathlib import Path

import pytest

from extractor.errors import Reason, unwritable


def test_what_rightly_gives_no_record_is_no_fault() -> None:
    innocent = {reason.value for reason in Reason if not reason.is_fault}
    assert innocent == {"not-a-qa-page", "read-before", "revisit", "other-media-type", "http-status"}


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room there"),
        (errno.EFBIG, "make room there"),
        (errno.EEXIST, "move away the file"),
        (errno.ENOTDIR, "move away the file"),
        (errno.EMFILE, "ulimit -n"),
        (errno.EACCES, "check that you may write there"),
    ],
)
def test_what_to_do_depends_on_why_it_cannot_be_written(number: int, remedy: str) -> None:
    message = str(unwritable(Path("out"), OSError(number, os.strerror(number)), "--parts"))
    assert message.startswith(f"cannot write out: {os.strerror(number)}; ")
    assert remedy in message
    assert message.endswith(", or choose another place with --parts")
