"""Names lead to files, in a stable order; what cannot be had says why."""

import os
from pathlib import Path

import pytest

from extractor.document import Document, MediaType
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import Input, SourceOptions, are_pages, documents, find


def names(*inputs: str | Path) -> list[str]:
    return [Path(item.source or "").name for item in documents(map(str, inputs))]


def failure(*inputs: str | Path, max_size: int = 1000) -> Failure:
    (found,) = documents(map(str, inputs), SourceOptions(max_size=max_size))
    assert isinstance(found, Failure)
    return found


def test_a_directory_gives_its_pages_by_name(tree: Path) -> None:
    assert names(tree) == ["10.HTM", "2.html", "b.txt"]
    first, _, last = documents([str(tree)])
    assert first == Document(b"page a/10.HTM", source=str(tree / "a" / "10.HTM"), media_type=MediaType.HTML)
    assert isinstance(last, Document)
    assert last.media_type is MediaType.TEXT


def test_a_glob_gives_what_matches(tree: Path) -> None:
    assert names(tree / "**" / "*.html") == ["2.html"]
    assert names(tree / "*") == ["b.txt", "c"]


def test_globs_choose_the_names(tree: Path) -> None:
    def chosen(*include: str, exclude: tuple[str, ...] = ()) -> list[str]:
        found = documents([str(tree)], SourceOptions(include=include, exclude=exclude))
        return [Path(item.source or "").name for item in found]

    assert chosen("c", "*.pdf") == ["notes.pdf", "c"]
    assert chosen(exclude=("a/*",)) == ["b.txt"]
    assert chosen("*.[hH][tT]*", exclude=("a/2*",)) == ["10.HTM"]


def test_hidden_files_are_passed_over(tree: Path) -> None:
    (tree / ".run").mkdir()
    (tree / ".run" / "part.txt").write_text("x")
    (tree / ".b.txt").write_text("x")
    assert names(tree) == ["10.HTM", "2.html", "b.txt"]


def test_inputs_come_in_the_order_given(tree: Path) -> None:
    assert names(tree / "c", tree / "a", tree / "b.txt") == ["c", "10.HTM", "2.html", "b.txt"]


def test_a_name_with_brackets_is_a_file_when_it_exists(tmp_path: Path) -> None:
    (tmp_path / "page[1].txt").write_text("x")
    assert names(tmp_path / "page[1].txt") == ["page[1].txt"]


def test_links_in_a_circle_end(tree: Path) -> None:
    (tree / "a" / "up").symlink_to(tree)
    (tree / "a" / "twin").symlink_to(tree / "a")
    assert names(tree) == ["10.HTM", "2.html", "b.txt"]


@pytest.mark.parametrize(
    ("name", "reason"), [("none.txt", Reason.MISSING), ("no*.txt", Reason.MISSING), ("b.txt/x", Reason.UNREADABLE)]
)
def test_what_cannot_be_read_says_why(tree: Path, name: str, reason: Reason) -> None:
    found = failure(tree / name)
    assert found.reason is reason
    assert name in found.detail
    assert ";" in found.detail, "a remedy"


def test_a_directory_without_pages_is_said(tmp_path: Path) -> None:
    assert failure(tmp_path).reason is Reason.MISSING


def test_a_broken_link_does_not_stop_its_neighbours(tree: Path) -> None:
    (tree / "a" / "0.txt").symlink_to(tree / "gone")
    broken, *others = documents([str(tree)])
    assert isinstance(broken, Failure)
    assert broken.reason is Reason.MISSING
    assert len(others) == 3


def test_a_name_that_is_not_text_can_still_be_written(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(b"Why?")
    (found,) = documents([str(tmp_path)])
    assert isinstance(found, Document)
    assert found.source == f"{tmp_path}/\ufffd.txt"


def test_an_unreadable_directory_is_one_failure(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = str(tree / "a")
    scandir = os.scandir

    def refuse(path: str) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    refused, page = documents([str(tree)])
    assert isinstance(refused, Failure)
    assert (refused.reason, refused.source) == (Reason.UNREADABLE, locked)
    assert isinstance(page, Document)


def test_standard_input_is_an_input_without_size() -> None:
    assert list(find(["-"], SourceOptions())) == [Input("-")]


def test_what_holds_one_page_is_told_by_its_name(tree: Path) -> None:
    bracketed = tree / "a[1].html"
    bracketed.touch()
    pages = ["-", str(tree / "b.txt"), "gone.html", "page.html.gz", "no-ending", str(bracketed)]
    assert are_pages(pages)
    for other in (str(tree), "*.html", "crawl.warc.gz", "pages.zip", "corpus.jsonl", "s3://bucket/page.html"):
        assert not are_pages([*pages, other])
