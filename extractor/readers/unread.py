"""Pages that can be decoded and still are not what was promised: walls, and shells of script applications."""

import re

from extractor.document import Document
from extractor.errors import Reason

BOT_CHECK, LOGIN, CONSENT = "a bot check", "a login", "a consent wall"

_MARKS = {
    BOT_CHECK: (
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
    LOGIN: (r"<input[^<>]+type=[\"']?password", r"(?:log|sign) in to (?:continue|read|see|view)"),
    CONSENT: (r"before you continue to", r"consent\.(?:google|youtube|yahoo)\.com"),
}
_PATTERNS = {kind: re.compile("|".join(marks).encode(), re.IGNORECASE) for kind, marks in _MARKS.items()}
_LITTLE_TEXT = 2_000
"""Characters: what a wall says fits in; a page with more to read is no wall even if it holds a form with a captcha."""
_HARDLY_ANY = 400
"""Characters that the shell of a script application shows: its name, and that scripts are needed."""
_UNSEEN = (b"script", b"style", b"noscript", b"template")
_TAG = re.compile(rb"<[^<>]*>")
_ROOT = re.compile(
    rb"<div[^<>]{1,200}\bid=[\"']?(?:root|app|__next|__nuxt|main-app|react-root)\b[^<>]*>\s*</div>"
    rb"|<app-root[^<>]*>|<noscript[^<>]*>[^<]{0,400}javascript",
    re.IGNORECASE,
)
"""Where a script application puts its page, still empty; or the request to turn scripts on."""


def why_unread(document: Document) -> tuple[Reason, str]:
    """Why a page without records has none: it was read and asks nothing, or it is not there to be read."""
    content = document.content
    data = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
    name = document.source or "the page"
    if wall := wall_in(data):
        return Reason.BLOCKED, f"{wall} stands before {name}; save the page from a browser that shows it"
    if b"<script" in data and _ROOT.search(data) and _seen(data) < _HARDLY_ANY:
        return Reason.NEEDS_SCRIPTS, f"{name} is empty before its scripts have run; save it from a browser"
    return Reason.NOT_A_QA_PAGE, "no question with answers on this page"


def wall_in(body: bytes) -> str | None:
    """The wall that a page looks like; whether a page with records looks so too is for the caller to find out."""
    kind = next((kind for kind, pattern in _PATTERNS.items() if pattern.search(body)), None)
    return kind if kind and _seen(body) < _LITTLE_TEXT else None


def _seen(data: bytes) -> int:
    """How many characters a page shows, roughly."""
    lower = data.lower()
    for element in _UNSEEN:
        lower = _without(lower, element)
    return len(b" ".join(_TAG.sub(b" ", lower).split()))


def _without(data: bytes, element: bytes) -> bytes:
    """The page without elements of a kind; what is not closed goes to the end."""
    first, *others = data.split(b"<" + element)
    return first + b"".join(other.partition(b"</" + element)[2] for other in others)
