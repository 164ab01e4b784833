"""A page beside its record, for people: what stands where, what else a line could be, and why."""

from extractor.display.page_view import PageView, view_of
from extractor.display.reread import Reread, reread
from extractor.display.templates import render_template

__all__ = ["PageView", "Reread", "render_template", "reread", "view_of"]
