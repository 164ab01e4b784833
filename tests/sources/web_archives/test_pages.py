"""Every record of a web archive is a page, a failure or about something else."""

import gzip
from pathlib import Path
from random import Random

import pytest

from extractor.records import WarningCode
from tests.sources.outcomes import codes, http, outcomes, warc_record


@pytest.mark.parametrize(
    ("block", "outcome"),
    [
        (http(b"<p>So", "HTTP 200 Document follows"), "<p>So"),
        (http(b"<p>So", "HTTP/2 200"), "<p>So"),
        (b"<!DOCTYPE html><p>So", "<!DOCTYPE html><p>So"),
        (b"\x00\x01 no protocol at all", "damaged"),
        (http(b"-5\r\nabc", "HTTP/1.1 200 OK", "Transfer-Encoding: chunked"), "-5\r\nabc"),
        (http(b"\x01\x02\x03", "HTTP/1.1 200 OK", "Content-Encoding: compress"), "undecodable"),
        (http(b"<p>So", "HTTP/1.1 200 OK", "Content-Encoding: utf-8"), "<p>So"),
    ],
)
def test_every_response_is_a_page_or_a_failure(tmp_path: Path, block: bytes, outcome: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(block) + warc_record(http(b"<p>Next")))
    assert outcomes(path) == [outcome, "<p>Next"]


def test_records_of_other_types_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(b"x", kind="respinse") + warc_record(b"x", kind="continuation"))
    assert outcomes(path) == ["other-media-type", "truncated"]


def test_a_warc_may_end_its_lines_with_line_feeds_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(warc_record(http(b"<p>%d" % n), end=b"\n") for n in range(3)))
    assert outcomes(path) == ["<p>0", "<p>1", "<p>2"]


def test_a_length_of_thousands_of_digits_costs_its_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    sound = [warc_record(http(b"<p>%d" % n)) for n in range(3)]
    sound[1] = sound[1].replace(b"Content-Length: ", b"Content-Length: " + b"9" * 5000)
    path.write_bytes(b"".join(sound))
    assert outcomes(path) == ["<p>0", "damaged", "<p>2"]


@pytest.mark.parametrize("headers", [("WARC-Truncated: length",), ("WARC-Segment-Number: 1",)])
def test_a_page_that_the_archive_calls_cut_has_a_warning(tmp_path: Path, headers: tuple[str, ...]) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(http(b"<p>So"), *headers))
    assert codes(path) == [[WarningCode.TRUNCATED_PAGE]]


@pytest.mark.parametrize("cut", [4, 30])
def test_a_body_whose_coding_breaks_off_has_a_warning(tmp_path: Path, cut: int) -> None:
    filling = Random(cut).randbytes(300).hex().encode()  # noqa: S311 - no secret
    body = gzip.compress(b"<p>Why?" + filling, mtime=0)[:-cut]
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(http(body, "HTTP/1.1 200 OK", "Content-Encoding: gzip")))
    assert codes(path) == [[WarningCode.TRUNCATED_PAGE]]


def test_a_record_that_is_not_what_its_digest_says_has_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    digest = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    path.write_bytes(warc_record(http(b"<p>So"), digest))
    assert codes(path) == [[WarningCode.DAMAGED_SOURCE]]


@pytest.mark.parametrize(
    "field", ["X-Extractor-Role: guest", "X-Extractor-Role: page\r\nX-Extractor-Failure: nonsense", "WARC-Date: never"]
)
def test_a_record_with_fields_of_nonsense_is_a_page_like_others(tmp_path: Path, field: str) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(http(b"<p>So"), field) + warc_record(http(b"<p>Next")))
    assert outcomes(path) == ["<p>So", "<p>Next"]


def test_a_type_of_record_may_be_in_capitals(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(warc_record(http(b"<p>So"), kind="Response") + warc_record(b"x", kind="WARCINFO"))
    assert outcomes(path) == ["<p>So"]
