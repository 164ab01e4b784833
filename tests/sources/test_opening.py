"""Files by name: local paths, standard input, addresses."""

import io
from pathlib import Path

import pytest

from extractor.errors import MissingExtra
from extractor.sources.opening import is_remote, open_binary


def test_a_path_is_opened_and_closed(tmp_path: Path) -> None:
    (tmp_path / "page").write_bytes(b"Why?")
    with open_binary(str(tmp_path / "page")) as stream:
        assert stream.read() == b"Why?"
    assert stream.closed


def test_standard_input_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Why?")))
    with open_binary("-") as stream:
        assert stream.read() == b"Why?"
    assert not stream.closed


def test_addresses_need_their_part(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_remote("memory://a/b")
    monkeypatch.setitem(__import__("sys").modules, "fsspec", None)
    with pytest.raises(MissingExtra, match="remote"), open_binary("memory://a/b"):
        pass
