"""`merge` makes results of the parts that `part` has made."""

from pathlib import Path

import fsspec
import pytest

from tests.cli.running import run
from tests.paths import FIXTURES


@pytest.fixture(autouse=True)
def _parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All parts of a job, in a folder."""
    monkeypatch.chdir(tmp_path)
    Path("avvo").symlink_to(FIXTURES / "avvo")
    assert run("part", "avvo", "--parts", "parts", "--format", "jsonl").exit_code == 0


def test_results_are_called_as_extract_calls_them_or_by_name() -> None:
    assert run("merge", "parts", "-o", "out", "-q").exit_code == 0
    assert Path("out/avvo.jsonl").exists()
    named = run("merge", "parts", "-o", "out", "--name", "all")
    assert "wrote out/all.jsonl, " in named.stderr
    assert Path("out/all.jsonl").read_bytes() == Path("out/avvo.jsonl").read_bytes()


def test_a_folder_without_parts_is_refused() -> None:
    Path("empty").mkdir()
    result = run("merge", "empty")
    assert result.exit_code == 2
    assert "holds no job" in result.stderr


def test_results_can_go_to_an_address() -> None:
    assert run("merge", "parts", "-o", "out", "-q").exit_code == 0
    merged = run("merge", "parts", "-o", "memory://merged/out")
    assert "wrote memory://merged/out/avvo.jsonl, " in merged.stderr
    store, root = fsspec.core.url_to_fs("memory://merged/out")
    there = {path.rpartition("/")[2]: store.cat_file(path) for path in store.find(root)}
    assert there == {path.name: path.read_bytes() for path in Path("out").iterdir()}
    assert [*Path.cwd().glob("memory*"), *Path.cwd().glob(".memory*")] == []


def test_shards_lie_beside_their_parts_and_nowhere_else() -> None:
    result = run("merge", "parts", "--in-place", "-o", "elsewhere")
    assert result.exit_code == 2
    assert "leave -o out" in result.stderr
