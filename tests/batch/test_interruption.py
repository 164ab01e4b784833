"""A run that is stopped anywhere and goes on ends with the bytes of one that was not stopped."""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

import pytest

from extractor.batch import Dedup, run
from extractor.batch.workspace import Workspace
from extractor.errors import UsageError
from extractor.sources.web_archives import warc
from tests.batch.corpus import write_all, write_directory
from tests.batch.processes import needs_proc, session, wait_until
from tests.batch.runner import options
from tests.long import LONG
from tests.paths import ROOT

KILLS = 50 if LONG else 3
SLOW = os.environ | {"SECONDS_PER_PAGE": "0.003"}


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return write_all(tmp_path_factory.mktemp("inputs"), 150)


@pytest.fixture(autouse=True)
def _small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc, "_SLICE", 5000)


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir()) if path.is_file()}


def unbroken(inputs: list[str], directory: Path, dedup: Dedup = Dedup.ALL) -> dict[str, bytes]:
    run(inputs, directory, "pages", options(dedup=dedup))
    return files(directory)


@pytest.mark.parametrize(("dedup", "numbers"), [(Dedup.ALL, (1, 3)), (Dedup.KEEP_BEST, (2,))])
def test_the_number_of_workers_changes_nothing(
    tmp_path: Path, inputs: list[str], dedup: Dedup, numbers: tuple[int, ...]
) -> None:
    expected = unbroken(inputs, tmp_path / "0", dedup)
    assert {"pages-00000.json", "pages.sqlite", "pages-00002.parquet", "pages.run.json"} < set(expected)
    for jobs in numbers:
        run(inputs, tmp_path / str(jobs), "pages", options(jobs=jobs, dedup=dedup))
        assert files(tmp_path / str(jobs)) == expected


def test_killed_at_random_moments_and_resumed(tmp_path: Path, inputs: list[str]) -> None:
    """Each time with another number of workers. A run that comes to its end is compared, and another begun."""
    expected = unbroken(inputs, tmp_path / "unbroken", Dedup.KEEP_BEST)
    temporary = Path(mkdtemp())  # short: processes make sockets in it, whose names must be
    draw = random.Random(KILLS)  # noqa: S311 - no secret
    kills = 0
    for number in count():
        while not ends(tmp_path / str(number), temporary, inputs, draw.randint(1, 3), seconds_of(draw, kills)):
            kills += 1
        assert files(tmp_path / str(number)) == expected
        assert list((tmp_path / str(number)).glob(".*")) == []
        if kills >= KILLS:
            break
    assert kills == KILLS
    assert list(temporary.iterdir()) == []
    temporary.rmdir()


def seconds_of(draw: random.Random, kills: int) -> float:
    """How long a run may last: drawn anew for each, or one that ends before it is killed would be begun for ever."""
    return draw.uniform(0.2, 3.0) if kills < KILLS else 300.0


def ends(output: Path, temporary: Path, inputs: list[str], jobs: int, seconds: float) -> bool:
    """Begin a run or go on with it, and kill it after some `seconds`; whether it has come to its end before."""
    command = [sys.executable, "-m", "tests.batch.runner", str(output), str(jobs), Dedup.KEEP_BEST.value, *inputs]
    environment = SLOW | {"TMPDIR": str(temporary)}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE)
    try:
        _, errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=300)
        return False
    assert (process.returncode, errors) == (0, b"")
    return True


class Stop(BaseException):
    """What stops a run from outside."""


def stop_at(monkeypatch: pytest.MonkeyPatch, call: int, operations: list[tuple[object, str]]) -> None:
    """Raise at the `call`th of some operations, before it is done."""
    calls = iter(range(1, 10**9))

    def stopping(operation: Callable[..., object]) -> Callable[..., object]:
        def stop_or_do(*arguments: object, **named: object) -> object:
            if next(calls) == call:
                raise Stop
            return operation(*arguments, **named)

        return stop_or_do

    for home, name in operations:
        monkeypatch.setattr(home, name, stopping(getattr(home, name)))


@pytest.mark.parametrize("dedup", [Dedup.ALL, Dedup.FIRST])
def test_stopped_before_any_change_to_a_file_and_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dedup: Dedup
) -> None:
    inputs = [str(write_directory(tmp_path / "in", 20)), "missing.txt"]
    chosen = replace(options(dedup=dedup, resume=True), formats=("csv", "jsonl.gz"), shard_size=8)
    run(inputs, tmp_path / "unbroken", "pages", chosen)
    expected = files(tmp_path / "unbroken")
    operations = [(Path, "replace"), (os, "unlink"), (os, "rmdir"), (Workspace, "save"), (shutil, "rmtree")]
    for call in range(1, 1000):
        with monkeypatch.context() as patched:
            stop_at(patched, call, operations)
            with suppress(Stop):
                run(inputs, tmp_path / str(call), "pages", chosen)
                break
        run(inputs, tmp_path / str(call), "pages", chosen)
        assert files(tmp_path / str(call)) == expected
    assert call > 20


@pytest.mark.parametrize("gone", ["pages.csv", "pages.index", "pages.errors.jsonl"])
def test_stopped_while_the_workspace_is_removed_and_resumed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """Directories are emptied in any order."""

    def remove_one(directory: Path, *, ignore_errors: bool = False) -> None:
        if not ignore_errors:
            (directory / gone).unlink(missing_ok=True)
            raise Stop

    inputs = [str(write_directory(tmp_path / "in", 70))]
    chosen = replace(options(dedup=Dedup.FIRST, resume=True), formats=("csv",), shard_size=None)
    run(inputs, tmp_path / "unbroken", "pages", chosen)
    with monkeypatch.context() as patched, suppress(Stop):
        patched.setattr("extractor.batch.workspace.shutil.rmtree", remove_one)
        run(inputs, tmp_path / "broken", "pages", chosen)
    run(inputs, tmp_path / "broken", "pages", chosen)
    assert files(tmp_path / "broken") == files(tmp_path / "unbroken")


def test_an_interrupted_run_is_not_begun_anew_by_mistake(
    tmp_path: Path, inputs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        stop_at(patched, 3, [(Workspace, "save")])
        with pytest.raises(Stop):
            run(inputs, tmp_path, "pages", options())
    with pytest.raises(UsageError, match="unfinished run; go on with --resume"):
        run(inputs, tmp_path, "pages", options())
    with pytest.raises(UsageError, match="had other --dedup"):
        run(inputs, tmp_path, "pages", options(dedup=Dedup.FIRST, resume=True))
    Path(inputs[0], "0", "00000.txt").write_text("Why now?")
    with pytest.raises(UsageError, match="inputs are not those"):
        run(inputs, tmp_path, "pages", options(resume=True))


def test_two_runs_do_not_write_to_one_place(tmp_path: Path) -> None:
    inputs = [str(write_directory(tmp_path / "in", 300))]
    (tmp_path / "in" / "9.txt").write_text("hang")  # behind the others, so that the run has a checkpoint and no end
    command = [sys.executable, "-m", "tests.batch.runner", str(tmp_path / "out"), "1", "all", *inputs]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as process:
        try:
            wait_until((tmp_path / "out" / ".pages.run" / "state.json").exists)
            with pytest.raises(UsageError, match="another run writes in"):
                run(inputs, tmp_path / "out", "pages", options(resume=True))
        finally:
            process.kill()
    wait_until(lambda: not session(process.pid))


@needs_proc
def test_workers_end_with_their_parent(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("hang")
    command = [
        sys.executable,
        "-m",
        "tests.batch.runner",
        str(tmp_path / "out"),
        "1",
        "all",
        str(tmp_path / "page.txt"),
    ]
    with subprocess.Popen(command, cwd=ROOT, start_new_session=True) as process:
        try:
            wait_until(lambda: len(session(process.pid)) >= RUN_SERVER_WORKER)
        finally:
            process.kill()
    wait_until(lambda: not session(process.pid))


RUN_SERVER_WORKER = 3
"""The run, the server that starts its workers, a worker; beside them there may be what looks after shared memory."""


def writing_results_alone() -> dict[str, str]:
    """Neither the measurement of coverage nor what Python compiles is cut off by a limit and left behind for others."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"}


def test_a_full_disk_is_said_and_the_run_goes_on_later(tmp_path: Path) -> None:
    inputs = [str(write_directory(tmp_path / "in", 300))]
    expected = unbroken(inputs, tmp_path / "unbroken")
    command = [sys.executable, "-m", "tests.batch.runner", str(tmp_path / "out"), "1", "all", *inputs]
    limited = ["bash", "-c", 'ulimit -f 40; exec "$@"', "bash", *command]
    failed = subprocess.run(
        limited, cwd=ROOT, env=writing_results_alone(), capture_output=True, text=True, check=False, timeout=300
    )
    assert failed.returncode == 1
    assert "OutputError: cannot write" in failed.stderr
    assert "go on with --resume" in failed.stderr
    subprocess.run(command, cwd=ROOT, check=True, timeout=300)
    assert files(tmp_path / "out") == expected
