import gzip
import io
import os
from pathlib import Path

import pytest

from extractor.batch import Dedup, Limits, Progress, load_manifest, run, stream
from extractor.batch.tasks.pool import run_tasks
from extractor.batch.tasks.work import Task
from extractor.document import Document
from extractor.errors import ExtractorError, NothingFound, OutputError, Reason, UsageError
from extractor.reading import read
from extractor.records import Failure
from extractor.sources import Loaded, SourceOptions
from extractor.sources.web_archives import warc
from tests.batch import readers
from tests.batch.corpus import page, write_all, write_directory, write_warc
from tests.batch.runs import OPTIONS, pages, records, with_options
from tests.paths import FIXTURES


def failures(path: Path) -> list[Failure]:
    return [Failure.model_validate_json(line) for line in path.read_bytes().splitlines()]


def test_everything_that_goes_in_comes_out(tmp_path: Path) -> None:
    inputs = write_all(tmp_path / "in", 60)
    manifest = run(inputs, tmp_path / "out", "all", OPTIONS)
    errors = failures(tmp_path / "out" / "all.errors.jsonl")
    assert sum(failure.reason is Reason.BAD_ROW for failure in errors) == 2
    assert [failure.source for failure in errors if failure.reason is Reason.MISSING] == [
        str(tmp_path / "in/missing.txt")
    ]
    found = records(tmp_path / "out" / "all.json")
    assert len(found) == 4 * 60 - 2
    assert [record["source"] for record in found] == sorted(
        (str(record["source"]) for record in found),
        key=lambda source: [source.startswith(prefix) for prefix in reversed(inputs)],
    )
    counts = manifest.counts
    assert (counts.inputs, counts.documents, counts.records, counts.failed) == (63, 241, 238, 3)
    assert len((tmp_path / "out" / "all.inputs.jsonl").read_bytes().splitlines()) == 63


def test_the_manifest_says_what_came_of_it(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", "Why?\nSo.\nThus.", "nothing here", "Why doubt?\nSo.", "raise it")
    manifest = run([inputs], tmp_path / "out", "pages", OPTIONS)
    assert manifest == load_manifest(tmp_path / "out" / "pages.run.json")
    assert manifest.counts.model_dump() == {
        "inputs": 4,
        "documents": 4,
        "records": 2,
        "answers": 3,
        "flagged": 1,
        "duplicates": 0,
        "written": 2,
        "without_record": 1,
        "failed": 1,
        "lost_bytes": 0,
        "left_out": 0,
        "not_chosen": 0,
    }
    assert manifest.failures == {"internal-error": 1, "not-a-qa-page": 1}
    assert manifest.warnings == {"conflict": 1}
    site = manifest.sites["test"]
    assert (site.records, site.answers, site.flagged) == (2, 3, 1)
    assert (site.fill["question.title"], site.fill["doctor.name"], site.fill["url"]) == (1.0, 0.3333, 0.0)
    assert manifest.options["reader"] == "tests.batch.readers.read"
    for output in manifest.outputs:
        assert (tmp_path / "out" / output.path).stat().st_size == output.bytes
    with pytest.raises(UsageError, match="is no manifest"):
        load_manifest(tmp_path / "out" / "pages.json")


def test_the_quick_look_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of pages with a record `tests/test_fixtures.py` knows that it lets them pass."""
    options, inputs = with_options(reader=read), [str(FIXTURES / "negative"), str(FIXTURES / "avvo")]
    run(inputs, tmp_path / "with", "pages", options)
    monkeypatch.setattr("extractor.reading.may_be_qa_page", lambda *_: True)
    manifest = run(inputs, tmp_path / "without", "pages", options)
    assert manifest.failures["not-a-qa-page"] > 70
    for path in (tmp_path / "without").iterdir():
        assert (tmp_path / "with" / path.name).read_bytes() == path.read_bytes()


def test_a_second_run_takes_the_place_of_the_first(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", *(page(n) for n in range(5)))
    options = with_options(formats=("csv",), shard_size=2)
    run([inputs], tmp_path / "out", "pages", options)
    Path(inputs, "000.txt").unlink()
    Path(inputs, "001.txt").unlink()
    run([inputs], tmp_path / "out", "pages", options)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "pages-00000.csv",
        "pages-00001.csv",
        "pages.errors.jsonl",
        "pages.inputs.jsonl",
        "pages.run.json",
    ]


@pytest.mark.parametrize("name", ["json", "csv", "jsonl", "parquet"])
def test_shards_hold_so_many_records(tmp_path: Path, name: str) -> None:
    inputs = pages(tmp_path / "in", *(f"Why {n}?\nSo." for n in range(7)))
    run([inputs], tmp_path / "whole", "pages", with_options(formats=(name,)))
    run([inputs], tmp_path / "cut", "pages", with_options(formats=(name,), shard_size=3))
    shards = sorted((tmp_path / "cut").glob(f"pages-*.{name}"))
    assert len(shards) == 3
    if name == "json":
        assert [len(records(shard)) for shard in shards] == [3, 3, 1]
        assert [record for shard in shards for record in records(shard)] == records(tmp_path / "whole" / "pages.json")
    if name == "jsonl":
        assert b"".join(shard.read_bytes() for shard in shards) == (tmp_path / "whole" / "pages.jsonl").read_bytes()


def test_no_input_gives_empty_files(tmp_path: Path) -> None:
    manifest = run(
        [pages(tmp_path / "in", "nothing")],
        tmp_path / "out",
        "pages",
        with_options(formats=("json", "csv", "parquet", "sqlite")),
    )
    assert records(tmp_path / "out" / "pages.json") == []
    assert (manifest.counts.documents, manifest.counts.records) == (1, 0)


def test_files_are_taken_from_a_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = pages(tmp_path / "in", "Why 0?", "Why 1?", "Why 2?")
    names = f"{inputs}/002.txt\r\n\n{inputs}/000.txt\n"
    (tmp_path / "list").write_text(names)
    run([], tmp_path / "out", "pages", with_options(files_from=str(tmp_path / "list")))
    assert [Path(str(record["source"])).stem for record in records(tmp_path / "out" / "pages.json")] == ["002", "000"]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(names.encode())))
    assert run([], tmp_path / "out", "pages", with_options(files_from="-")).counts.records == 2
    with pytest.raises(UsageError, match=r"list of files .* cannot be read"):
        run([], tmp_path / "out", "pages", with_options(files_from=str(tmp_path / "gone")))


def test_bad_pages_cost_themselves(tmp_path: Path) -> None:
    """A worker is made to crash, to hang and to eat memory; everything else is delivered."""
    bad = {10: "crash", 40: "hang", 70: "eat", 100: "raise", 101: "crash"}
    inputs = pages(tmp_path / "in", *(bad.get(n, f"Why {n}?\nSo.") for n in range(150)))
    options = with_options(jobs=2, limits=Limits(seconds=1.0, memory=1 << 29))
    seen: list[Progress] = []
    manifest = run([inputs], tmp_path / "out", "pages", options, seen.append)
    found = [int(Path(str(record["source"])).stem) for record in records(tmp_path / "out" / "pages.json")]
    assert found == [n for n in range(150) if n not in bad]
    errors = failures(tmp_path / "out" / "pages.errors.jsonl")
    assert [(int(Path(failure.source or "").stem), failure.reason) for failure in errors] == [
        (10, Reason.CRASHED),
        (40, Reason.TIME_LIMIT),
        (70, Reason.MEMORY_LIMIT),
        (100, Reason.INTERNAL_ERROR),
        (101, Reason.CRASHED),
    ]
    assert manifest.counts.failed == 5
    assert [failure for state in seen for failure in state.outcomes] == errors
    assert seen[-1].counts.records == 145


def test_a_slice_that_hangs_when_it_is_opened_costs_itself() -> None:
    task = Task(0, (readers.Hanging(), Loaded("a", (Document("Why?"),))))
    (result,) = run_tasks(iter([task]), with_options(jobs=1, limits=Limits(seconds=1.0)), lambda *_: None)
    (failure,) = result.failures
    assert failure.reason is Reason.TIME_LIMIT
    assert "what lies behind it in its stretch of the file is lost" in failure.detail
    assert result.tally["records",] == 1


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", "Why 0?", "Why 1?", "Why 2?")
    os.mkfifo(Path(inputs, "pipe.txt"))
    Path(inputs, "loop.txt").symlink_to("loop.txt")
    Path(inputs, "zero.txt").symlink_to("/dev/zero")
    manifest = run([inputs], tmp_path / "out", "pages", with_options(jobs=1))
    assert (manifest.counts.records, manifest.failures) == (3, {"unreadable": 3})


def test_an_input_that_vanishes_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = pages(tmp_path / "in", "Why 0?", "Why 1?")

    def vanish(state: Progress) -> None:
        if state.counts.documents:
            Path(inputs, "001.txt").unlink(missing_ok=True)

    monkeypatch.setattr("extractor.batch.tasks.intake._SLICES_PER_TASK", 1)
    manifest = run([inputs], tmp_path / "out", "pages", OPTIONS, vanish)
    assert manifest.failures == {"missing": 1}


def test_workers_that_cannot_start_are_no_endless_loop(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", "Why?")
    with pytest.raises(ExtractorError, match="die where no page is read"):
        run([inputs], tmp_path / "out", "pages", with_options(jobs=1, reader=readers.Deadly()))


def test_next_to_no_memory_costs_pages_and_not_the_run(tmp_path: Path) -> None:
    inputs = pages(tmp_path / "in", "eat a page\nSo.", "Why?\nSo.")
    manifest = run([inputs], tmp_path / "out", "pages", with_options(jobs=1, limits=Limits(memory=1 << 20)))
    assert manifest.counts.documents == 2
    assert manifest.failures["memory-limit"] >= 1


def test_records_are_streamed_to_an_open_file(tmp_path: Path) -> None:
    inputs = [str(write_directory(tmp_path / "in", 150)), str(write_warc(tmp_path / "in.warc.gz", 50)), "missing.txt"]
    out = io.StringIO()
    counts = stream(inputs, out, with_options(formats=("json",)))
    run(inputs, tmp_path / "out", "pages", with_options(formats=("json",)))
    assert out.getvalue() == (tmp_path / "out" / "pages.json").read_text()
    assert (counts.records, counts.failed) == (200, 1)
    with pytest.raises(UsageError, match="one format can be printed"):
        stream(inputs, out, with_options(formats=("sqlite",)))
    with pytest.raises(UsageError, match="need a directory"):
        stream(inputs, out, with_options(formats=("json",), dedup=Dedup.FIRST))


@pytest.mark.parametrize("formats", [(), ("json", "json"), ("nonsense",)])
def test_formats_that_make_no_sense_are_refused_before_anything_is_done(
    tmp_path: Path, formats: tuple[str, ...]
) -> None:
    with pytest.raises(UsageError):
        run([str(tmp_path)], tmp_path / "out", "pages", with_options(formats=formats))
    assert not (tmp_path / "out").exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(
        OutputError,
        match=r"cannot write .*out/.pages.run: Not a directory; move away the file that stands where a folder is to be, or choose",
    ):
        run([pages(tmp_path / "in", "Why?")], tmp_path / "out", "pages", OPTIONS)


def test_archives_are_limited_as_asked(tmp_path: Path) -> None:
    archive = write_warc(tmp_path / "crawl.warc.gz", 30)
    manifest = run([str(archive)], tmp_path / "out", "pages", with_options(sources=SourceOptions(max_size=60)))
    assert manifest.failures["too-large"] > 20


@pytest.mark.parametrize("jobs", [0, 2])
def test_an_archive_in_an_archive_is_not_taken_for_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    inner = write_warc(tmp_path / "inner", 20).read_bytes()
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {len(inner)}\r\n\r\n".encode()
    stored = gzip.compress(head + inner + b"\r\n\r\n", 0)
    outer = write_warc(tmp_path / "outer.warc.gz", 20)
    outer.write_bytes(outer.read_bytes() + stored + outer.read_bytes())
    options = with_options(jobs=jobs)
    whole = run([str(outer)], tmp_path / "whole", "pages", options)
    assert (whole.counts.records, whole.failures) == (40, {"binary": 1})
    monkeypatch.setattr(warc, "_SLICE", 500)
    run([str(outer)], tmp_path / "cut", "pages", options)
    for name in ("pages.json", "pages.errors.jsonl"):
        assert (tmp_path / "cut" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_run_that_reads_nothing_leaves_the_results_of_an_earlier_one(tmp_path: Path) -> None:
    write_directory(tmp_path / "in", 3)
    run([str(tmp_path / "in")], tmp_path / "out", "all", OPTIONS)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    (tmp_path / "none").write_text("")
    for others in ({"files_from": str(tmp_path / "none")}, {"skip_known": (tmp_path / "out" / "all.run.json",)}):
        inputs = [str(tmp_path / "in")] if "skip_known" in others else []
        with pytest.raises(NothingFound, match="stay"):
            run(inputs, tmp_path / "out", "all", with_options(**others))
        assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
