"""Inputs of runs in parts."""

import pytest

from tests.batch.corpus import write_all, write_warc


@pytest.fixture(scope="session")
def part_inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Inputs of every kind, one that does not exist, and an archive that is damaged."""
    folder = tmp_path_factory.mktemp("inputs")
    damaged = write_warc(folder / "damaged.warc.gz", 40)
    data = bytearray(damaged.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 30] = b"\0" * 30
    damaged.write_bytes(data)
    return [*write_all(folder, 40), str(damaged)]
