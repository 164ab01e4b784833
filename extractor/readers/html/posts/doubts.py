"""What the doubts about a thread say to who reads its record, and what confidence is left: see `doubts.toml`."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from extractor.readers.html.posts.decide import Doubt
from extractor.records import QAPage, WarningCode
from extractor.records import Warning as PageWarning

_TABLE = tomllib.loads(files(__package__).joinpath("doubts.toml").read_text("utf-8"))
_SURE: float = _TABLE["page"]


def doubted(record: QAPage, doubts: Sequence[Doubt]) -> QAPage:
    """`record` with a warning for each doubt; its confidence is that of the worst."""
    warnings = [_warning(doubt) for doubt in dict.fromkeys(doubts)]
    confidence = min([_SURE, record.confidence, *(_TABLE[doubt.name]["right"] for doubt in doubts)])
    return record.model_copy(update={"warnings": (*record.warnings, *warnings), "confidence": confidence})


def _warning(doubt: Doubt) -> PageWarning:
    is_of_answer = doubt.post is not None and doubt.post > 0
    code = WarningCode.DOUBTFUL_BOUNDARY if is_of_answer else WarningCode.DOUBTFUL_PAGE
    return PageWarning(code=code, message=_TABLE[doubt.name]["says"], answer=doubt.post if is_of_answer else None)
