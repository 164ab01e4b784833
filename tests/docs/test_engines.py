"""The recipes for engines, run as they are printed: from every engine the same records."""

import hashlib
import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq
import pytest

from extractor.batch import BatchOptions, Dedup, extract_table, load_job, merge_parts
from extractor.batch import run as run_batch
from tests.batch.corpus import write_all
from tests.paths import FIXTURES, ROOT

RECIPES = dict(re.findall(r"```python (\S+)\n(.*?)```", (ROOT / "docs" / "engines.md").read_text("utf-8"), re.DOTALL))
SMALL_RAY = (
    "import ray as _ray\n_ray.init(num_cpus=2, object_store_memory=100 << 20, include_dashboard=False,"
    " _temp_dir={folder!r}, log_to_driver=False)\n"
)
FORMATS = ("jsonl", "csv", "parquet")
LONGEST = 300.0
"""Seconds that a program may take; the tests assert nothing of time, but end."""
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "HF_HUB_OFFLINE": "1", "PYSPARK_PYTHON": sys.executable}


@pytest.fixture(scope="module")
def pages() -> pa.Table:
    """Sixty rows: pages that are read, pages that are none, and rows without text."""
    names = [*sorted((FIXTURES / "realself").rglob("*.txt"))[:38], *sorted((FIXTURES / "negative").glob("*.txt"))[:20]]
    texts = [name.read_text(encoding="utf-8") for name in names]
    table = {"id": range(60), "text": [*texts, None, None], "url": [f"https://a.example/{n}" for n in range(60)]}
    return pa.table({name: pa.array(values) for name, values in table.items()})


def digest(rows: list[dict[str, Any]]) -> str:
    """Equal for equal records, in whatever order they come, whatever is said of where they are from."""
    anywhere = dict.fromkeys(("source", "id", "spans", "text", "columns"))
    lines = sorted(json.dumps([row["id"], row["record"] | anywhere], sort_keys=True) for row in rows if row["record"])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def flat(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row a record, where a row may be a page."""
    return [{"id": row["id"], "record": record} for row in rows for record in row.get("records") or [row.get("record")]]


def run(recipe: str, folder: Path, before: str = "") -> None:
    finished(start(before + RECIPES[recipe], folder))


def start(code: str, folder: Path) -> subprocess.Popen[str]:
    environment = os.environ | QUIET | {"PYTHONPATH": str(ROOT), "HF_HOME": str(folder / "hf")}
    return subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=folder,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def finished(process: subprocess.Popen[str]) -> None:
    """See the program end well, in time; what is left of it then goes."""
    try:
        _, errors = process.communicate(timeout=LONGEST)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == 0, errors[-3000:]


@pytest.mark.parametrize("recipe", sorted(RECIPES.keys() - {"ray-parts"}))
def test_an_engine_gives_the_records_of_a_plain_call(recipe: str, pages: pa.Table, tmp_path: Path) -> None:
    module = {"spark": "pyspark", "ray-data": "ray", "dask": "dask.dataframe"}.get(recipe, recipe)
    if importlib.util.find_spec(module.partition(".")[0]) is None:
        pytest.skip(f"{module} is not installed")
    pq.write_table(pages, tmp_path / "pages.parquet", row_group_size=20)
    with TemporaryDirectory(prefix="ray") as short:  # Ray makes sockets below it, whose names must be short
        run(recipe, tmp_path, SMALL_RAY.format(folder=short) if module == "ray" else "")
    found = sorted(path for path in tmp_path.rglob("*.parquet") if path.is_file() and path.name != "pages.parquet")
    rows = flat(ds.dataset(found).to_table().to_pylist())
    assert digest(rows) == digest(extract_table(pages).to_pylist())


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_command_line_gives_the_records_of_a_plain_call(jobs: int, pages: pa.Table, tmp_path: Path) -> None:
    pq.write_table(pages, tmp_path / "pages.parquet", row_group_size=20)
    command = ["-m", "extractor", "pages.parquet", "-o", "out", "--format", "jsonl", "-q", "-j", str(jobs)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, check=False, timeout=LONGEST
    )
    assert done.returncode == 1  # two rows are empty, one shows a bot check
    records = [json.loads(line) for line in (tmp_path / "out" / "pages.jsonl").read_text("utf-8").splitlines()]
    rows = [{"id": int(record["source"].rpartition("#")[2]), "record": record} for record in records]
    assert digest(rows) == digest(extract_table(pages).to_pylist())


@pytest.fixture(scope="module")
def inputs(pages: pa.Table, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """An archive that breaks off, and the pages in four tables."""
    folder = tmp_path_factory.mktemp("inputs")
    archive = write_all(folder, 30)[2]
    Path(archive).write_bytes(Path(archive).read_bytes()[:-40])
    tables = [str(folder / f"pages{number}.parquet") for number in range(4)]
    for number, table in enumerate(tables):
        pq.write_table(pages.slice(number * 15, 20), table)  # some pages are in two of them
    return [archive, *tables]


@pytest.fixture(scope="module")
def parts(inputs: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of parts that Ray has made, each by two tasks at once, the first of which was killed."""
    pytest.importorskip("ray")
    folder = tmp_path_factory.mktemp("ray")
    code = RECIPES["ray-parts"]
    for old, new in {
        '["/shared/crawl/*.warc.gz"]': repr(inputs),
        '"/shared/parts", options)': f'"{folder / "parts"}", options, 1)',
        'formats=("jsonl", "csv")': f"formats={FORMATS}",
        "range(len(job.parts))": "[*range(len(job.parts))] * 2",
    }.items():
        assert old in code
        code = code.replace(old, new)
    with TemporaryDirectory(prefix="ray") as short:
        process = start(SMALL_RAY.format(folder=short) + code, folder)
        assert was_killed(process, short)
        finished(process)
    return folder / "parts"


def was_killed(process: subprocess.Popen[str], session: str) -> bool:
    """Kill the first process of this session of Ray that makes a part; whether there was one, in time."""
    end = time.monotonic() + LONGEST
    while process.poll() is None and time.monotonic() < end:
        for folder in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if (folder / "cmdline").read_bytes().startswith(b"ray::extract_part") and session in above(folder):
                    os.kill(int(folder.name), signal.SIGKILL)
                    return True
        time.sleep(0.01)
    return False


def above(process: Path) -> str:
    """The command line of the process that started another."""
    parent = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
    return Path("/proc", parent, "cmdline").read_text(encoding="utf-8")


@pytest.mark.parametrize("shard_size", [None, 10])
@pytest.mark.parametrize("dedup", Dedup)
def test_parts_made_by_ray_with_a_worker_killed_are_the_run_of_one_machine(
    parts: Path, inputs: list[str], tmp_path: Path, dedup: Dedup, shard_size: int | None
) -> None:
    options = BatchOptions(formats=FORMATS, jobs=0, dedup=dedup, shard_size=shard_size)
    merge_parts(load_job(parts), tmp_path / "merged", "records", options)
    run_batch(inputs, tmp_path / "one", "records", options)
    assert files(tmp_path / "merged") == files(tmp_path / "one")


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}
