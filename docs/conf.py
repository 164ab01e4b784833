"""How Sphinx builds the documentation: `python -m sphinx -W --keep-going -b html docs site`."""

from extractor.__version__ import __version__

project = "extractor"
author = "the extractor developers"
copyright = "2026, the extractor developers"  # noqa: A001 - Sphinx's name for it
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
default_role = "code"  # docstrings have names between single backticks
source_suffix = {".md": "markdown"}
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]  # recipes have their name behind the language
autodoc_member_order = "bysource"
autodoc_typehints = "description"
html_theme = "furo"
html_title = f"extractor {__version__}"
html_show_copyright = False
