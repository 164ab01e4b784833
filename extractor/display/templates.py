"""HTML out of templates: whatever a page says is text in it, never markup."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from extractor.extras import require

if TYPE_CHECKING:
    from jinja2 import Environment

_CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
"""Signs that show control characters, which HTML has no place for."""


def render_template(template: str, **what: object) -> str:
    """The template (a file in `pages/`) filled with what it needs.

    Raises:
        MissingExtra: if Jinja2 is not installed.

    """
    return _environment().get_template(template).render(**what).translate(_CONTROLS)


@cache
def _environment() -> "Environment":
    jinja2 = require("jinja2", "review")
    loader = jinja2.PackageLoader("extractor.display", "pages")
    made: Environment = jinja2.Environment(
        loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    made.globals |= {"asset": _asset, "digest": _digest}
    return made


@cache
def _asset(name: str) -> object:
    """A style sheet or a script of our own, to stand in the page as it is."""
    markup = require("markupsafe", "review").Markup
    return markup(files("extractor.display").joinpath("pages", name).read_text(encoding="utf-8"))


def _digest(name: str) -> str:
    """The asset as the page's content security policy allows it (CSP level 3, hash-source)."""
    return f"'sha256-{b64encode(sha256(str(_asset(name)).encode()).digest()).decode()}'"
