"""A review in a real browser, by the keyboard alone; and what the server refuses."""

import json
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
import requests
from click.testing import CliRunner
from playwright.sync_api import Page

from extractor.batch import BatchOptions, run
from extractor.cli import main
from extractor.evaluation.gold import gold_pages
from extractor.review.server import MOST_LINES
from tests.browser import accessibility_faults, browser_page
from tests.cli.running import ENVIRONMENT, PATIENCE
from tests.paths import FIXTURES
from tests.report.test_report import HOSTILE, SCRIPT
from tests.review.pages import write_pages
from tests.review.serving import SECRET, serving


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """A run over ten flagged pages and two that are not; each page of its own names."""
    return make_run(write_pages(tmp_path / "pages", flagged=10, others=2))


def make_run(pages: Path) -> Path:
    run([str(pages)], pages.parent / "out", "all", BatchOptions(formats=("jsonl", "csv"), jobs=0))
    return pages.parent / "out" / "all.run.json"


def press(page: Page, *keys: str) -> None:
    """Press keys, each of which is a step: the server's answer to it is waited for, and that it is shown."""
    for key in keys:
        with page.expect_response(re.compile(r"/do(?:\?|$)")):
            page.keyboard.press(key)
        page.wait_for_function("() => !isBusy")


def left(page: Page) -> str:
    return page.locator("#findings").inner_text().split(";")[0]


def steps(manifest: Path) -> list[dict[str, object]]:
    path = manifest.with_name("all.corrections.jsonl")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_ten_flagged_pages_are_reviewed_by_the_keyboard(manifest: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold"
    with serving(manifest, gold=gold) as address, browser_page(address) as page:
        assert accessibility_faults(page) == []
        assert left(page) == "12 left"
        first = page.locator("h1").inner_text()
        press(page, "Enter", "Enter", "n")
        assert left(page) == "9 left"
        assert len(steps(manifest)) == 3
        press(page, "u", "u", "u")
        assert (left(page), page.locator("h1").inner_text()) == ("12 left", first)
        press(page, "Enter", "Enter", "Enter", "Enter")
    with serving(manifest, gold=gold) as address, browser_page(address) as page:
        assert left(page) == "8 left"
        page.keyboard.press("e")
        page.keyboard.press("Control+A")
        page.keyboard.type("Is it normal to be corrected?")
        press(page, "Enter")
        assert "Is it normal to be corrected?" in page.locator(".record").inner_text()
        press(page, *["Enter"] * 8)
        assert "Nothing is left" in page.locator("h1").inner_text()
        assert "reviewed 12; silent errors" in page.locator("#findings").inner_text()
    assert [step["deed"] for step in steps(manifest)].count("undo") == 3
    check_outputs(manifest, gold)


def check_outputs(manifest: Path, gold: Path) -> None:
    target = manifest.parent / "corrected"
    result = CliRunner().invoke(main, ["export", str(manifest), "--corrected", "-o", str(target), "--format", "jsonl"])
    assert result.exit_code == 0, result.stderr
    records = [json.loads(line) for line in (target / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    (changed,) = [record for record in records if record["corrected"]]
    assert changed["question"]["title"] == "Is it normal to be corrected?"
    assert len(records) == 12
    assert not any(record["warnings"] for record in records)
    assert len(gold_pages(gold)) == 12
    assert CliRunner().invoke(main, ["evaluate", str(gold)]).exit_code == 0


def test_a_line_is_set_right_by_a_key(manifest: Path) -> None:
    """The rest of the page is read anew with it; undo gives back what was."""
    with serving(manifest) as address, browser_page(address) as page:
        before = page.locator(".record").inner_text()
        roles = page.locator(".role").all_inner_texts()
        place = len(roles) - 1 - roles[::-1].index("headline")
        headline = page.locator(".line").nth(place).inner_text()
        page.locator(".row").nth(place).click()
        press(page, "b")
        assert page.locator(".role").nth(place).inner_text() == "body"
        bodies = page.locator(".record div", has=page.locator("dt", has_text="answer body")).all_inner_texts()
        assert any(headline in body for body in bodies)
        page.locator(".row").nth(place).click()
        press(page, "Shift+X")
        assert "body" not in page.locator(".role").all_inner_texts()[place:]
        press(page, "u", "u")
        assert page.locator(".record").inner_text() == before
        assert page.locator(".role").all_inner_texts() == roles


def test_a_line_of_an_html_page_is_set_right_too(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    shutil.copy(FIXTURES / "engines" / "html-phpbb2.html", tmp_path / "pages")
    with serving(make_run(tmp_path / "pages")) as address, browser_page(address) as page:
        answers = page.locator(".record h4", has_text="Answer")
        before, shown = answers.count(), page.locator(".record").inner_text()
        page.evaluate("choose(rows().find(row => row.querySelector('[data-at=\"/answers/1/body\"]')))")
        press(page, "b")
        assert answers.count() == before - 1
        press(page, "a")
        assert answers.count() == before
        press(page, "u", "u")
        assert page.locator(".record").inner_text() == shown


def test_a_page_of_thousands_of_lines_is_drawn_in_part(tmp_path: Path) -> None:
    """Every line can be gone to all the same, and set right."""
    (tmp_path / "pages").mkdir()
    answer = (
        "You should rest your knee for a week.\n\n{}, MD\nBoston Plastic Surgeon\n4.9 out of 5 stars 12 reviews\n\n"
    )
    many = "".join(answer.format(f"Anna Berg{chr(97 + n % 26)}") for n in range(500))
    text = f"Is it normal?\n\nMy knee hurts.\n\nDoctor Answers 501\n\n{many}The last line of all.\n"
    (tmp_path / "pages" / "many.txt").write_text(text, encoding="utf-8")
    manifest = make_run(tmp_path / "pages")
    with serving(manifest) as address, browser_page(address) as page:
        rows = page.locator(".row")
        assert rows.count() == MOST_LINES
        assert page.locator(".record h4").count() < MOST_LINES / 3
        page.evaluate("choose(rows().at(-1))")
        below = page.locator(".text").get_attribute("data-below")
        press(page, "j")
        assert page.locator(".chosen").get_attribute("data-line") == below
        page.evaluate("choose(rows().find(row => numberOf(row) > line && row.textContent.includes('your knee')))")
        press(page, "h")
        assert page.locator(".chosen .role").inner_text() == "headline"
        assert rows.count() == MOST_LINES
        shown = rows.first.get_attribute("data-line")
        page.locator("[data-go]").last.click()
        page.wait_for_function("shown => !isBusy && rows()[0].dataset.line !== shown", arg=shown)
        assert rows.count() == MOST_LINES


def test_a_hostile_page_is_text_here_too(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "hostile.txt").write_text(HOSTILE.replace("Answers 1", "Answers 4"), encoding="utf-8")
    with serving(make_run(tmp_path / "pages")) as address, browser_page(address) as page:
        assert SCRIPT in (page.locator(".text").text_content() or "")
        press(page, "Enter")
        assert page.title() == "Review of a run"


def test_the_server_answers_its_own_page_alone(manifest: Path) -> None:
    with serving(manifest) as address:
        origin = address.removesuffix(f"/{SECRET}/")
        ask = requests.Session()
        assert ask.get(address).status_code == 200
        assert ask.get(f"{origin}/other/").status_code == 404
        assert ask.get(address, headers={"Host": "evil.example"}).status_code == 403
        assert ask.get(address, headers={"Origin": "https://evil.example"}).status_code == 403
        for headers in ({}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
            assert ask.post(f"{address}do", data='{"deed": "right"}', headers=headers).status_code == 403
        assert not manifest.with_name("all.corrections.jsonl").exists()
        nonsense = ask.post(f"{address}do", data="nonsense", headers={"Origin": origin})
        assert "this cannot be done" in nonsense.text
        wrong = ask.post(
            f"{address}do", data='{"deed":"value","pointer":"/no/such","value":"x"}', headers={"Origin": origin}
        )
        assert "/no/such" in wrong.text
        assert not manifest.with_name("all.corrections.jsonl").exists()


def test_ctrl_c_ends_the_command_and_says_how_to_go_on(manifest: Path) -> None:
    command = [sys.executable, "-m", "extractor", "review", str(manifest.parent)]
    with subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True) as process:
        watchdog = Timer(PATIENCE, process.kill)
        watchdog.start()
        assert process.stderr is not None
        address = re.search(r"http://\S+", process.stderr.readline())
        status = requests.get(address[0], timeout=PATIENCE).status_code if address else None
        process.send_signal(signal.SIGINT)
        said = process.stderr.read()
        watchdog.cancel()
    assert status == 200
    assert process.returncode == 0
    assert said == f"0 settled, 12 left; `extractor export {manifest} --corrected` writes the records\n"


def test_a_port_that_is_taken_is_told(manifest: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        result = CliRunner().invoke(main, ["review", str(manifest), "--port", str(port)])
    assert result.exit_code == 2
    assert f"--port {port} cannot be had: Address already in use; leave it out" in result.stderr
