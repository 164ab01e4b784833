"""Addresses of pages: cleaned, split from credentials, and made into names that are safe for files."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import Url, parse_url

from extractor.errors import FetchFailed, Reason

_PORTS = {"http": 80, "https": 443}
_USER = re.compile(r"(?<=//)[^/?#]*@")
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 80


def clean(url: str) -> str:
    """The address in its normal form (RFC 3986), without fragment and credentials: what is shown, stored and compared.

    >>> clean("HTTPS://me:secret@Example.com:443/a/../was ist?#answers")
    'https://example.com/was%20ist'

    Raises:
        FetchFailed: with `Reason.BAD_URL`, if it is no http or https address.

    """
    parts = _parse(url)
    port = None if parts.port == _PORTS[parts.scheme or ""] else parts.port
    return parts._replace(auth=None, fragment=None, port=port, path=parts.path or "/", query=parts.query or None).url


def credentials(url: str) -> tuple[str, str] | None:
    """User and password that stand in the address, if any."""
    user, _, password = (_parse(url).auth or "").partition(":")
    return (unquote(user), unquote(password)) if user else None


def without_credentials(url: str) -> str:
    """`url`, which need not be a good one, without user and password: for messages.

    >>> without_credentials("ftp://me:secret@example.com/q")
    'ftp://example.com/q'
    """
    return _USER.sub("", url)


def host(url: str) -> str:
    """Host and, where it is not the usual one, port of a clean address: whose turn a request takes."""
    return urlsplit(url).netloc


def origin(url: str) -> str:
    """Scheme, host and port of a clean address: what one robots.txt speaks for (RFC 9309, 2.3)."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def file_stem(url: str) -> str:
    """A name for files about this page that means nothing special to any file system; `url` need not be a good one.

    >>> file_stem("https://example.com/question/../what-now?page=2"), file_stem("http://")
    ('example-com-what-now-page-2', 'page')
    """
    try:
        address = clean(url)
    except FetchFailed:
        address = without_credentials(url)
    return _UNSAFE.sub("-", address.partition("://")[2]).strip("-")[:_LONGEST_NAME] or "page"


def listed(lines: Iterable[str]) -> Iterator[str]:
    """The addresses of a list, one a line; blank lines and those that begin with `#` are none."""
    return (line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#"))


def _parse(url: str) -> Url:
    try:
        parts = parse_url(url.strip())
    except LocationParseError as error:
        raise FetchFailed(Reason.BAD_URL, "this address cannot be read; check how it is spelled") from error
    if parts.scheme not in _PORTS or not parts.host:
        raise FetchFailed(Reason.BAD_URL, "only addresses that begin with http:// or https:// and name a host are read")
    return parts
