"""Results to an address: fsspec's store in memory, whose files can be looked at."""

from pathlib import Path

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from extractor.batch import run
from extractor.errors import OutputError
from tests.batch.test_faults import CHOSEN, files


def uploaded(address: str) -> dict[str, bytes]:
    store, root = fsspec.core.url_to_fs(address)
    return {path.rpartition("/")[2]: store.cat_file(path) for path in store.find(root)}


def test_the_files_are_those_of_a_run_into_a_folder(tmp_path: Path, folder_input: list[str]) -> None:
    run(folder_input, tmp_path / "out", "pages", CHOSEN)
    manifest = run(folder_input, "memory://bucket/out", "pages", CHOSEN)
    assert uploaded("memory://bucket/out") == files(tmp_path / "out")
    assert manifest.counts.records == 20
    assert list(Path.cwd().iterdir()) == []


def test_an_upload_that_fails_is_taken_up_again(folder_input: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(MemoryFileSystem, "put_file", _refuse)
        with pytest.raises(OutputError, match=r"memory://bucket/again: no such bucket; .* --resume"):
            run(folder_input, "memory://bucket/again", "pages", CHOSEN)
    assert uploaded("memory://bucket/again") == {}
    run(folder_input, "memory://bucket/again", "pages", CHOSEN)
    assert "pages.run.json" in uploaded("memory://bucket/again")
    assert list(Path.cwd().iterdir()) == []


def _refuse(*_: object, **__: object) -> None:
    raise FileNotFoundError("no such bucket")


def test_a_store_that_nobody_knows_is_refused_before_anything_is_read(folder_input: list[str]) -> None:
    with pytest.raises(OutputError, match="cannot write nowhere://out"):
        run(folder_input, "nowhere://out", "pages", CHOSEN)
    assert list(Path.cwd().iterdir()) == []
