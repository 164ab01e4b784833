"""`extract` reads pages and writes their records."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import Document, QAPage, extract
from extractor.cli import main
from extractor.document import MAX_SIZE
from extractor.sinks import to_json
from tests.cli.running import ENVIRONMENT, NEGATIVE, PATIENCE, read_json, run
from tests.readings import fixture_pages
from tests.test_api import PAGE

pytestmark = pytest.mark.usefixtures("folder")


def test_a_page_becomes_json_and_csv() -> None:
    result = run("page.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    expected = extract(Document(PAGE, source="page.txt"))
    assert read_json("output/page.json") == [json.loads(to_json(expected))]
    with Path("output/page.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["doctor_name"] for row in rows] == ["Anna Berg", "Luis Ortega"]
    assert sorted(path.name for path in Path("output").iterdir()) == ["page.csv", "page.json"]
    assert result.stderr.splitlines() == [
        f"page.txt: 2 answers, confidence {expected.confidence:.3f}",
        "1 page: 1 record (0 with warnings), 0 without a record, 0 failed; wrote output/page.json, output/page.csv",
    ]


def test_the_command_can_be_named() -> None:
    assert run("extract", "page.txt").exit_code == 0
    assert Path("output/page.json").exists()


def test_several_inputs_become_one_set(folder: Path) -> None:
    (folder / "pages").mkdir()
    for name in ("a", "b"):
        (folder / "pages" / f"{name}.txt").write_text(PAGE, encoding="utf-8")
    assert run("page.txt", "pages", "-o", "several").exit_code == 0
    sources = [record["source"] for record in read_json("several/records.json")]
    assert sources == ["page.txt", "pages/a.txt", "pages/b.txt"]
    assert run("pages", "-o", "deep/er").exit_code == 0
    assert len(read_json("deep/er/pages.json")) == 2
    assert run("pages/*.txt").exit_code == 0
    assert len(read_json("output/records.json")) == 2


@pytest.mark.parametrize(
    ("chosen", "files"),
    [("jsonl", ["page.jsonl"]), ("csv, jsonl", ["page.csv", "page.jsonl"]), ("json", ["page.json"])],
)
def test_formats_are_chosen(chosen: str, files: list[str]) -> None:
    assert run("page.txt", "--format", chosen).exit_code == 0
    assert sorted(path.name for path in Path("output").iterdir()) == files


def test_standard_output_gets_the_records_and_nothing_else() -> None:
    result = run("-o", "-", "page.txt")
    assert json.loads(result.stdout)[0]["declared_answer_count"] == 2
    lines = run("page.txt", "-o", "-", "--format", "jsonl", "-q")
    assert [QAPage.model_validate_json(line) for line in lines.stdout.splitlines()]
    assert lines.stderr == ""
    assert not Path("output").exists()
    rows = list(csv.reader(io.StringIO(run("-o", "-", "--format", "csv", "page.txt").stdout)))
    assert [len(row) for row in rows] == [len(rows[0])] * 3


def test_a_page_comes_from_standard_input() -> None:
    result = run("-", stdin=PAGE)
    assert result.exit_code == 0
    assert read_json("output/stdin.json")[0]["source"] == "-"
    assert json.loads(run("-", "-o", "-", stdin=PAGE.encode("utf-16")).stdout)[0]["site"] == "realself"


def test_spans_are_printed_on_wish() -> None:
    (record,) = json.loads(run("page.txt", "-o", "-", "--spans").stdout)
    ((begin, end),) = record["spans"]["/answers/1/doctor/name"]
    assert PAGE[begin:end] == "Luis Ortega"
    assert "spans" not in json.loads(run("page.txt", "-o", "-").stdout)[0]


@pytest.mark.parametrize("start", ["=", "＝", "＋"])
def test_excel_gets_a_mark_and_no_formula(folder: Path, start: str) -> None:
    page = PAGE.replace("Tape it at night.", f"{start}1+1 is what you need.")
    (folder / "sum.txt").write_text(page, encoding="utf-8")
    assert run("sum.txt", "--excel").exit_code == 0
    assert Path("output/sum.csv").read_text(encoding="utf-8")[:8] == "\ufeff" + "source,"
    assert f",'{start}1+1 is" in Path("output/sum.csv").read_text(encoding="utf-8")
    assert run("sum.txt").exit_code == 0
    assert f",{start}1+1 is" in Path("output/sum.csv").read_text(encoding="utf-8")


def test_a_page_that_is_no_question_is_listed_and_no_error(folder: Path) -> None:
    (folder / "licence.txt").write_text(NEGATIVE, encoding="utf-8")
    result = run("licence.txt", "page.txt")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[0] == "licence.txt: no Q&A page, no record"
    assert "2 pages: 1 record (0 with warnings), 1 without a record, 0 failed" in result.stderr
    assert len(read_json("output/records.json")) == 1


def test_a_page_of_several_questions_gives_a_record_for_each() -> None:
    several = next(page for page in fixture_pages() if len(page.records) > 1)
    result = run(str(several.path))
    count = len(several.records)
    assert len(read_json(f"output/{several.path.stem}.json")) == count
    assert f"{several.path}: {count} questions, " in result.stderr
    assert f"1 page: {count} records" in result.stderr


BAD_INPUTS = {
    "missing": (None, r"missing: missing\.txt does not exist; check its name"),
    "empty": (b"\n \n", r"empty: empty\.txt holds no text"),
    "binary": (bytes(range(256)) * 9, r"binary: binary\.txt is binary data"),
    "undecodable": (b"\x81\x8d caf\xe9 " * 9, r"undecodable: undecodable\.txt is in none of UTF-8"),
    "huge": (b"a" * 5001, r"too-large: huge\.txt holds more than 5,000 bytes; raise --max-size"),
}


@pytest.mark.parametrize("name", BAD_INPUTS)
def test_a_bad_input_is_named_with_its_reason_and_takes_no_other_along(folder: Path, name: str) -> None:
    content, message = BAD_INPUTS[name]
    if content is not None:
        (folder / f"{name}.txt").write_bytes(content)
    result = run(f"{name}.txt", "page.txt", "--max-size", "5000", "-q")
    assert result.exit_code == 1
    assert re.fullmatch(rf"{name}\.txt: {message}.*", result.stderr.strip())
    assert len(read_json("output/records.json")) == 1


def test_text_without_end_is_refused_above_a_limit_that_can_be_raised(folder: Path) -> None:
    with (folder / "long.txt").open("wb") as stream:
        stream.truncate(MAX_SIZE + 1)
    assert "too-large" in run("long.txt").stderr
    assert "binary" in run("long.txt", "--max-size", str(MAX_SIZE + 1)).stderr


@pytest.mark.parametrize("again", ["page.txt", "./page.txt", ".", "*.txt", "link.txt"])
def test_a_file_named_twice_is_read_once_and_said(folder: Path, again: str) -> None:
    if again == "link.txt":
        (folder / again).symlink_to("page.txt")
    result = run("page.txt", again, "-o", "out")
    assert result.exit_code == 0
    assert [record["source"] for record in read_json("out/records.json")] == ["page.txt"]
    assert ": 1 record (0 with warnings), 1 without a record, 0 failed" in result.stderr
    said = result.stderr if again != "." and "*" not in again else Path("out/records.errors.jsonl").read_text()
    assert "is named more than once; read once" in said


@pytest.mark.parametrize("inputs", [["gone.txt"], ["gone/*.txt", "lost.txt"], ["."]])
def test_the_results_of_an_earlier_run_stay_if_no_input_is_there(folder: Path, inputs: list[str]) -> None:
    (folder / "page.txt").unlink()
    (folder / "out").mkdir()
    for name in ("gone.json", "records.json", f"{folder.name}.json"):
        (folder / "out" / name).write_text("earlier")
    result = run(*inputs, "-o", "out")
    assert result.exit_code == 1
    assert "Error: none of the inputs could be found; nothing was written" in result.stderr
    assert {path.read_text() for path in (folder / "out").iterdir()} == {"earlier"}


def test_a_few_pages_leave_nothing_else_behind_whatever_ends_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("extractor.reading.read", interrupt)
    result = run("page.txt")
    assert (result.exit_code, result.stderr) == (130, "interrupted\n")
    assert list((folder / "output").iterdir()) == []


def test_a_large_page_is_held_to_the_limits_like_any_other(folder: Path) -> None:
    (folder / "large.txt").write_text("Spaces and words. " * 60_000, encoding="utf-8")
    result = run("large.txt", "--page-seconds", "0.0005")
    assert result.exit_code == 1
    assert "large.txt: time-limit: " in result.stderr
    assert {path.name for path in (folder / "output").iterdir()} == {"large.json", "large.csv"}


def test_the_help_names_the_limit_that_is_meant() -> None:
    (option,) = [option for option in main.commands["extract"].params if option.name == "max_size"]
    assert option.default == MAX_SIZE


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["page.txt", "--format", "xml"], "there is no format 'xml'; choose from"),
        (["page.txt", "-o", "-", "--format", "json,csv"], "one format can be printed"),
        (["page.txt", "--nonsense"], "No such option"),
        (["extract"], "Missing argument"),
        (["evaluate", "nowhere"], "'nowhere' does not exist"),
        (["evaluate", "."], "holds no gold"),
    ],
)
def test_wrong_use_is_explained(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert not Path("output").exists()


def test_an_output_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "output").write_text("a file", encoding="utf-8")
    result = run("page.txt")
    assert result.exit_code == 3
    assert "cannot write output: File exists" in result.stderr


def test_a_reader_that_leaves_early_is_no_trouble(folder: Path) -> None:
    for number in range(200):  # more than a pipe holds
        (folder / f"{number}.txt").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "extractor", ".", "-q", "-o", "-"]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    with process.stdout, process.stderr:
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.wait(PATIENCE) == 1


@pytest.mark.parametrize(
    "name", ["a" * 250 + ".txt", "\u00e9" * 120 + ".txt", "\udcff\udcfe.txt", "new\nline.txt", ".txt"]
)
@pytest.mark.parametrize("more", [[], ["-j", "1"]])
def test_a_page_may_have_any_name(folder: Path, name: str, more: list[str]) -> None:
    (folder / name).write_text(PAGE, encoding="utf-8")
    assert run(name, "-o", "odd", "--format", "json", *more).exit_code == 0
    (written,) = (path for path in (folder / "odd").glob("*.json") if not path.name.endswith(".run.json"))
    assert len(read_json(written)) == 1


@pytest.mark.parametrize("name", ["a" * 5000, "a/" * 3000, "loop.txt"])
def test_a_name_that_cannot_be_followed_costs_no_other(folder: Path, name: str) -> None:
    (folder / "loop.txt").symlink_to("loop.txt")
    result = run(name, "page.txt")
    assert result.exit_code == 1
    assert "unreadable" in result.stderr
    assert len(read_json("output/records.json")) == 1
    assert run(name).exit_code == 1
    assert run("page.txt", "-o", name).exit_code == 3


def test_an_output_without_a_name_is_this_folder() -> None:
    assert run("page.txt", "-o", "", "--format", "json").stderr.endswith("; wrote page.json\n")
