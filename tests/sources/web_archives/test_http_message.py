"""HTTP messages as archives keep them: with codings, without them, broken off, and with headers that lie."""

import gzip
import zlib

import brotli
import pytest
import zstandard

from extractor.sources.web_archives.http_message import (
    Body,
    BodyTooLargeError,
    UnknownCodingError,
    decode_body,
    parse_content_type,
    split_message,
)

PAGE = b"<html>" + b"<p>Is it normal?</p>" * 200
CODED = {
    "gzip": gzip.compress(PAGE),
    "deflate": zlib.compress(PAGE),
    "br": brotli.compress(PAGE),
    "zstd": zstandard.compress(PAGE),
}


def coded(name: str, body: bytes, limit: int = 100_000) -> Body:
    return decode_body(body, {"content-encoding": name}, limit)


@pytest.mark.parametrize("name", CODED)
def test_a_coding_is_undone_unless_it_was_already(name: str) -> None:
    assert coded(name, CODED[name]) == Body(PAGE)
    assert coded(name, PAGE) == Body(PAGE)


@pytest.mark.parametrize("name", ["gzip", "deflate", "zstd"])
def test_what_is_there_of_a_body_that_breaks_off_is_kept(name: str) -> None:
    body = coded(name, CODED[name][: len(CODED[name]) * 3 // 4])
    assert not body.is_whole
    assert PAGE.startswith(body.content)


@pytest.mark.parametrize("name", ["gzip", "deflate"])
def test_a_body_with_a_wrong_checksum_is_read_to_its_end_and_not_whole(name: str) -> None:
    """The decoder gives nothing of what it was handed together with the damage."""
    checksum = 8 if name == "gzip" else 1
    damaged = bytearray(CODED[name])
    damaged[-checksum] ^= 1
    assert coded(name, bytes(damaged)) == Body(PAGE, is_whole=False)


@pytest.mark.parametrize(
    ("headers", "is_whole"),
    [
        ({"content-length": str(len(PAGE))}, True),
        ({"content-length": str(len(PAGE) + 1)}, False),
        ({"content-length": str(len(PAGE) // 2)}, True),  # the archive undid a coding
        ({"content-length": "9" * 5000}, True),  # no length
        ({"content-length": str(len(PAGE) + 1), "transfer-encoding": "chunked"}, True),
    ],
)
def test_a_body_shorter_than_its_head_says_is_not_whole(headers: dict[str, str], *, is_whole: bool) -> None:
    assert decode_body(PAGE, headers, 100_000) == Body(PAGE, is_whole)


@pytest.mark.parametrize("name", CODED)
def test_no_more_is_made_than_is_allowed(name: str) -> None:
    with pytest.raises(BodyTooLargeError):
        coded(name, CODED[name], 100)


def test_codings_lie_around_each_other_and_chunks_around_all() -> None:
    body = gzip.compress(zlib.compress(PAGE))
    chunks = b"".join(b"%x\r\n%b\r\n" % (len(body[i : i + 50]), body[i : i + 50]) for i in range(0, len(body), 50))
    headers = {"content-encoding": "deflate, gzip", "transfer-encoding": "chunked"}
    assert decode_body(chunks + b"0\r\n\r\n", headers, 100_000) == Body(PAGE)


def test_a_coding_without_a_name_of_its_own_is_refused_if_it_was_not_undone() -> None:
    assert coded("utf-8", PAGE) == Body(PAGE)
    with pytest.raises(UnknownCodingError, match="compress"):
        coded("compress", b"\x1f\x9d\x90\x00\x01")


def test_a_response_is_cut_where_its_head_ends() -> None:
    assert split_message(b"HTTP/1.1 200 OK\r\nA: 1\r\n\r\nbody\r\n\r\nmore") == (200, {"a": "1"}, b"body\r\n\r\nmore")
    assert split_message(b"HTTP 404\nA: 1\n\nbody\r\n\r\n") == (404, {"a": "1"}, b"body\r\n\r\n")
    assert split_message(b"<html>no head") == (None, {}, b"<html>no head")


@pytest.mark.parametrize(
    ("value", "charset", "is_page"),
    [
        ("text/html; charset='utf-8'", "utf-8", True),
        ("TEXT/PLAIN", None, True),
        ("", None, True),
        ("application/octet-stream", None, True),
        ("image/png", None, False),
        ("application/pdf; charset=x", "x", False),
    ],
)
def test_what_a_type_says(value: str, charset: str | None, *, is_page: bool) -> None:
    kind = parse_content_type(value)
    assert (kind.charset, kind.is_page) == (charset, is_page)


CHUNKED = {"transfer-encoding": "chunked"}


@pytest.mark.parametrize("size", [b"ffffffffffffffff", b"5000"])
def test_a_chunk_that_claims_more_than_there_is_breaks_off(size: bytes) -> None:
    assert decode_body(size + b"\r\n" + PAGE, CHUNKED, 100_000) == Body(PAGE, is_whole=False)


def test_what_stands_behind_chunks_in_place_of_another_is_kept_and_said_to_be_broken() -> None:
    assert decode_body(b"3\r\nWhy\r\n-5\r\nSo.", CHUNKED, 100) == Body(b"Why\r\n-5\r\nSo.", is_whole=False)


@pytest.mark.parametrize("page", [b"Face lift: is it normal?\n" * 9, b"10\nthings that are normal\n"])
def test_a_page_whose_chunks_were_joined_already_is_left_as_it_is(page: bytes) -> None:
    assert decode_body(page, CHUNKED, 100_000) == Body(page)


def test_a_response_that_says_that_another_comes_is_passed_over() -> None:
    message = (
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nC: d\r\n\r\nWhy?"
    )
    assert split_message(message) == (200, {"c": "d"}, b"Why?")


def test_of_two_types_in_one_header_the_first_counts() -> None:
    assert parse_content_type("text/html, text/html; charset=utf-8").is_page
