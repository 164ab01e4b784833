"""How fast a run went is the one thing in which equal runs differ; it is kept on wish."""

from pathlib import Path

import pytest

from extractor.batch.account.log import Log, Watch, load_log
from extractor.errors import UsageError


def test_speed_is_that_of_the_last_stretch() -> None:
    log = Watch(100).stop(130, 2)
    assert (log.pages, log.jobs) == (30, 2)
    assert Log(pages=30, seconds=1.5, jobs=2).speed == 20
    assert Log(pages=0, seconds=0, jobs=2).speed == 0


def test_a_log_is_read_back_and_need_not_be_there(tmp_path: Path) -> None:
    path = tmp_path / "all.log.json"
    assert load_log(path) is None
    log = Log(pages=30, seconds=1.5, jobs=2)
    path.write_text(log.model_dump_json())
    assert load_log(path) == log
    path.write_text('{"pages": "many"}')
    with pytest.raises(UsageError, match="is no log"):
        load_log(path)
