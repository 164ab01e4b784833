"""Pages that stand before a page: bot checks, logins, consent walls. They are told to the user, never got around."""

import re
from urllib.parse import urlsplit

from lxml import etree, html

from extractor.errors import FetchFailed, Reason
from extractor.web.exchange import Exchange

_BOT_CHECK, _LOGIN, _CONSENT = "a bot check", "a login", "a consent wall"

_HEADERS = (
    ("cf-mitigated", "challenge"),
    ("x-amzn-waf-action", "challenge"),
    ("x-amzn-waf-action", "captcha"),
)
"""With these a server says itself that the answer is a bot check."""

_MARKS = {
    _BOT_CHECK: (
        r"_cf_chl_opt|cdn-cgi/challenge-platform|cf-turnstile",  # Cloudflare
        r"px-captcha|_pxAppId|press (?:&|&amp;|and) hold",  # HUMAN
        r"captcha-delivery\.com",  # DataDome
        r"_Incapsula_Resource",  # Imperva
        r"awswaf\.com",
        r"sec-if-cpt-container|/_sec/cp_challenge",  # Akamai
        r"g-recaptcha|h-captcha",
        r"<title>just a moment|enable javascript and cookies to continue",
        r"verify (?:that )?you are (?:a )?human|are you a robot|you are not a (?:ro)?bot|unusual traffic from your",
    ),
    _LOGIN: (r"<input[^>]+type=[\"']?password", r"(?:log|sign) in to (?:continue|read|see|view)"),
    _CONSENT: (r"before you continue to", r"consent\.(?:google|youtube|yahoo)\.com"),
}
_PATTERNS = {kind: re.compile("|".join(marks).encode(), re.IGNORECASE) for kind, marks in _MARKS.items()}
_LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|auth)(?:[/.?]|$)", re.IGNORECASE)
_CONSENT_HOST = re.compile(r"^(?:consent|guce)\.")
_LITTLE_TEXT = 2_000
"""Characters: what a wall says fits in; a page with more to read is no wall even if it holds a form with a captcha."""


def blocked(what: str) -> FetchFailed:
    """The failure of a page behind a wall."""
    detail = f"{what} stands before the page; save the page from a browser and give the file"
    return FetchFailed(Reason.BLOCKED, detail)


def declared_wall(answer: Exchange) -> str | None:
    """The wall that the server itself says the answer is."""
    if answer.status == 401:  # noqa: PLR2004 - "unauthorized"
        return _LOGIN
    told = any((answer.header(name) or "").lower() == value for name, value in _HEADERS)
    return _BOT_CHECK if told else None


def likely_wall(answer: Exchange, *, redirected: bool = False) -> str | None:
    """The wall that the answer looks like; whether a page with records looks so too is for the caller to find out."""
    parts = urlsplit(answer.url)
    if redirected and _CONSENT_HOST.search(parts.netloc):
        return _CONSENT
    if redirected and _LOGIN_PATH.search(parts.path):
        return _LOGIN
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(answer.body)), None)
    return kind if kind and _says_little(answer.body) else None


def _says_little(body: bytes) -> bool:
    try:
        tree = html.document_fromstring(body)
    except (etree.ParserError, ValueError):
        return True
    etree.strip_elements(tree, "script", "style", "noscript", "template", with_tail=False)
    text = etree.tostring(tree, method="text", encoding="unicode")
    return len(" ".join(text.split())) < _LITTLE_TEXT
