"""Answers on a page where nothing says who wrote what: blocks and sections that repeat."""
