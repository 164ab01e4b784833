"""HTML pages in the wrappings people save them in: MHTML, a site's own JSON, Markdown of reader proxies."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import escape

from extractor.document import Document, MediaType, sniff
from extractor.encodings import decode_document

_HEAD = 4096
_MHTML = re.compile(
    rb"\A\s*(?:[A-Za-z-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?(?:MIME-Version|Content-Type):[^\n]*(?:\r?\n[ \t][^\n]*)*",
    re.IGNORECASE,
)
_MHTML_SIGN = re.compile(rb"multipart/related|<Saved by|\A\s*MIME-Version:", re.IGNORECASE)
_PROXY_LINE = re.compile(r"\s*(?P<name>[A-Z][A-Za-z ]{2,30}):[^\S\n]*(?P<value>[^\n]*)(?:\n|\Z)")
_TAG = re.compile(r"<(?:p|div|br|li|h[1-6]|span|article|section|table|a)\b[^<>]*>", re.IGNORECASE)
_MAX_DEPTH = 100


def unwrap(document: Document) -> Document | None:
    """The HTML page that `document` is or holds; None if it is plain text.

    Raises:
        UnreadableDocument: if it cannot be decoded or holds nothing.

    """
    if document.media_type is MediaType.HTML:
        return document
    content = document.content
    head = (content if isinstance(content, bytes) else content[:_HEAD].encode("utf-8", "replace"))[:_HEAD]
    if _MHTML.match(head) and _MHTML_SIGN.search(head):
        return _from_mhtml(document)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _from_json(document)
    head = head.replace(b"\0", b"")
    if head.lstrip(b"\xef\xbb\xbf").startswith(b"Title:"):
        return _from_markdown(document)
    return document if b"<" in head and sniff(head.decode("utf-8", "replace")) is MediaType.HTML else None


def _from_mhtml(document: Document) -> Document | None:
    """The first HTML part of a saved page."""
    content = document.content
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    message = message_from_bytes(data.lstrip(), policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html" and isinstance(part, EmailMessage):
            payload = part.get_payload(decode=True)
            place = part.get("Content-Location") or message.get("Snapshot-Content-Location")
            if isinstance(payload, bytes):
                charset = part.get_content_charset() or document.charset
                url = document.url or (str(place) if place else None)
                return replace(document, content=payload, charset=charset, url=url, media_type=MediaType.HTML)
    return None


def _from_json(document: Document) -> Document | None:
    """The strings of a JSON value that hold markup, as one page; None if it holds none or is no JSON."""
    try:
        value = json.loads(decode_document(document).text)
        pieces = list(_markup_in(value))
    except (ValueError, RecursionError):
        return None
    if not pieces:
        return None
    page = "<!DOCTYPE html><html><body>" + "".join(f"<div>{piece}</div>" for piece in pieces) + "</body></html>"
    return replace(document, content=page, charset=None, media_type=MediaType.HTML)


def _markup_in(value: object, depth: int = 0) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, str) and _TAG.search(value):
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from _markup_in(held, depth + 1)


def _from_markdown(document: Document) -> Document | None:
    """A page that a reader proxy has turned into Markdown, as HTML again; None if it only begins like one."""
    text = decode_document(document).text.replace("\r\n", "\n")
    header: dict[str, str] = {}
    position = 0
    while "Markdown Content" not in header and (line := _PROXY_LINE.match(text, position)):
        header[line["name"]] = line["value"].strip()
        position = line.end()
    if not {"URL Source", "Markdown Content"} & header.keys():
        return None
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark").enable("table").render(text[position:])
    page = f"<!DOCTYPE html><html><head><title>{escape(header['Title'])}</title></head><body>{body}</body></html>"
    return replace(
        document, content=page, charset=None, url=document.url or header.get("URL Source"), media_type=MediaType.HTML
    )
