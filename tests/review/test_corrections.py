"""Steps are on the disk when they are done, and nothing but the last undone line can be lost."""

from pathlib import Path

import pytest

from extractor import UsageError
from extractor.records import QAPage, Question
from extractor.review.corrections import Deed, Step, StepLog, corrected

RECORDS = [QAPage(id=name, source=name, question=Question(title=f"Is {name} normal?")) for name in "abc"]


def right(record: QAPage) -> Step:
    return Step(deed=Deed.RIGHT, id=record.id or "", record=record)


def test_the_last_word_on_a_record_counts(tmp_path: Path) -> None:
    path = tmp_path / "all.corrections.jsonl"
    log = StepLog(path)
    other = RECORDS[0].model_copy(update={"corrected": True, "url": "https://site.example/"})
    log.append(right(RECORDS[0]))
    log.append(right(other))
    log.append(Step(deed=Deed.NO_PAGE, id="b"))
    log.append(Step(deed=Deed.ROLE, id="c", item=1, state="body"))
    assert list(corrected(RECORDS, path)) == [other, RECORDS[2]]
    for _ in range(2):
        log.append(Step(deed=Deed.UNDO))
    assert list(corrected(RECORDS, path)) == [other, *RECORDS[1:]]
    assert StepLog(path).standing() == log.standing() == [right(RECORDS[0]), right(other)]


def test_a_line_that_broke_off_was_never_done(tmp_path: Path) -> None:
    path = tmp_path / "all.corrections.jsonl"
    StepLog(path).append(right(RECORDS[0]))
    whole = path.read_bytes()
    for end in range(len(whole) - 1):
        path.write_bytes(whole + whole[: end + 1])
        log = StepLog(path)
        assert len(log.standing()) == 1
        log.append(right(RECORDS[0]))
        assert path.read_bytes() == whole * 2


def test_a_damaged_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "all.corrections.jsonl"
    path.write_bytes(b'{"deed": "right", "id": "a"}\nnonsense\n')
    with pytest.raises(UsageError, match=r"line 2 of .*corrections\.jsonl"):
        StepLog(path)
    with pytest.raises(UsageError, match="cannot be read"):
        list(corrected(RECORDS, tmp_path / "none"))
