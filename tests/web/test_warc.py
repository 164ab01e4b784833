"""Archives as others read them, and as we read them back."""

import io
import zlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from extractor.errors import Reason
from extractor.sources.web_archives.crawl_fields import CrawlFields, Role
from extractor.web.exchange import Exchange
from extractor.web.warc import Kept, encode, exchange_in, members, warcinfo

ANSWER = Exchange(
    url="https://a.example/q/1?a=b",
    status=200,
    reason="OK",
    headers=(
        ("Content-Type", "text/html; charset=utf-8"),
        ("Content-Encoding", "gzip"),
        ("Transfer-Encoding", "chunked"),
        ("Set-Cookie", "session=secret"),
        ("X-Robots-Tag", "noindex"),
        ("X-Robots-Tag", "noai"),
    ),
    body="<html>größer".encode(),
    date="2026-01-02T03:04:05Z",
    request=(("User-Agent", "extractor/1"), ("Authorization", "Basic secret"), ("Cookie", "session=secret")),
)
SOURCE = "https://a.example/q/1"
KEPT = Kept(ANSWER, CrawlFields(Role.PAGE, SOURCE, next_pages=1, missing="page 3 (http-503: busy)"))


def kept_in(data: bytes) -> list[Kept]:
    return [kept for _, _, member in members(io.BytesIO(data)) if (kept := exchange_in(member))]


def test_what_is_kept_comes_back() -> None:
    (kept,) = kept_in(encode([KEPT]))
    assert replace(kept, exchange=ANSWER) == KEPT
    assert (kept.exchange.url, kept.exchange.status, kept.exchange.date) == (ANSWER.url, 200, ANSWER.date)
    assert kept.exchange.body == ANSWER.body
    assert [value for name, value in kept.exchange.headers if name == "X-Robots-Tag"] == ["noindex", "noai"]


def test_pages_that_belong_together_follow_one_another() -> None:
    data = encode([Kept(ANSWER), KEPT, Kept(ANSWER, CrawlFields(Role.NEXT_PAGE, SOURCE))])
    kinds = [record.rec_type for record in ArchiveIterator(io.BytesIO(data))]
    assert kinds == ["request", "request", "request", "response", "response", "response"]
    assert [kept.fields.role for kept in kept_in(data)] == [Role.OTHER, Role.PAGE, Role.NEXT_PAGE]


def test_a_failure_comes_back_as_it_was_raised() -> None:
    (kept,) = kept_in(
        encode([Kept(ANSWER, CrawlFields(Role.PAGE, SOURCE, "http-404 the server answers 404 (Not Found)"))])
    )
    refusal = kept.fields.refusal
    assert refusal is not None
    assert (refusal.reason, refusal.detail) == (Reason.HTTP_404, "the server answers 404 (Not Found)")
    assert KEPT.fields.refusal is None


def test_no_credentials_are_kept() -> None:
    assert b"secret" not in b"".join(content for _, _, content in members(io.BytesIO(encode([KEPT]))))


def test_warcio_reads_it_and_its_digests_hold() -> None:
    data = warcinfo("extractor-00000.warc.gz", {"software": "extractor/1", "robots": "obey"}) + encode([KEPT])
    records = list(verified(data))
    assert [kind for kind, _ in records] == ["warcinfo", "request", "response"]
    assert records[0][1].startswith(b"software: extractor/1\r\n")
    assert records[2][1] == ANSWER.body


def verified(data: bytes) -> Iterator[tuple[str, bytes]]:
    for record in ArchiveIterator(io.BytesIO(data), check_digests="raise"):
        body = record.content_stream().read()
        assert record.digest_checker.passed is not False
        yield record.rec_type, body


def test_fastwarc_reads_it_and_its_digests_hold() -> None:
    data = encode([KEPT])
    records = list(FastIterator(io.BytesIO(data), record_types=WarcRecordType.any_type))
    assert len(records) == 2
    for record in FastIterator(io.BytesIO(data), record_types=WarcRecordType.any_type, parse_http=False):
        assert record.verify_block_digest()
    for record in FastIterator(io.BytesIO(data), record_types=WarcRecordType.response):
        assert record.verify_payload_digest()
        assert record.headers["WARC-Target-URI"] == ANSWER.url
        assert record.http_headers.status_code == 200
        assert record.http_headers["Content-Type"] == "text/html; charset=utf-8"
        assert record.reader.read() == ANSWER.body


def test_an_unchanged_page_refers_to_the_answer_that_holds() -> None:
    unchanged = Exchange(ANSWER.url, 304, "Not Modified", (("ETag", '"1"'),), b"", "2026-02-01T00:00:00Z", (), ANSWER)
    data = encode([Kept(unchanged, CrawlFields(Role.PAGE, SOURCE))])
    (kept,) = kept_in(data)
    assert kept.exchange.original is not None
    assert (kept.exchange.original.url, kept.exchange.original.date) == (ANSWER.url, ANSWER.date)
    assert [kind for kind, _ in verified(data)] == ["request", "revisit"]
    headers = [record.rec_headers for record in ArchiveIterator(io.BytesIO(data))][1]
    assert headers["WARC-Profile"].endswith("/revisit/server-not-modified")
    original = [record.rec_headers for record in ArchiveIterator(io.BytesIO(encode([KEPT])))][1]
    assert headers["WARC-Payload-Digest"] == original["WARC-Payload-Digest"]


header_text = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=40)


@given(st.binary(max_size=300), header_text, st.integers(100, 599), st.text("abc é", max_size=10))
def test_whatever_a_server_sends_is_kept_whole(body: bytes, value: str, status: int, phrase: str) -> None:
    reason = phrase.encode("ascii", "replace").decode().strip()
    answer = replace(ANSWER, body=body, status=status, reason=reason, headers=(("X-Any", " ".join(value.split())),))
    data = encode([replace(KEPT, exchange=answer)])
    (kept,) = kept_in(data)
    assert (kept.exchange.body, kept.exchange.status, kept.exchange.reason) == (body, status, reason)
    assert list(verified(data))


def test_a_member_that_is_cut_short_is_left_out() -> None:
    one, two = encode([KEPT]), encode([KEPT])
    for cut in (1, 20, len(two) // 2, len(two) - 1):
        whole = list(members(io.BytesIO(one + two[:cut])))
        assert [end for _, end, _ in whole][-1] <= len(one) + cut
        assert (one + two[:cut])[: whole[-1][1]].startswith(one)


def test_a_damaged_member_is_noticed() -> None:
    data = bytearray(encode([KEPT]) * 2)
    data[len(data) // 3] ^= 0xFF
    with pytest.raises(zlib.error):
        list(members(io.BytesIO(bytes(data))))
