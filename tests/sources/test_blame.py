"""Whatever is raised where the content of an input is at fault becomes a failure with a reason and a way out."""

import tarfile

import pytest

from extractor.errors import MissingExtra, Reason
from extractor.sources.archives.members import BombError
from extractor.sources.blame import CONTENT_ERRORS, blame, nothing_wanted, pointer
from extractor.sources.streams import BrokenStreamError


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (BrokenStreamError(3), Reason.DAMAGED),
        (BrokenStreamError(3, truncated=True), Reason.TRUNCATED),
        (BombError(), Reason.EXPANDS_TOO_MUCH),
        (tarfile.ReadError("end"), Reason.TRUNCATED),
        (tarfile.HeaderError("odd"), Reason.DAMAGED),
        (MissingExtra("this needs zstandard"), Reason.NEEDS_EXTRA),
        (FileNotFoundError(2, "No such file"), Reason.MISSING),
        (PermissionError(13, "Permission denied"), Reason.UNREADABLE),
        (MemoryError(), Reason.MEMORY_LIMIT),
    ],
)
def test_an_error_has_its_reason(error: Exception, reason: Reason) -> None:
    found = blame(error, "a.tar")
    assert (found.source, found.reason) == ("a.tar", reason)
    assert "a.tar" in found.detail
    assert isinstance(error, (*CONTENT_ERRORS, MemoryError))


def test_any_other_error_is_a_defect_of_ours() -> None:
    found = blame(ZeroDivisionError("division by zero"), "a.txt")
    assert found.reason is Reason.INTERNAL_ERROR
    assert "ZeroDivisionError: division by zero; this is a defect of extractor" in found.detail


def test_what_stands_in_the_place_of_a_page() -> None:
    assert (pointer("a").reason, nothing_wanted("b").reason) == (Reason.POINTER, Reason.MISSING)
    assert "git lfs pull" in pointer("a").detail
    assert "--include" in nothing_wanted("b").detail


def test_what_to_do_depends_on_where_it_lies() -> None:
    refused = PermissionError(13, "Permission denied")
    assert blame(refused, "a.txt").detail == "a.txt cannot be read: Permission denied; check its permissions and kind"
    assert "cannot be read: embedded null byte; " in blame(ValueError("embedded null byte"), "a.txt").detail
    assert "see that it can be reached" in blame(refused, "s3://bucket/a.txt").detail
