"""A page becomes gold when all its records are settled, and is none any more when one is not."""

import json
from pathlib import Path

import pytest

from extractor.display.reread import reread
from extractor.document import Document
from extractor.errors import OutputError
from extractor.evaluation.gold import gold_pages
from extractor.review.corrections import Deed, Step
from extractor.review.gold import save_gold
from tests.test_api import PAGE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "gold").mkdir()
    return tmp_path / "gold"


def test_a_settled_page_is_a_fixture_pair(folder: Path) -> None:
    page = reread(Document(PAGE))
    (record,) = page.records
    save_gold(folder, page, {record.id or "": Step(deed=Deed.RIGHT, id=record.id or "", record=record)})
    (gold,) = gold_pages(folder)
    assert gold.path.read_text(encoding="utf-8") == PAGE
    assert [answer.body for answer in gold.records[0].answers] == [answer.body for answer in record.answers]
    told = json.loads(gold.path.with_suffix(".json").read_bytes())
    assert not {"id", "spans", "confidence", "warnings"} & told.keys()
    save_gold(folder, page, {})
    assert list(folder.iterdir()) == []


def test_what_is_no_page_goes_among_those_that_are_none(folder: Path) -> None:
    page = reread(Document(PAGE))
    (record,) = page.records
    save_gold(folder, page, {record.id or "": Step(deed=Deed.NO_PAGE, id=record.id or "")})
    (gold,) = gold_pages(folder)
    assert (gold.path.parent.name, gold.records) == ("negative", ())


def test_a_place_that_cannot_be_written_is_told_with_its_option(tmp_path: Path) -> None:
    page = reread(Document(PAGE))
    (record,) = page.records
    (tmp_path / "taken").touch()
    with pytest.raises(OutputError, match="choose another place with --save-gold"):
        save_gold(tmp_path / "taken", page, {record.id or "": Step(deed=Deed.NO_PAGE, id=record.id or "")})
