"""A file appears whole, or what was there stays."""

import io
import json
from pathlib import Path

import pytest

from extractor.errors import OutputError, UsageError
from extractor.records import QAPage
from extractor.sinks import open_sink
from tests.sinks.texts import PAGE


def test_a_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "page.json"
    with open_sink("json", target) as sink:
        sink.write(PAGE)
        assert not target.exists()
    assert [QAPage.model_validate(item, strict=False) for item in json.loads(target.read_bytes())] == [PAGE]
    assert [path.name for path in target.parent.iterdir()] == ["page.json"]


def test_a_file_that_was_not_finished_leaves_the_old_one(tmp_path: Path) -> None:
    target = tmp_path / "page.json"
    target.write_text("old")
    with pytest.raises(ZeroDivisionError), open_sink("json", target):
        raise ZeroDivisionError
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["page.json"]


def test_an_unwritable_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(OutputError, match=r"cannot write .*page\.csv"),
        open_sink("csv", tmp_path / "file" / "page.csv"),
    ):
        pass


def test_a_database_cannot_be_printed() -> None:
    with pytest.raises(UsageError, match="cannot be printed"), open_sink("sqlite", io.StringIO()):
        pass
