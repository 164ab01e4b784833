"""The page that a record of a web archive holds, or why there is none."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import replace

from extractor.document import Document
from extractor.errors import MissingExtra, Reason
from extractor.records import Failure, doubt
from extractor.sources.provenance import provenance
from extractor.sources.slices import SliceItem, failure, with_warning
from extractor.sources.web_archives.crawl_fields import Role, from_warc
from extractor.sources.web_archives.http_message import (
    Body,
    BodyTooLargeError,
    UnknownCodingError,
    decode_body,
    parse_content_type,
    split_message,
)

PAGES = ("response", "resource", "conversion")
"""The types of record that may hold a page (ISO 28500, 6)."""
_OTHERS = ("warcinfo", "request", "metadata")
_MARKUP = (b"<!doctype", b"<html", b"<?xml", b"<head", b"<body")


def page_of(headers: Mapping[str, str], content: bytes | None, source: str, max_size: int) -> SliceItem | None:
    """The page that the record holds, why it cannot be had, or None if the record is about something else."""
    kind = headers.get("warc-type", "")
    fields = from_warc(headers)
    source = (fields and fields.source) or source
    if fields and fields.refusal and fields.role is Role.PAGE:
        return failure(source, fields.refusal.reason, fields.refusal.detail)
    if kind in _OTHERS or (fields and fields.role is Role.OTHER):
        return None
    if kind not in PAGES:
        return _no_page(kind, source)
    if content is None:
        return _too_large(source, max_size)
    read = _answer if kind == "response" else _resource
    return _judged(read(headers, content, source, max_size), headers, content)


def _no_page(kind: str, source: str) -> Failure:
    if kind == "revisit":
        return failure(source, Reason.REVISIT, f"{source} refers to a page stored elsewhere")
    if kind == "continuation":
        return failure(source, Reason.TRUNCATED, f"{source} goes on with a page before it, and is not joined to it")
    return failure(source, Reason.OTHER_MEDIA_TYPE, f"{source} is a record of type {kind[:40]!r}, which holds no page")


def _judged(item: SliceItem, headers: Mapping[str, str], content: bytes) -> SliceItem:
    """The page with warnings where its record says that it is not whole."""
    if "warc-truncated" in headers or "warc-segment-number" in headers:
        item = with_warning(item, doubt.cut_record())
    return (
        item
        if _has_digest(headers.get("warc-block-digest", ""), content)
        else with_warning(item, doubt.changed_record())
    )


def _has_digest(told: str, content: bytes) -> bool:
    """Whether the content has the digest that is told, as far as that can be checked: in base 32 or base 16."""
    name, _, value = told.partition(":")
    name = name.lower().replace("-", "")
    if name not in ("sha1", "sha256", "md5"):
        return True
    found = hashlib.new(name, content, usedforsecurity=False).digest()
    return value.upper().rstrip("=") in (base64.b32encode(found).decode().rstrip("="), found.hex().upper())


def _answer(headers: Mapping[str, str], message: bytes, source: str, max_size: int) -> SliceItem:
    """The page that a server gave."""
    status, http, body = split_message(message)
    if status is None:
        return _without_status(headers, message, source, max_size)
    if not 200 <= status < 300:  # noqa: PLR2004 - success (RFC 9110, 15.3)
        return failure(source, Reason.HTTP_STATUS, f"{source} is a response with status {status}, not a page")
    page = _document(http, body, source, _address(headers), max_size)
    if not isinstance(page, Document) or not isinstance(page.content, bytes) or "warc-date" not in headers:
        return page
    return replace(page, provenance=provenance(headers["warc-date"], status, http, page.content))


def _without_status(headers: Mapping[str, str], content: bytes, source: str, max_size: int) -> SliceItem:
    """A response that is none of HTTP: the page itself, an answer of another protocol such as DNS, or damage."""
    if content.lstrip()[:9].lower().startswith(_MARKUP):
        return _document({"content-type": "text/html"}, content, source, _address(headers), max_size)
    scheme, kind = (_address(headers) or "").partition(":")[0].lower(), headers.get("content-type", "")
    if scheme not in ("", "http", "https"):
        return failure(source, Reason.OTHER_MEDIA_TYPE, f"{source} is an answer to {scheme[:40]}, not to HTTP")
    if kind and not kind.lower().startswith("application/http"):
        return failure(source, Reason.OTHER_MEDIA_TYPE, f"{source} is {kind[:40]}, not a response of HTTP")
    return failure(source, Reason.DAMAGED, f"{source} is a response without a status line: it cannot be read")


def _resource(headers: Mapping[str, str], body: bytes, source: str, max_size: int) -> SliceItem:
    return _document(headers, body, source, _address(headers), max_size)


def _address(headers: Mapping[str, str]) -> str | None:
    return headers.get("warc-target-uri", "").strip("<>") or None


def _document(http: Mapping[str, str], body: bytes, source: str, url: str | None, max_size: int) -> SliceItem:
    kind = parse_content_type(http.get("content-type", ""))
    if not kind.is_page:
        return failure(source, Reason.OTHER_MEDIA_TYPE, f"{source} is {http['content-type']}, not text or HTML")
    try:
        decoded: Body = decode_body(body, http, max_size)
    except BodyTooLargeError:
        return _too_large(source, max_size)
    except MissingExtra as error:
        return failure(source, Reason.NEEDS_EXTRA, f"{source}: {error}")
    except UnknownCodingError as error:
        return failure(source, Reason.UNDECODABLE, f"{source} is in the content coding {error}, which is not known")
    page = Document(decoded.content, source, url, kind.media_type, kind.charset)
    return page if decoded.is_whole else with_warning(page, doubt.cut_record())


def _too_large(source: str, max_size: int) -> Failure:
    return failure(source, Reason.TOO_LARGE, f"{source} holds more than {max_size:,} bytes; raise --max-size")
