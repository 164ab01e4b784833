"""Pages that can be decoded and still are not what was promised: walls, and shells of script applications."""

import re
import tomllib
from collections.abc import Sequence
from importlib.resources import files

from extractor.document import Document
from extractor.errors import Reason

BOT_CHECK, LOGIN, CONSENT = "a bot check", "a login", "a consent wall"

_FACTS = tomllib.loads(files(__package__).joinpath("unread.toml").read_text("utf-8"))


def _compiled(patterns: Sequence[str]) -> re.Pattern[bytes]:
    return re.compile("|".join(patterns).encode(), re.IGNORECASE)


_MARKS, _FIELDS = ({kind: _compiled(some) for kind, some in _FACTS[name].items()} for name in ("marks", "fields"))
_ROOT = _compiled(_FACTS["shells"]["roots"])
_LITTLE_TEXT = 2_000
"""Characters: what a wall says fits in; a page with more to read is no wall even if it holds a form with a captcha."""
_HARDLY_ANY = 400
"""Characters that the shell of a script application shows, or a wall around its form: a name, and what is needed."""
_UNSEEN = (b"script", b"style", b"noscript", b"template")
_TAG = re.compile(rb"<[^<>]*>")


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
    """The wall that a page looks like; whether a page with records looks so too is for the caller to find out.

    A form in which one logs in, or shows that one is no machine, is a wall if it is the main thing of a page.
    """
    if kind := next((kind for kind, pattern in _MARKS.items() if pattern.search(body)), None):
        return kind if _seen(body) < _LITTLE_TEXT else None
    kind = next((kind for kind, pattern in _FIELDS.items() if pattern.search(body)), None)
    return kind if kind and _seen(_without(body.lower(), b"form")) < _HARDLY_ANY else None


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
