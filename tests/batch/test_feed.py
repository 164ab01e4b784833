"""Pages of the web in a batch, asked for while the workers read, interrupted or not."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch import Progress, run
from extractor.web import Manners, Order, WebFeed
from tests.batch.corpus import page, write_directory
from tests.batch.readers import read
from tests.batch.runner import options
from tests.web.servers import PATIENCE, Handler, Site, serving

PAGES = 120
MANNERS = Manners("me@example.org", delay=0.0, timeout=PATIENCE, retries=0, allow_private=True)


def answer(request: Handler) -> None:
    name = request.path.rpartition("/")[2]
    if name.isdecimal() and int(name) % 10 != 9:
        request.send(page(int(name)).encode(), Content_Type="text/plain")
    else:
        request.send(status=404)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(answer) as running:
        yield running


def feed(site: Site, store: Path, *, resume: bool = False) -> WebFeed:
    urls = tuple(f"{site.url}/{number}" for number in range(PAGES))
    return WebFeed(Order(urls, store=store, resume=resume, manners=MANNERS), read)


def files(directory: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(directory.iterdir()) if path.is_file()}


def test_pages_of_the_web_come_behind_the_files_in_order(tmp_path: Path, site: Site) -> None:
    folder = str(write_directory(tmp_path / "pages", 20))
    manifest = run([feed(site, tmp_path / "warc"), folder], tmp_path / "out", "all", options())
    assert manifest.counts.inputs == PAGES + 20
    assert manifest.counts.failed == PAGES // 10
    listed = (tmp_path / "out" / "all.inputs.jsonl").read_text(encoding="utf-8").splitlines()
    assert [site.url in line for line in listed] == [False] * 20 + [True] * PAGES


def test_known_pages_are_not_asked_for(tmp_path: Path, site: Site) -> None:
    run([feed(site, tmp_path / "one")], tmp_path / "out", "first", options())
    asked = Counter(site.paths())
    chosen = replace(options(), skip_known=(tmp_path / "out" / "first.run.json",))
    manifest = run([feed(site, tmp_path / "two")], tmp_path / "out", "second", chosen)
    assert manifest.counts.inputs == manifest.counts.failed == PAGES // 10, "those that could not be had"
    again = Counter(site.paths()) - asked
    assert {path for path in again if path != "/robots.txt"} == {f"/{number}" for number in range(9, PAGES, 10)}


@pytest.mark.parametrize("jobs", [0, 2])
def test_a_run_that_is_interrupted_asks_for_nothing_twice(tmp_path: Path, site: Site, jobs: int) -> None:
    run([feed(site, tmp_path / "one")], tmp_path / "unbroken", "web", options(jobs=jobs))
    asked = Counter(site.paths())

    def interrupt(state: Progress) -> None:
        if state.counts.inputs > PAGES // 3:
            raise KeyboardInterrupt

    chosen = replace(options(jobs=jobs), checkpoint_seconds=0.0)
    with pytest.raises(KeyboardInterrupt):
        run([feed(site, tmp_path / "two")], tmp_path / "broken", "web", chosen, interrupt)
    run([feed(site, tmp_path / "two", resume=True)], tmp_path / "broken", "web", replace(chosen, resume=True))
    assert files(tmp_path / "broken") == files(tmp_path / "unbroken")
    again = Counter(site.paths()) - asked
    assert {path: count for path, count in again.items() if count > 1 and path != "/robots.txt"} == {}
