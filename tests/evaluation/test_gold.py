from pathlib import Path

import pytest

from extractor import UsageError
from extractor.evaluation.gold import digest_pages, gold_pages
from extractor.sinks import to_json
from tests.evaluation.examples import GOLD


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    for name in ("realself/b/votes.txt", "avvo/1.html", "negative/poem.txt", "avvo/without-gold.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("page", encoding="utf-8")
    (tmp_path / "realself/b/votes.json").write_text(to_json(GOLD), encoding="utf-8")
    (tmp_path / "avvo/1.json").write_text(f"[{to_json(GOLD)}, {to_json(GOLD)}]", encoding="utf-8")
    return tmp_path


def test_gold_stands_beside_its_page(gold_folder: Path) -> None:
    found = [(page.name, page.family, len(page.records)) for page in gold_pages(gold_folder)]
    assert found == [
        ("avvo/1.html", "avvo", 2),
        ("negative/poem.txt", "negative", 0),
        ("realself/b/votes.txt", "realself/b", 1),
    ]
    assert [page.family for page in gold_pages(gold_folder / "avvo")] == ["avvo"]


@pytest.mark.parametrize("content", [b'{"answers": "none"}', b'{"title": "Sch\xf6n"}'])
def test_gold_that_is_no_record_is_named(gold_folder: Path, content: bytes) -> None:
    (gold_folder / "avvo/1.json").write_bytes(content)
    with pytest.raises(UsageError, match=r"avvo/1\.json is no record"):
        gold_pages(gold_folder)


def test_a_folder_without_gold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold"):
        gold_pages(tmp_path)


@pytest.mark.parametrize("changed", ["realself/b/votes.txt", "realself/b/votes.json", "negative/poem.txt"])
def test_the_digest_changes_with_any_page_or_record(gold_folder: Path, changed: str) -> None:
    before = digest_pages(gold_pages(gold_folder))
    assert digest_pages(gold_pages(gold_folder)) == before
    path = gold_folder / changed
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert digest_pages(gold_pages(gold_folder)) != before


def test_the_digest_changes_with_a_page_more_and_with_a_name(gold_folder: Path) -> None:
    digests = {digest_pages(gold_pages(gold_folder))}
    (gold_folder / "negative/log.txt").write_text("page", encoding="utf-8")
    digests.add(digest_pages(gold_pages(gold_folder)))
    (gold_folder / "negative/log.txt").rename(gold_folder / "negative/logs.txt")
    digests.add(digest_pages(gold_pages(gold_folder)))
    assert len(digests) == 3
