"""HTML pages to records, one core: how fast against the bare parser and against tools that do part of the same.

    python benchmarks/html.py [ROUNDS] [--only fixtures|threads|none]

The pages are those under `fixtures/` (invented persons) in two sizes each, 20 to 300 kB, with as much page furniture
around them as real forum pages have: an element to about 80 bytes. Those with the markup of known sites are what is
promised for; those of no known site, whose posts must be found first, are shown beside them. Every tool reads each page
in turn; the best of ROUNDS processor times counts, since the machine has other work. Ratios above 1 mean that we are
faster. extruct is called as for the two syntaxes we read, which is hardly more than its parse, and as its
documentation calls it, for all syntaxes. Beside them stand saved pages of real forums, and pages of a crawl that are
none, where the folder of them is at hand. Needs the extra `bench`.
"""

# ruff: noqa: E402 - the search path must be mended first

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).parent.parent)  # a script's folder comes first, and this file is named like a module

import argparse
import gc
import gzip
import random
import time
from collections.abc import Callable

import extruct
import lxml.html
import trafilatura
from bs4 import BeautifulSoup

from extractor.document import Document
from extractor.errors import UnreadableDocument
from extractor.reading import read

FIXTURES = Path(__file__).parent.parent / "fixtures"
SAVED = Path(__file__).resolve().parents[2] / "shared" / "pages-html"
SMALLEST, LARGEST = 20_000, 300_000
_WORDS = "care skin scar clinic topic story photo guide price result doctor forum review local free new more".split()


def pages(*, known: bool = True) -> list[bytes]:
    """Each fixture twice, with 30 to 200 kB more of scripts, links and teasers: of known sites, or of others."""
    paths = sorted(path for path in FIXTURES.glob("*/html*.html") if path.parent.name != "negative")
    originals = [path.read_bytes() for path in paths if (path.parent.name != "generic") == known]
    dice = random.Random(4)  # noqa: S311 - furniture, no secret
    padded = [page.replace(b"</body>", _furniture(dice) + b"</body>") for page in originals * 2]
    return [page for page in padded if SMALLEST <= len(page) <= LARGEST]


def saved(folder: str) -> list[bytes]:
    """The real pages of a folder, as their servers sent them; none where the folder is not there."""
    return [gzip.decompress(path.read_bytes()) for path in sorted((SAVED / folder).glob("*.html.gz"))]


def _furniture(dice: random.Random) -> bytes:
    """What stands around the content of real pages, about half of it scripts."""
    size = dice.randrange(30_000, 200_000)
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        words = " ".join(dice.choices(_WORDS, k=8))
        pieces.append(
            f'<aside class="card"><a href="/t/{dice.randrange(999)}"><img src="/i.jpg" alt=""><h4>{words}</h4></a>'
            f"<p>{words} {words} {words}</p><ul><li><a href='/x'>{words[:9]}</a></li></ul></aside>"
            f'<script>window.q=window.q||[];q.push({{"k":"{words}","v":[{dice.random()},{dice.random()}]}});'
            f'(function(){{var s=document.createElement("script");s.src="/{words[:5]}.js"}})();</script>'
        )
    return "".join(pieces).encode()


def with_soup(page: bytes) -> list[dict[str, str | None]]:
    """The scraper that people write: the same fields by BeautifulSoup, for the markup of the fixtures."""
    soup = BeautifulSoup(page, "lxml")
    title = soup.find("h1")
    found: list[dict[str, str | None]] = [{"title": title.get_text(" ", strip=True) if title else None}]
    for block in soup.select(
        ".answer, .doctor-answer, .Answer, article, .crawler-post, .answer-card, [itemprop=topAnswer]"
    ):
        body = block.select_one(
            ".js-post-body, .user-generated-content, .Content-bodyText, .post, .answer-text, .bbWrapper"
        )
        author = block.select_one(".user-details a, .doctor-byline a, .Media-body a, [itemprop=name], .doctor-name")
        date = block.select_one("time")
        votes = block.select_one("[itemprop=upvoteCount], .thank-count")
        found.append(
            {
                "body": body.get_text("\n", strip=True) if body else None,
                "author": author.get_text(" ", strip=True) if author else None,
                "date": str(date.get("datetime")) if date else None,
                "votes": votes.get_text(strip=True) if votes else None,
            }
        )
    return found


def _read(page: bytes) -> object:
    """The records of a page; a page that stands for another one (a bot check) raises, and has none."""
    try:
        return read(Document(page))
    except UnreadableDocument:
        return None


TOOLS: dict[str, tuple[Callable[[bytes], object], float]] = {
    "extractor": (_read, 1.0),
    "lxml.html, parse alone": (lxml.html.document_fromstring, 0.4),
    "extruct, JSON-LD and microdata": (
        lambda page: extruct.extract(
            page.decode("utf-8", "replace"), syntaxes=["json-ld", "microdata"], errors="ignore"
        ),
        2.0,
    ),
    "extruct, as documented": (lambda page: extruct.extract(page.decode("utf-8", "replace"), errors="ignore"), 2.0),
    "BeautifulSoup scraper (lxml)": (with_soup, 10.0),
    "trafilatura": (lambda page: trafilatura.extract(page.decode("utf-8", "replace")), 15.0),
}
"""What is measured, and the ratio that we promise against it."""
THREADS = {"lxml.html, parse alone": 0.25, "extruct, JSON-LD and microdata": 1.0, "trafilatura": 15.0}
NONE = {"lxml.html, parse alone": 0.5, "extruct, JSON-LD and microdata": 1.0, "trafilatura": 15.0}
"""The ratios asked for on saved pages: of threads, and of a crawl's pages that are none."""


def best_times(documents: list[bytes], rounds: int) -> dict[str, float]:
    """The sum over the pages of the best time of each tool, in seconds."""
    totals = dict.fromkeys(TOOLS, 0.0)
    gc.disable()
    for page in documents:
        for name, (tool, _) in TOOLS.items():
            times = []
            for _ in range(rounds if name in ("extractor", "lxml.html, parse alone") else min(rounds, 2)):
                start = time.process_time()
                tool(page)
                times.append(time.process_time() - start)
            totals[name] += min(times)
        gc.collect()
    gc.enable()
    return totals


def main() -> None:
    """Measure and print; exit with 1 if a promise is not kept."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("rounds", nargs="?", type=int, default=7)
    arguments.add_argument("--only", choices=("fixtures", "threads", "none"))
    chosen = arguments.parse_args()
    sets = {
        "fixtures": (pages(), {}),
        "of no known site": (pages(known=False)[::4], {}),
        "threads": (saved("threads"), THREADS),
        "none": (saved("no-threads"), NONE),
    }
    failed = False
    for name, (documents, asked) in sets.items():
        if documents and chosen.only in (None, name):
            print(f"\n{name}:")
            is_missed = measure(documents, chosen.rounds, asked)
            failed |= is_missed and name != "of no known site"
    sys.exit(failed)


def measure(documents: list[bytes], rounds: int, asked: dict[str, float]) -> bool:
    """Measure and print; whether a promise, or what is `asked` in its place, is not kept."""
    size = sum(map(len, documents))
    print(f"{len(documents)} pages, {size / 1e6:.1f} MB, mean {size / len(documents) / 1e3:.0f} kB, best of {rounds}")
    totals = best_times(documents, rounds)
    own = totals["extractor"]
    failed = False
    for name, total in totals.items():
        promised = asked.get(name, TOOLS[name][1]) if name in asked or not asked else 0.0
        failed |= total / own < promised
        print(f"{name:32} {len(documents) / total:8.1f} pages/s   ratio {total / own:6.3f}   promised {promised:5.2f}")
    return failed


if __name__ == "__main__":
    main()
