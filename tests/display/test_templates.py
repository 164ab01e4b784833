"""What a page says is text in a template, and control characters are shown."""

import pytest
from jinja2 import UndefinedError

from extractor.display.templates import render_template
from extractor.review.findings import findings


def sheet(trouble: str) -> str:
    return render_template(
        "sheet.html", entry=None, view=None, trouble=trouble, left=0, findings=findings([]), manifest="all.run.json"
    )


def test_markup_and_controls_are_text() -> None:
    shown = sheet("<script>alert(1)</script>\x1b\x7f")
    assert "<script>" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;\u241b\u2421" in shown


def test_what_a_template_needs_must_be_given() -> None:
    with pytest.raises(UndefinedError):
        render_template("sheet.html", entry=None)
