"""An input gives its pages, whatever it is called."""

import io
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import SourceOptions, documents


def failure(*inputs: str | Path, max_size: int = 1000) -> Failure:
    (found,) = documents(map(str, inputs), SourceOptions(max_size=max_size))
    assert isinstance(found, Failure)
    return found


def test_a_file_with_another_name_is_a_page_of_unknown_type(tree: Path) -> None:
    assert list(documents([str(tree / "c")])) == [Document(b"page c", source=str(tree / "c"))]


def test_standard_input_is_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Why?")))
    assert list(documents(["-"])) == [Document(b"Why?", source="-")]


def test_a_page_above_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"x" * 1001)
    found = failure(tmp_path / "big.txt")
    assert found.reason is Reason.TOO_LARGE
    assert "1,000" in found.detail
