"""What the doubts about a thread say to who reads its record, and what confidence is left: see `doubts.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from extractor.readers.html.posts.decide import Doubt, Thread
from extractor.records import QAPage, WarningCode
from extractor.records import Warning as PageWarning

_TABLE = tomllib.loads(files(__package__).joinpath("doubts.toml").read_text("utf-8"))
KNOWN, UNKNOWN = "known-engine", "unknown-engine"
"""What else there is to know of a thread: whether its engine is in the table of engines."""


def with_doubts(record: QAPage, thread: Thread) -> QAPage:
    """`record` with a warning for each doubt about its `thread`; its confidence is that of the worst."""
    names = [KNOWN if thread.posts.engine else UNKNOWN, *(doubt.name for doubt in thread.doubts)]
    confidence = min([record.confidence, *(rights()[name] for name in names)])
    warnings = [_warning(doubt) for doubt in dict.fromkeys(thread.doubts)]
    return record.model_copy(update={"warnings": (*record.warnings, *warnings), "confidence": confidence})


@cache
def rights() -> Mapping[str, float]:
    """For each doubt, and for threads of which nothing is doubtful, the share of pages that are read rightly."""
    return {name: one["right"] for name, one in _TABLE.items()}


@cache
def said(message: str) -> str | None:
    """The doubt that says this, if one does."""
    return next((name for name, one in _TABLE.items() if one.get("says") == message), None)


def _warning(doubt: Doubt) -> PageWarning:
    is_of_answer = doubt.post is not None and doubt.post > 0
    code = WarningCode.DOUBTFUL_BOUNDARY if is_of_answer else WarningCode.DOUBTFUL_PAGE
    return PageWarning(code=code, message=_TABLE[doubt.name]["says"], answer=doubt.post if is_of_answer else None)
