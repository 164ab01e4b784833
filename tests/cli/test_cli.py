import ast
import csv
import io
import json
import os
import pty
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from extractor import Document, QAPage, extract
from extractor.cli import main
from extractor.document import MAX_SIZE
from extractor.evaluation.gold import gold_pages
from extractor.sinks import to_json
from tests.paths import FIXTURES, ROOT
from tests.readings import records_of
from tests.test_api import PAGE

NEGATIVE = "The licence of this program is printed below.\n\nPermission is granted, free of charge.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with one page in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=stdin)


def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """A process of its own, as a user starts it."""
    command = [sys.executable, "-m", "extractor", *arguments]
    return subprocess.run(command, env=ENVIRONMENT, check=False, text=True, **options)  # type: ignore[call-overload, no-any-return] # noqa: S603


def read_json(path: Path | str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(Path(path).read_bytes())
    return found


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
    several = next(page for page in gold_pages(FIXTURES) if len(page.records) > 1)
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


@pytest.mark.parametrize("word", ["explian", "evalute", "comapre", "extrct", "new-sit", "shema"])
def test_a_mistyped_command_is_no_input(folder: Path, word: str) -> None:
    result = run(word, "page.txt")
    assert result.exit_code == 2
    assert f"{word!r} is neither a command nor a file. Did you mean '" in result.stderr
    assert not Path("output").exists()
    (folder / word).write_text(PAGE, encoding="utf-8")
    assert run(word, "page.txt").exit_code == 0, "it is a file after all"


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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", [["page.txt", "-o", "-"], ["schema"], ["explain", "page.txt"]])
def test_a_full_disk_behind_standard_output_is_said(command: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = start(*command, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 3
    assert re.fullmatch(r"(page\.txt: .*\n)?Error: cannot write to standard output: No space left.*\n", done.stderr)


def test_a_reader_that_leaves_early_is_no_trouble(folder: Path) -> None:
    for number in range(60):
        (folder / f"{number}.txt").write_text(PAGE, encoding="utf-8")
    command = [sys.executable, "-m", "extractor", ".", "-q", "-o", "-"]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # noqa: S603
    assert process.stdout
    assert process.stderr
    with process.stdout, process.stderr:
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.wait() == 1


def test_records_are_utf8_whatever_the_locale(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE.replace("Luis Ortega", "Luís Orteğa"), encoding="utf-8")
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    command = [sys.executable, "-m", "extractor", "page.txt", "-o", "-", "--format", "csv"]
    done = subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603
    assert "Luís Orteğa" in done.stdout.decode("utf-8")
    assert done.stdout.count(b"\r\n") == 3


def on_terminal(*arguments: str) -> str:
    """What a user sees on a terminal of 100 columns."""
    parent, child = pty.openpty()
    environment = ENVIRONMENT | {"COLUMNS": "100", "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "extractor", *arguments]
    process = subprocess.Popen(command, env=environment, stdout=child, stderr=child)  # noqa: S603
    os.close(child)
    shown = b"".join(read_terminal(parent))
    assert process.wait() == 0
    return shown.decode()


def read_terminal(descriptor: int) -> Iterator[bytes]:
    while select.select([descriptor], [], [], 30)[0]:
        try:
            yield os.read(descriptor, 65536)
        except OSError:  # how Linux says that the other side is closed
            break
    os.close(descriptor)


def plain(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


def test_a_terminal_shows_the_record() -> None:
    shown = on_terminal("page.txt")
    assert "\x1b[" in shown
    lines = plain(shown).splitlines()
    assert lines[0] == "Swollen Nose After Four Months. Is This Normal?"
    header = next(line for line in lines if "doctor" in line)
    assert header.split() == ["#", "doctor", "specialty", "location", "headline", "rating", "reviews", "confidence"]
    row = next(line for line in lines if "Luis Ortega" in line)
    assert re.match(r" 2 +Luis Ortega, MD, +Facial Plastic +Miami +Give it time +5\.0 +12 +0\.\d{3}", row)
    assert "output/page.json" in lines[-1]


def test_a_terminal_shows_warnings_and_cannot_be_controlled_by_a_page(folder: Path) -> None:
    page = PAGE.replace("Answers 2", "Answers 5").replace("Is This", "\x1b[31mIs\x08 This")
    (folder / "page.txt").write_text(page, encoding="utf-8")
    shown = on_terminal("page.txt")
    assert re.findall(r"\x1b\[31m|\x08", shown) == []
    assert re.search(r"Is\S? +This Normal\?", plain(shown))
    assert "warning: count-mismatch: the page declares 5 answers, 2 were found" in plain(shown)


def test_a_terminal_shows_how_far_a_directory_is(folder: Path) -> None:
    (folder / "licence.txt").write_text(NEGATIVE, encoding="utf-8")
    shown = plain(on_terminal(".", "-o", "out")).replace("\r\n", "\n")
    assert re.search(r"2 pages, [\d,]+/s, 0 flagged, 0 failed", shown)
    last = shown.splitlines()[-1]
    assert "2 pages: 1 record (0 with warnings), 1 without a record, 0 failed; wrote out/" in last


WATCH = """
import sys
from extractor.cli import main
try:
    main()
finally:
    print(sorted({name.split(".")[0] for name in sys.modules} - sys.stdlib_module_names), file=sys.stderr)
"""


@pytest.mark.parametrize("command", [[], ["extract"], ["explain"], ["evaluate"]])
def test_help_waits_for_no_library_but_that_of_the_command_line(command: list[str]) -> None:
    arguments = [sys.executable, "-c", WATCH, *command, "--help"]
    done = subprocess.run(arguments, env=ENVIRONMENT, check=True, capture_output=True, text=True)  # noqa: S603
    imported = set(ast.literal_eval(done.stderr.splitlines()[-1]))
    assert imported & {"pydantic", "lxml", "bs4", "rich", "requests", "markdown_it", "urllib3"} == set()


@pytest.mark.parametrize("command", [[], *([name] for name in main.commands)])
def test_every_command_has_help(command: list[str]) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    for option in re.findall(r"^  (?:-\w, )?(--[\w-]+)[^\n]*$", result.stdout, re.MULTILINE):
        line = re.search(rf"{option}\b[^\n]*?(?:  |\n {{6,}})(\S.*)", result.stdout)
        assert line, option


def test_the_version_is_that_of_the_package() -> None:
    done = start("--version", capture_output=True)
    assert re.fullmatch(r"extractor, version \d+\.\d+\.\d+\n", done.stdout)


def test_the_schema_in_the_repository_is_current() -> None:
    assert run("schema").stdout == (ROOT / "schema" / "qapage.schema.json").read_text(encoding="utf-8")


def test_records_obey_the_schema_in_the_repository() -> None:
    schema = json.loads((ROOT / "schema" / "qapage.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    found = [record for page in gold_pages(FIXTURES) for record in records_of(page.path)]
    assert len(found) > 60
    for page in found:
        assert [error.message for error in validator.iter_errors(json.loads(to_json(page)))] == []
    assert not validator.is_valid({"schema_version": "1", "answers": [{"position": 0}]})


EXPLAINED = {
    "Swollen Nose After Four Months. Is This Normal?": "title",
    "My nose is still wide after surgery.": "question",
    "Doctor Answers 2": "count",
    "Swelling takes a year": "headline",
    "+3": "furniture",
    "Most of it is gone after three months, the tip takes longest.": "body",
    "Anna Berg, MD": "name",
    "Boston Plastic Surgeon": "place and specialty",
    "4.9 out of 5 stars 128 reviews": "rating",
}


def test_explain_gives_every_line_its_role() -> None:
    shown = run("explain", "page.txt").stdout.splitlines()
    assert shown[0].startswith("read as realself, score ")
    for number, line in enumerate(PAGE.splitlines(), 1):
        rows = [row for row in shown[1:] if re.match(rf" *{number}  ", row)]
        assert len(rows) == bool(line)
        if line in EXPLAINED:
            assert re.fullmatch(rf" *{number}  {EXPLAINED[line]} +{re.escape(line)}", rows[0])


def test_explain_shows_both_readings_of_a_doubtful_line_with_their_scores() -> None:
    doubtful = FIXTURES / "realself" / "d" / "headline-equals-title.txt"
    shown = run("explain", str(doubtful)).stdout
    (score,) = re.findall(r"^read as .*, score ([\d.]+)$", shown, re.MULTILINE)
    doubts = re.findall(r"^ +\? ([\w ]+): ([\d.]+), ([\w ]+): ([\d.]+)$", shown, re.MULTILINE)
    assert doubts
    for role, best, rival, second in doubts:
        assert role != rival
        assert best == score
        assert float(second) <= float(best)
    assert "warning: doubtful-boundary (answer " in shown


def test_explain_names_what_decided_and_what_came_second() -> None:
    shown = run("explain", "--why", str(FIXTURES / "realself" / "d" / "headline-equals-title.txt")).stdout
    assert re.search(r"^ +second, \d+\.\d behind: line \d+ [a-z]+", shown, re.MULTILINE)
    for told in re.split(r"second, ", shown)[1:]:
        ahead = float(told.split(" ", 1)[0])
        brings = [float(number) for number in re.findall(r"^ +([+-][\d.]+) [a-z_]+\.\S+$", told, re.MULTILINE)]
        assert 1 <= len(brings) <= 5
        assert brings == sorted(brings, key=abs, reverse=True)
        assert len(brings) == 5 or sum(brings) == pytest.approx(ahead, abs=0.3)


def test_explain_says_when_there_is_no_record(folder: Path) -> None:
    (folder / "licence.txt").write_text(NEGATIVE, encoding="utf-8")
    assert run("explain", "licence.txt").stdout.splitlines()[-1] == "no Q&A page, no record"


@pytest.mark.parametrize(("name", "content"), [("missing.txt", None), ("empty.txt", b""), ("junk.txt", b"\0" * 99)])
def test_explain_names_what_it_cannot_read(folder: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    result = run("explain", name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"Error: {name} ")


def test_explain_colours_on_a_terminal_and_is_not_controlled_by_the_page(folder: Path) -> None:
    (folder / "page.txt").write_text(PAGE.replace("Tape it", "Tape \x1b[2J\x08 it"), encoding="utf-8")
    shown = on_terminal("explain", "page.txt")
    assert "\x1b[1;32mSwelling takes a year" in shown
    assert re.findall(r"\x1b\[2J|\x08", shown) == []
    assert re.search(r"Tape +\S? *it at night\.", plain(shown))


def test_evaluate_prints_the_figures() -> None:
    result = run("evaluate", str(FIXTURES / "avvo"), "--errors", "3")
    assert result.exit_code == 0
    assert re.search(r"^exactly right +\d+/\d+ \(\d+\.\d%\)$", result.stdout, re.MULTILINE)
    assert re.search(r"^ +doctor_name( +\d\.\d{4}){3}( +\d+){3}", result.stdout, re.MULTILINE)
    assert re.search(r"^micro F1 +\d\.\d{4}", result.stdout, re.MULTILINE)


def test_evaluate_prints_json() -> None:
    figures = json.loads(run("evaluate", str(FIXTURES / "avvo"), "--json").stdout)
    assert figures.keys() == {"all", "avvo"}
    assert figures["all"]["fields"]["answer_body"].keys() == {
        "right",
        "spurious",
        "missed",
        "precision",
        "recall",
        "f1",
    }


def test_evaluate_lists_differences(folder: Path) -> None:
    record = extract(PAGE).model_copy(update={"declared_answer_count": 3})
    (folder / "page.json").write_text(to_json(record), encoding="utf-8")
    assert "page.txt: declared_answer_count: gold '3', found '2'" in run("evaluate", ".", "--errors", "1").stdout
    assert "wrong and not flagged: page.txt" in run("evaluate", ".").stdout


def test_the_gate_is_written_kept_and_guarded(folder: Path) -> None:
    gold = folder / "page.json"
    gold.write_text(to_json(extract(PAGE)), encoding="utf-8")
    check = ("evaluate", ".", "--gate", "gate.json")
    assert run(*check).exit_code == 1
    assert run(*check, "--raise-floors").exit_code == 0
    assert run(*check).exit_code == 0
    gold.write_text(to_json(extract(PAGE).model_copy(update={"declared_answer_count": 3})), encoding="utf-8")
    fallen = run(*check)
    assert fallen.exit_code == 1
    assert "all.declared_answer_count is 0.0000, its floor is 1.0000" in fallen.stderr
    assert "the evaluation set is not the one" in fallen.stderr
    assert run(*check, "--raise-floors").exit_code == 2
    assert run(*check, "--raise-floors", "--allow-lower", "the page says so").exit_code == 0
    assert json.loads((folder / "gate.json").read_bytes())["lowered"][0]["reason"] == "the page says so"
    assert run(*check).exit_code == 0


def test_explain_opens_a_page_by_the_source_of_its_record(folder: Path) -> None:
    rows = [{"text": "nothing"}, {"text": PAGE}]
    (folder / "small.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("small.jsonl").exit_code == 0
    source = str(read_json("output/small.json")[0]["source"])
    assert source == "small.jsonl#20"
    assert run("explain", source).stdout == run("explain", "page.txt").stdout
    assert run("explain", "small.jsonl#3").exit_code == 1
