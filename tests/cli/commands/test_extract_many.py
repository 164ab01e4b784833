"""`extract` over many pages: workers, checkpoints, a manifest, and what a user sees of them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.batch.corpus import write_warc
from tests.batch.processes import needs_proc, session, wait_until
from tests.cli.running import ENVIRONMENT, PATIENCE, await_file, run, shell_code
from tests.test_api import PAGE

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with three pages in a directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for name in ("a.txt", "b.txt", "c.text"):
        page = PAGE.replace("Luis Ortega", f"Luis {name[0].upper()}. Ortega")
        (tmp_path / "pages" / name).write_text(page, encoding="utf-8")
    return tmp_path


def manifest(path: Path) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = json.loads(path.read_bytes())
    return found


def test_a_directory_becomes_data_sets(folder: Path) -> None:
    done = run("pages", "-j", "2", "--format", "json,csv,parquet,sqlite,jsonl.zst", "-o", "out")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith(
        "3 pages: 3 records (0 with warnings, 2 duplicates), 0 without a record, 0 failed; wrote out/pages.json, "
    )
    assert done.stderr.endswith(", out/pages.run.json\n")
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "pages.csv",
        "pages.errors.jsonl",
        "pages.inputs.jsonl",
        "pages.json",
        "pages.jsonl.zst",
        "pages.parquet",
        "pages.run.json",
        "pages.sqlite",
    ]
    names = [record["answers"][1]["doctor"]["name"] for record in json.loads((folder / "out/pages.json").read_bytes())]
    assert names == ["Luis A. Ortega", "Luis B. Ortega", "Luis C. Ortega"]


def test_an_archive_is_named_without_its_endings(folder: Path) -> None:
    write_warc(folder / "crawl.warc.wet.gz", 3)
    done = run("crawl.warc.wet.gz", "-q")
    assert (done.exit_code, done.stderr) == (0, "")
    assert manifest(folder / "output" / "crawl.run.json")["counts"]["documents"] == 3


def test_lists_of_files_and_choices_of_names() -> None:
    done = run("--files-from", "-", "-o", "-", "--format", "jsonl", stdin="pages/b.txt\npages/a.txt\n")
    assert [json.loads(line)["source"] for line in done.stdout.splitlines()] == ["pages/b.txt", "pages/a.txt"]
    chosen = ["pages", "--include", "*.txt", "--exclude", "a*", "-o", "-", "--format", "jsonl", "-q"]
    assert [json.loads(line)["source"] for line in run(*chosen).stdout.splitlines()] == ["pages/b.txt"]


def test_spans_reach_the_workers() -> None:
    done = run("pages", "--spans", "-o", "-", "--format", "jsonl", "-q")
    assert all("/answers/1/doctor/name" in json.loads(line)["spans"] for line in done.stdout.splitlines())


def test_columns_copies_and_shards(folder: Path) -> None:
    rows = [{"id": f"https://site.example/{n % 3}", "page": PAGE} for n in range(5)]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, rows)))
    columns = ["--text-column", "page", "--url-column", "id"]
    done = run("corpus.jsonl", *columns, "--dedup", "first", "--shard-size", "2")
    assert "5 records (0 with warnings, 4 duplicates)" in done.stderr
    assert manifest(folder / "output" / "corpus.run.json")["counts"]["written"] == 1
    assert (folder / "output" / "corpus-00000.csv").exists()


def test_failures_are_said_listed_and_counted(folder: Path) -> None:
    (folder / "pages" / "bad.txt").write_bytes(bytes(range(256)) * 9)
    done = run("pages", "missing.txt", "-q")
    assert done.exit_code == 1
    assert [line.split(": ")[:2] for line in done.stderr.splitlines()] == [
        ["pages/bad.txt", "binary"],
        ["missing.txt", "missing"],
    ]
    lines = (folder / "output" / "records.errors.jsonl").read_text().splitlines()
    assert [json.loads(line)["reason"] for line in lines] == ["binary", "missing"]


def test_many_failures_are_not_all_said(folder: Path) -> None:
    missing = [f"{number}.txt" for number in range(30)]
    done = run(*missing, "pages")
    assert len(done.stderr.splitlines()) == 22
    assert "more failures follow" in done.stderr
    assert len((folder / "output" / "records.errors.jsonl").read_text().splitlines()) == 30


def test_limits_can_be_set() -> None:
    done = run("pages", "--page-seconds", "0.0005", "--page-memory", "512", "-j", "1")
    assert done.exit_code == 1
    assert ": time-limit: " in done.stderr
    assert "takes more than 0.0005 seconds" in done.stderr


@pytest.mark.parametrize(
    "option",
    [
        *(
            "--page-seconds=-5",
            "--page-seconds=0",
            "--page-seconds=inf",
            "--page-seconds=nan",
            "--delay=nan",
            "--min-confidence=nan",
            "--page-memory=0",
            "--page-memory=9999999999",
        ),
        *("--max-expansion=0", "--max-members=-1", "--max-size=99999999999999999999"),
    ],
)
def test_limits_that_nothing_could_keep_are_refused(option: str) -> None:
    assert run("pages", option).exit_code == 2


def write_copies(folder: Path, number: int) -> None:
    for copy in range(number):
        (folder / "pages" / f"{copy}.txt").write_text(PAGE, encoding="utf-8")


@contextmanager
def without_end(*arguments: str) -> Iterator["subprocess.Popen[str]"]:
    """A run over a folder and further pages, whose names it waits for: it does not end by itself."""
    command = [sys.executable, "-m", "extractor", "pages", "--files-from", "-", *arguments]
    with subprocess.Popen(
        command, env=ENVIRONMENT, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_an_interrupted_run_is_resumed(folder: Path) -> None:
    write_copies(folder, 200)  # three tasks, and the beginning of a fourth
    arguments = ["-j", "1", "--format", "jsonl,csv"]
    with without_end(*arguments, "-o", "broken") as process:
        await_file(folder / "broken" / ".pages.run" / "state.json", process)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    assert shell_code(process) == 130
    assert errors.splitlines()[-1] == "interrupted; the same command with --resume goes on"
    assert "Traceback" not in errors
    again = ["pages", "--files-from", "-", *arguments]
    assert run(*again, "-o", "broken", stdin="").exit_code == 2
    assert run(*again, "-o", "broken", "--resume", stdin="").exit_code == 0
    assert run(*again, "-o", "whole", "-j", "2", stdin="").exit_code == 0
    for name in ("pages.jsonl", "pages.csv", "pages.errors.jsonl", "pages.inputs.jsonl", "pages.run.json"):
        assert (folder / "broken" / name).read_bytes() == (folder / "whole" / name).read_bytes()


@needs_proc
@pytest.mark.parametrize("started", [2, 3, 5])
def test_an_interrupt_while_workers_start_ends_all_without_a_word_of_python(folder: Path, started: int) -> None:
    """Sent to all processes of the terminal, as Ctrl-C is, when so many of them are there."""
    write_copies(folder, 300)
    with without_end("-j", "3") as process:
        wait_until(lambda: len(session(process.pid)) >= started or process.poll() is not None)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=PATIENCE)
    assert (shell_code(process), errors.splitlines()[-1]) == (
        130,
        "interrupted; the same command with --resume goes on",
    )
    assert "Traceback" not in errors
    wait_until(lambda: not session(process.pid))


@pytest.mark.parametrize("moment", ["extractor.forking.begin_forking", "extractor.batch.run"])
def test_an_interrupt_at_any_moment_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(moment, interrupt)
    done = run("pages")
    assert (done.exit_code, done.stderr) == (130, "interrupted; the same command with --resume goes on\n")


@pytest.mark.parametrize("arguments", [("pages",), ("pages", "-j", "2"), ("pages/0.txt", "pages/1.txt")])
def test_a_reader_that_has_seen_enough_ends_the_run_quietly(folder: Path, arguments: tuple[str, ...]) -> None:
    """As `| head -1` does."""
    write_copies(folder, 300)
    command = [sys.executable, "-m", "extractor", *arguments, "-o", "-", "--format", "jsonl", "-q"]
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            assert json.loads(process.stdout.readline())["answers"]
            process.stdout.close()
            _, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert errors == ""


def test_only_what_is_new_is_read(folder: Path) -> None:
    run("pages", "-o", "one")
    (folder / "pages" / "d.txt").write_text(PAGE, encoding="utf-8")
    done = run("pages", "-o", "two", "--skip-known", "one/pages.run.json")
    assert done.stderr.startswith("1 page: 1 record")


def test_an_output_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "file").write_text("")
    done = run("pages", "-o", "file")
    assert done.exit_code == 3
    assert done.stderr.startswith("Error: cannot write file")


def test_a_missing_argument_is_said() -> None:
    done = run("--resume")
    assert done.exit_code == 2
    assert "Missing argument" in done.stderr
