"""The report of a run, opened from the disk in a browser."""

import json
import re
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Locator

from extractor.batch import BatchOptions, run
from extractor.cli import main
from extractor.reading import read
from tests.browser import accessibility_faults, browser_page
from tests.paths import FIXTURES
from tests.test_api import PAGE

SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
HOSTILE = (
    f"Is {SCRIPT} normal?\n\nMy knee \u202e\u05e9\u05dc\u05d5\u05dd hurts 👩‍⚕️.\n\nDoctor Answers 1\n\n"
    f"{SCRIPT}\n\nYou should rest it, 🦵 and &amp; wait.\x1b[2J\n\nAnna Berg, MD\nBoston Plastic Surgeon\n"
    "4.9 out of 5 stars 12 reviews\n"
)


def report(folder: Path, *options: str) -> Path:
    """A run over a folder, and its report."""
    run([str(folder)], folder.parent / "out", "all", BatchOptions(formats=("jsonl",), jobs=0))
    target = folder.parent / "out" / "all.report.html"
    result = CliRunner().invoke(main, ["report", str(target.with_name("all.run.json")), *options])
    assert (result.exit_code, result.stderr) == (0, f"wrote {target}\n")
    return target


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """An empty folder for pages."""
    (tmp_path / "pages").mkdir()
    return tmp_path / "pages"


def test_the_report_says_what_the_manifest_says(pages: Path) -> None:
    (pages / "good.txt").write_text(PAGE, encoding="utf-8")
    (pages / "none.txt").write_text("Nothing is asked here.\n", encoding="utf-8")
    (pages / "doubtful.txt").write_text(PAGE.replace("Answers 2", "Answers 5"), encoding="utf-8")
    text = report(pages).read_text(encoding="utf-8")
    counts = {name: int(number) for number, name in re.findall(r"<li><b>([\d,]+)</b>(.+?)</li>", text)}
    assert counts | {"pages": 3, "records": 2, "records with warnings": 1, "pages without a record": 1} == counts
    assert "count-mismatch" in text
    assert "the page declares 5 answers, 2 were found" in text
    assert "not-a-qa-page" in text
    assert text.count("<svg ") == 3
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text


def test_changes_since_an_earlier_run_are_shown(pages: Path) -> None:
    for number in range(20):
        (pages / f"{number}.txt").write_text(PAGE, encoding="utf-8")
    report(pages)
    earlier = pages.parent / "out" / "earlier.run.json"
    (pages.parent / "out" / "all.run.json").rename(earlier)
    for path in pages.iterdir():
        path.write_text(PAGE.replace("Doctor Answers 2\n\n", ""), encoding="utf-8")
    text = report(pages, "--earlier", str(earlier)).read_text(encoding="utf-8")
    assert "Changes since the earlier run" in text
    assert "<td>declared_answer_count</td>" in text


@pytest.mark.parametrize("name", ["realself/a/two-short-answers.txt", "doctoralia/html-cards.html"])
def test_a_value_lights_its_place_and_the_place_its_value(pages: Path, name: str) -> None:
    page = pages / Path(name).name
    page.write_bytes((FIXTURES / name).read_bytes())
    (record,) = read_with_spans(page)
    with browser_page(report(pages).as_uri()) as browser:
        assert accessibility_faults(browser) == []
        for pointer in ("/question/title", "/answers/0/body", "/answers/0/doctor/name"):
            value = browser.locator(f'.record [data-at="{pointer}"]')
            value.scroll_into_view_if_needed()
            value.hover()
            lit = "".join(browser.locator(".text .lit").all_text_contents())
            assert squeezed(lit) == squeezed("".join(record["text"][a:b] for a, b in record["spans"][pointer]))
            browser.locator("h1").hover()
            browser.locator(".text .row", has=browser.locator(f'[data-at~="{pointer}"]')).first.locator(
                f'[data-at~="{pointer}"]'
            ).first.click()
            assert pointer in {at for one in browser.locator(".record .lit").all() for at in at_of(one)}


def read_with_spans(page: Path) -> list[dict[str, Any]]:
    reader = partial(read, spans=True)
    run([str(page)], page.parent.parent / "spans", "one", BatchOptions(formats=("jsonl",), jobs=0, reader=reader))
    lines = (page.parent.parent / "spans" / "one.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    return [one | {"text": one["text"] or page.read_text(encoding="utf-8")} for one in found]


def at_of(locator: Locator) -> list[str]:
    return str(locator.get_attribute("data-at")).split()


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_what_a_hostile_page_says_is_shown_as_text(pages: Path) -> None:
    (pages / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    answer = "You should rest your knee and wait for a week.\n\n{}, MD\nBoston Plastic Surgeon\n4.9 out of 5 stars 12 reviews\n\n"
    many = "".join(answer.format(f"Anna Berg{chr(97 + n % 26)}") for n in range(1500))
    (pages / "many.txt").write_text(
        f"Is it normal?\n\nMy knee hurts.\n\nDoctor Answers 1500\n\n{many}", encoding="utf-8"
    )
    target = report(pages)
    assert target.stat().st_size < 10_000_000
    with browser_page(target.as_uri()) as browser:
        assert browser.title() != "owned"
        text = browser.locator("#page-1 .text").text_content() or ""
        assert SCRIPT in text
        assert "👩‍⚕️" in text
        assert browser.locator("#page-1 img, #page-1 script").count() == 0
        browser.locator("#on").click()
        assert browser.locator("#page-2 .row").count() > 1000
        browser.locator("#page-2 .record [data-at]").first.hover()
        assert browser.locator("#page-2 .lit").count() >= 2
