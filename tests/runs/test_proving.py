"""An output is proven by its pages, and by nothing else."""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.batch import BatchOptions, run
from extractor.cli import main
from extractor.reading import read
from extractor.review import open_desk
from extractor.review.corrections import Deed, Step
from extractor.runs import open_run
from tests.long import LONG
from tests.paths import FIXTURES
from tests.readings import fixture_pages
from tests.sources.test_reopening import MAKERS

FORMATS = ("json", "jsonl.gz", "csv.zst", "csv", "parquet", "parquet-flat", "sqlite")
ENDINGS = {"parquet-flat": "flat.parquet"}
FEW = 3
"""Pages of a family, of which some are text and some HTML."""
FAMILIES = ("realself/a", "avvo", "doctoralia")


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Some fixtures, in a folder of their own that one is in."""
    for family in FAMILIES:
        (tmp_path / "pages" / family).mkdir(parents=True)
        for kind in ("*.txt", "*.html"):
            for page in sorted((FIXTURES / family).glob(kind))[:FEW]:
                shutil.copy(page, tmp_path / "pages" / family)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "pages"


def extract(*inputs: str, spans: bool = False, formats: tuple[str, ...] = FORMATS) -> list[Path]:
    options = BatchOptions(formats=formats, jobs=0, reader=partial(read, spans=True) if spans else read)
    run(inputs, Path("out"), "all", options)
    return [Path("out", f"all.{ENDINGS.get(name, name)}") for name in formats]


def verify(*outputs: Path | str) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, outputs)])


def unproven(result: Result) -> Iterator[tuple[str, str]]:
    return ((line.split(": ")[0], line.split(": ")[1]) for line in result.stdout.splitlines())


def change_a_byte(path: Path) -> None:
    """Somewhere in the middle, a letter for another."""
    data = bytearray(path.read_bytes())
    place = next(n for n in range(len(data) // 2, len(data)) if chr(data[n]).isalpha() and data[n] < 128)
    data[place] ^= 0x01
    path.write_bytes(data)


@pytest.mark.parametrize("spans", [False, True])
def test_every_format_is_proven_until_a_byte_of_a_page_changes(pages: Path, *, spans: bool) -> None:
    outputs = extract("pages", spans=spans)
    before = verify(*outputs)
    assert (before.exit_code, before.stdout) == (0, "")
    victim = min(pages.rglob("*.txt"))
    change_a_byte(victim)
    after = verify(*outputs)
    assert after.exit_code == 1
    assert list(unproven(after)) == [("changed", str(victim.relative_to(pages.parent)))] * len(outputs)


def test_the_outputs_of_fixtures_are_proven(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a third of them; in the long form of all."""
    monkeypatch.chdir(tmp_path)
    inputs = [str(page.path) for page in fixture_pages() if LONG or len(page.name) % 3 == 0]
    (output,) = extract(*inputs, formats=("jsonl",), spans=True)
    records = output.read_bytes().count(b"\n")
    result = verify(output)
    assert result.stderr == f"{records:,} proven, 0 changed, 0 missing, 0 unprovable\n"


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.jsonl.gz", "pages.zip", "table.parquet", "crawl.warc.gz"])
def test_pages_in_archives_and_corpora_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A response in a web archive is HTML, the others are text."""
    kind = "doctoralia/html-cards.html" if "warc" in name else "realself/a/two-short-answers.txt"
    page = (FIXTURES / kind).read_text(encoding="utf-8")
    monkeypatch.setattr("tests.sources.test_reopening.TEXTS", [page, f"{page}\n"])
    monkeypatch.setattr(
        "tests.sources.test_reopening.ROWS", b"".join(json.dumps({"text": t}).encode() + b"\n" for t in (page, page))
    )
    monkeypatch.chdir(tmp_path)
    MAKERS[name](tmp_path / name)
    result = verify(*extract(name, formats=("json", "csv")))
    assert (result.exit_code, result.stdout) == (0, "")
    assert not result.stderr.startswith("0 ")


def test_a_page_that_is_gone_is_missing(pages: Path) -> None:
    outputs = extract("pages", formats=("csv",))
    victim = min(pages.rglob("*.txt"))
    victim.unlink()
    assert set(unproven(verify(*outputs))) == {("missing", str(victim.relative_to(pages.parent)))}


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("spans", [False, True])
def test_a_value_that_the_page_does_not_hold_is_unprovable(*, spans: bool) -> None:
    (output,) = extract("pages", spans=spans, formats=("jsonl",))
    first, *others = output.read_text(encoding="utf-8").splitlines(keepends=True)
    record = json.loads(first)
    record["question"]["title"] += " No."
    output.write_text(json.dumps(record) + "\n" + "".join(others), encoding="utf-8")
    result = verify(output)
    assert list(unproven(result)) == [("unprovable", record["source"])]
    assert "title" in result.stdout
    assert "not the file that the run wrote" in result.stderr


@pytest.mark.usefixtures("pages")
def test_a_database_that_was_changed_is_not_the_run_s() -> None:
    (output,) = extract("pages", formats=("sqlite",))
    with closing(sqlite3.connect(output)) as database:
        database.execute("UPDATE pages SET confidence = 1 WHERE rowid = 1")
        database.commit()
    result = verify(output)
    assert result.exit_code == 1
    assert "is not the file that the run wrote" in result.stderr


@pytest.mark.usefixtures("pages")
@pytest.mark.parametrize("name", ["all.run.json", "all.errors.jsonl", "notes.txt", "other.json"])
def test_what_is_no_output_is_refused(name: str) -> None:
    extract("pages", formats=("json",))
    path = Path("out", name)
    if not path.exists():
        path.write_text('{"some": "thing"}\n')
    result = verify(path)
    assert result.exit_code == 2
    assert name in result.stderr


@pytest.mark.parametrize("spans", [False, True])
@pytest.mark.usefixtures("pages")
def test_what_a_person_set_is_proven_if_it_stands_in_the_page(*, spans: bool) -> None:
    """A value that is written by hand, and stands nowhere, is named."""
    extract("pages", spans=spans)
    desk = open_desk(open_run(Path("out/all.run.json")), sample=100)
    first, second, *_ = list(desk.waiting())
    title = desk.sheet(first).record.question.title or ""
    desk.do(first, Step(deed=Deed.VALUE, pointer="/question/title", value=title.split()[0]))
    desk.do(first, Step(deed=Deed.RIGHT))
    desk.do(second, Step(deed=Deed.VALUE, pointer="/answers/0/body", value="Nobody has said this."))
    desk.do(second, Step(deed=Deed.RIGHT))
    names = ",".join(FORMATS)
    done = CliRunner().invoke(main, ["export", "out", "--corrected", "-o", "corrected", "--format", names])
    assert done.exit_code == 0, done.stderr
    for name in FORMATS:
        result = verify(Path("corrected", f"all.{ENDINGS.get(name, name)}"), "--run", "out/all.run.json")
        assert list(unproven(result)) == [("unprovable", second.source)]
        assert "body" in result.stdout
