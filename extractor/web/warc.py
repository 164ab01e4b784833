"""Exchanges as WARC records, one gzip member each, and back.

The body is kept as it was read, without transfer and content encoding; the headers that described these are kept under
names that begin with `X-Crawl-`, as Common Crawl does. Headers that hold credentials are not kept. What the run made of
an answer stands in WARC fields of our own, which other readers pass over.
"""

import string
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import IO
from urllib.parse import quote, urlsplit

from warcio.archiveiterator import ArchiveIterator
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from extractor.sources.web_archives.crawl_fields import CrawlFields, from_warc
from extractor.sources.web_archives.http_message import by_name
from extractor.web.exchange import NO_ANSWER, Exchange

_NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_SECRET = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie", "set-cookie2"})
_OF_THE_TRANSFER = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_KINDS = frozenset({"response", "revisit", "metadata"})
_PIECE = 1 << 16
_PLAIN = CrawlFields()
_PRINTABLE = string.digits + string.ascii_letters + string.punctuation + " "


@dataclass(frozen=True, slots=True)
class Kept:
    """An exchange and what the run made of it."""

    exchange: Exchange
    fields: CrawlFields = _PLAIN


def encode(bundle: Sequence[Kept]) -> bytes:
    """The records of exchanges that belong together: requests, then responses in their order.

    An answer 304 is kept as a revisit, and as metadata that there was no answer.
    """
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    responses = [_response(writer, kept) for kept in bundle]
    for kept, response in zip(bundle, responses, strict=True):
        if kept.exchange.status != NO_ANSWER:
            writer.write_record(_request(writer, kept.exchange, response.rec_headers.get_header("WARC-Record-ID")))
    for response in responses:
        writer.write_record(response)
    return buffer.getvalue()


def warcinfo(name: str, about: Mapping[str, str]) -> bytes:
    """The record an archive called `name` begins with."""
    buffer = BytesIO()
    writer = WARCWriter(buffer, gzip=True, warc_version="1.1")
    writer.write_record(writer.create_warcinfo_record(name, {**about, "format": "WARC File Format 1.1"}))
    return buffer.getvalue()


def exchange_in(member: bytes) -> Kept | None:
    """The exchange whose response (or what stands for one) `member` holds; None for a record of another kind.

    Of a revisit, `original` says which answer still holds, by its address and date.
    """
    record = next(iter(ArchiveIterator(BytesIO(member))), None)
    if record is None or record.rec_type not in _KINDS:
        return None
    return Kept(_exchange(record), from_warc(by_name(record.rec_headers.headers)) or _PLAIN)


def members(stream: IO[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Begin, end and content of each gzip member; a last one that is cut short is left out.

    Raises:
        zlib.error: if a member is damaged.

    """
    begin, ahead = 0, stream.read(_PIECE)
    while ahead:
        decoder, content, end = zlib.decompressobj(wbits=31), [], begin
        while not decoder.eof:
            if not ahead:
                return
            content.append(decoder.decompress(ahead))
            end += len(ahead)
            ahead = stream.read(_PIECE) if not decoder.eof else decoder.unused_data
        end -= len(decoder.unused_data)
        yield begin, end, b"".join(content)
        begin, ahead = end, ahead or stream.read(_PIECE)


def _response(writer: WARCWriter, kept: Kept) -> ArcWarcRecord:
    answer = kept.exchange
    if answer.status == NO_ANSWER:
        told = f"failure: {kept.fields.failure}\r\n".encode()
        return writer.create_warc_record(
            answer.url, "metadata", BytesIO(told), len(told), warc_headers_dict=_fields(kept)
        )
    http = StatusAndHeaders(f"{answer.status} {answer.reason}".strip(), _as_kept(answer), protocol="HTTP/1.1")
    if answer.original is None:
        body, size = BytesIO(answer.body), len(answer.body)
        return writer.create_warc_record(
            answer.url, "response", body, size, http_headers=http, warc_headers_dict=_fields(kept)
        )
    digester = Digester("sha1")
    digester.update(answer.original.body)
    earlier = answer.original
    record = writer.create_revisit_record(answer.url, str(digester), earlier.url, earlier.date, http, _fields(kept))
    record.rec_headers.replace_header("WARC-Profile", _NOT_MODIFIED)
    return record


def _fields(kept: Kept) -> dict[str, str]:
    return {"WARC-Date": kept.exchange.date, **kept.fields.to_warc()}


def _request(writer: WARCWriter, exchange: Exchange, answered_by: str) -> ArcWarcRecord:
    parts = urlsplit(exchange.url)
    line = f"GET {parts.path}{'?' + parts.query if parts.query else ''} HTTP/1.1"
    headers = [("Host", parts.netloc), *_without(exchange.request, _SECRET)]
    http = StatusAndHeaders(line, headers, is_http_request=True)
    fields = {"WARC-Date": exchange.date, "WARC-Concurrent-To": answered_by}
    return writer.create_warc_record(exchange.url, "request", http_headers=http, warc_headers_dict=fields)


def _as_kept(answer: Exchange) -> list[tuple[str, str]]:
    headers = _without(answer.headers, _SECRET)
    renamed = [(f"X-Crawl-{name}" if name.lower() in _OF_THE_TRANSFER else name, value) for name, value in headers]
    return [*renamed, ("Content-Length", str(len(answer.body)))] if answer.original is None else headers


def _without(headers: Iterable[tuple[str, str]], names: frozenset[str]) -> list[tuple[str, str]]:
    """The headers but for those called `names`; warcio cannot write every value that is not ASCII: they are quoted."""
    return [
        (name, value if value.isascii() else quote(value, safe=_PRINTABLE))
        for name, value in headers
        if name.lower() not in names
    ]


def _exchange(record: ArcWarcRecord) -> Exchange:
    fields = record.rec_headers
    if record.http_headers is None:
        return Exchange(fields.get_header("WARC-Target-URI"), NO_ANSWER, "", (), b"", fields.get_header("WARC-Date"))
    status, _, reason = record.http_headers.statusline.partition(" ")
    answer = Exchange(
        url=fields.get_header("WARC-Target-URI"),
        status=int(status),
        reason=reason,
        headers=tuple(record.http_headers.headers),
        body=record.raw_stream.read(),
        date=fields.get_header("WARC-Date"),
    )
    date = fields.get_header("WARC-Refers-To-Date")
    return replace(answer, original=replace(answer, date=date)) if date else answer
