"""Pages that stand before a page: bot checks, logins, consent walls. They are told to the user, never got around."""

import re
from urllib.parse import urlsplit

from extractor.errors import FetchFailed, Reason
from extractor.readers.unread import BOT_CHECK, CONSENT, LOGIN, wall_in
from extractor.web.exchange import Exchange

_HEADERS = (
    ("cf-mitigated", "challenge"),
    ("x-amzn-waf-action", "challenge"),
    ("x-amzn-waf-action", "captcha"),
)
"""With these a server says itself that the answer is a bot check."""

_LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth)(?:[/.?]|$)", re.IGNORECASE)
_CONSENT_HOST = re.compile(r"^(?:consent|guce)\.")


def blocked(what: str) -> FetchFailed:
    """The failure of a page behind a wall."""
    detail = f"{what} stands before the page; save the page from a browser and give the file"
    return FetchFailed(Reason.BLOCKED, detail)


def declared_wall(answer: Exchange) -> str | None:
    """The wall that the server itself says the answer is."""
    if answer.status == 401:  # noqa: PLR2004 - "unauthorized"
        return LOGIN
    told = any((answer.header(name) or "").lower() == value for name, value in _HEADERS)
    return BOT_CHECK if told else None


def likely_wall(answer: Exchange, *, redirected: bool = False) -> str | None:
    """The wall that the answer looks like; whether a page with records looks so too is for the caller to find out."""
    parts = urlsplit(answer.url)
    if redirected and _CONSENT_HOST.search(parts.netloc):
        return CONSENT
    if redirected and _LOGIN_PATH.search(parts.path):
        return LOGIN
    return wall_in(answer.body)
