"""Inputs of runs in parts, and of runs whose results go to an address."""

from pathlib import Path

import pytest

from tests.batch.corpus import write_all, write_directory, write_warc


@pytest.fixture(scope="session")
def part_inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Inputs of every kind, one that does not exist, and an archive that is damaged."""
    folder = tmp_path_factory.mktemp("inputs")
    damaged = write_warc(folder / "damaged.warc.gz", 40)
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 30] = b"\0" * 30
    damaged.write_bytes(data)
    return [*write_all(folder, 40), str(damaged)]


@pytest.fixture
def folder_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A folder of twenty pages, and the command begun in another, where nothing may be left behind."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return [str(write_directory(tmp_path / "in", 20))]
