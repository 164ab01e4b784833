"""A run to be looked at: one file of HTML that opens anywhere."""

from extractor.report.report import write_report

__all__ = ["write_report"]
