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

from extractor.batch import BatchOptions, extract_table
from extractor.batch import run as run_batch
from tests.batch.corpus import write_all
from tests.paths import FIXTURES, ROOT

RECIPES = dict(re.findall(r"```python (\S+)\n(.*?)```", (ROOT / "docs" / "engines.md").read_text("utf-8"), re.DOTALL))
SMALL_RAY = (
    "import ray as _ray\n_ray.init(num_cpus=2, object_store_memory=100 << 20, include_dashboard=False,"
    " _temp_dir={folder!r}, log_to_driver=False)\n"
)
QUIET = {"RAY_USAGE_STATS_ENABLED": "0", "HF_HUB_OFFLINE": "1", "PYSPARK_PYTHON": sys.executable}


@pytest.fixture(scope="module")
def pages() -> pa.Table:
    """Sixty rows: pages that are read, pages that are none, and rows without text."""
    names = [*sorted((FIXTURES / "realself").rglob("*.txt"))[:38], *sorted((FIXTURES / "negative").glob("*.txt"))[:20]]
    texts = [name.read_text(encoding="utf-8") for name in names]
    table = {"id": range(60), "text": [*texts, None, None], "url": [f"https://a.example/{n}" for n in range(60)]}
    return pa.table({name: pa.array(values) for name, values in table.items()})


def digest(rows: list[dict[str, Any]]) -> str:
    """Equal for equal records, in whatever order they come."""
    lines = sorted(json.dumps([row["id"], row["record"]], sort_keys=True) for row in rows if row["record"])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def flat(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A row a record, where a row may be a page."""
    return [{"id": row["id"], "record": record} for row in rows for record in row.get("records") or [row.get("record")]]


def run(recipe: str, folder: Path, before: str = "") -> None:
    done = start(before + RECIPES[recipe], folder)
    _, errors = done.communicate()
    assert done.returncode == 0, errors[-3000:]


def start(code: str, folder: Path) -> subprocess.Popen[str]:
    environment = os.environ | QUIET | {"PYTHONPATH": str(ROOT), "HF_HOME": str(folder / "hf")}
    return subprocess.Popen(  # noqa: S603 - this interpreter
        [sys.executable, "-c", code], cwd=folder, env=environment, stderr=subprocess.PIPE, text=True
    )


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


@pytest.mark.xfail(
    reason="since 28 November a record of the archive that breaks off differs; cause not found yet", strict=False
)
def test_parts_made_by_ray_with_a_worker_killed_are_the_run_of_one_machine(pages: pa.Table, tmp_path: Path) -> None:
    pytest.importorskip("ray")
    inputs = [write_all(tmp_path, 30)[2]]
    for number in range(4):
        inputs.append(str(tmp_path / f"pages{number}.parquet"))
        pq.write_table(pages.slice(number * 15, 15), inputs[-1])
    Path(inputs[0]).write_bytes(Path(inputs[0]).read_bytes()[:-40])  # an archive that breaks off
    code = (
        RECIPES["ray-parts"].replace('["pages.parquet"]', repr(inputs)).replace("options)\nmake", "options, 1)\nmake")
    )
    with TemporaryDirectory(prefix="ray") as short:
        process = start(SMALL_RAY.format(folder=short) + code, tmp_path)
        killed = kill_a_task(process)
        _, errors = process.communicate()
    assert process.returncode == 0, errors[-3000:]
    assert killed
    run_batch(inputs, tmp_path / "one", "records", BatchOptions(formats=("jsonl", "csv"), jobs=1))
    assert files(tmp_path / "results") == files(tmp_path / "one")


def kill_a_task(process: subprocess.Popen[str]) -> bool:
    """Kill the first process that makes a part; whether there was one."""
    while process.poll() is None:
        for status in Path("/proc").glob("[0-9]*/cmdline"):
            with suppress(OSError):
                if status.read_bytes().startswith(b"ray::extract_part"):
                    os.kill(int(status.parent.name), signal.SIGKILL)
                    return True
        time.sleep(0.01)
    return False


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in directory.iterdir() if path.is_file()}
