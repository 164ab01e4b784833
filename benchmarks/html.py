"""HTML pages to records, one core: how fast against the bare parser and against tools that do part of the same.

    python benchmarks/html.py [ROUNDS] [--only SET]     sets: threads, none, fixtures, unknown

`threads` are saved pages of real forums, `none` pages of a crawl that are no threads, both where the folder of them is
at hand. `fixtures` are the pages under `fixtures/` with the markup of known sites (invented persons), `unknown` those
of no known site, whose posts must be found first; of each fourth one two sizes, 20 to 300 kB, with as much page
furniture around them as real forum pages have: an element to about 80 bytes.

Every tool reads each page in turn; the best of ROUNDS processor times counts, since the machine has other work; of the
slow tools the only one. Ratios above 1 mean that we are faster. extruct is called as for the two syntaxes we read, and
as its documentation calls it, for all syntaxes. The last lines hold what we promise,
set by set. Needs the extra `bench`; takes about two minutes.
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
from collections.abc import Callable, Mapping

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
_EACH = 4
"""Which of the fixtures are measured: there are hundreds, and slow tools among those that read them."""
_WORDS = "care skin scar clinic topic story photo guide price result doctor forum review local free new more".split()


def pages(*, known: bool = True) -> list[bytes]:
    """Some fixtures twice, with 30 to 200 kB more of scripts, links and teasers: of known sites, or of others."""
    paths = sorted(path for path in FIXTURES.glob("*/html*.html") if path.parent.name != "negative")
    originals = [path.read_bytes() for path in paths if (path.parent.name != "generic") == known][::_EACH]
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


_OWN, _PARSE, _EXTRUCT = "extractor", "lxml.html, parse alone", "extruct, JSON-LD and microdata"
TOOLS: dict[str, Callable[[bytes], object]] = {
    _OWN: _read,
    _PARSE: lxml.html.document_fromstring,
    _EXTRUCT: lambda page: extruct.extract(
        page.decode("utf-8", "replace"), syntaxes=["json-ld", "microdata"], errors="ignore"
    ),
    "extruct, as documented": lambda page: extruct.extract(page.decode("utf-8", "replace"), errors="ignore"),
    "BeautifulSoup scraper (lxml)": with_soup,
    "trafilatura": lambda page: trafilatura.extract(page.decode("utf-8", "replace")),
}
_QUICK = (_OWN, _PARSE, _EXTRUCT)
"""Tools that are measured in all rounds."""
_KNOWN = {_PARSE: 0.4, _EXTRUCT: 2.0, "extruct, as documented": 2.0, "BeautifulSoup scraper (lxml)": 10.0}
PROMISED: dict[str, Mapping[str, float]] = {
    "threads": {_PARSE: 0.25, _EXTRUCT: 1.0, "trafilatura": 15.0},
    "none": {_PARSE: 0.5, _EXTRUCT: 1.0, "trafilatura": 15.0},
    "fixtures": {**_KNOWN, "trafilatura": 15.0},
    "unknown": {},
}
"""The least ratios that we promise on each set."""


def best_times(documents: list[bytes], rounds: int) -> dict[str, float]:
    """The sum over the pages of the best time of each tool, in seconds."""
    totals = dict.fromkeys(TOOLS, 0.0)
    gc.disable()
    for page in documents:
        for name, tool in TOOLS.items():
            times = []
            for _ in range(rounds if name in _QUICK else 1):
                start = time.process_time()
                tool(page)
                times.append(time.process_time() - start)
            totals[name] += min(times)
        gc.collect()
    gc.enable()
    return totals


def documents_of(name: str) -> list[bytes]:
    """The pages of a set."""
    if name in ("threads", "none"):
        return saved("threads" if name == "threads" else "no-threads")
    return pages(known=name == "fixtures")


def main() -> None:
    """Measure and print; exit with 1 if a promise is not kept."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("rounds", nargs="?", type=int, default=5)
    arguments.add_argument("--only", choices=PROMISED)
    chosen = arguments.parse_args()
    said: list[str] = []
    for name in (chosen.only,) if chosen.only else PROMISED:
        if documents := documents_of(name):
            ratios = measure(name, documents, chosen.rounds)
            said += [_said(name, tool, ratios[tool], least) for tool, least in PROMISED[name].items()]
    print("", *said, sep="\n")
    sys.exit(any(line.endswith(_MISSED) for line in said))


_MISSED = "MISSED"


def _said(name: str, tool: str, ratio: float, least: float) -> str:
    return f"{name:9} {tool:32} {ratio:7.3f}   asked {least:5.2f}   {'kept' if ratio >= least else _MISSED}"


def measure(name: str, documents: list[bytes], rounds: int) -> Mapping[str, float]:
    """Measure one set and print what each tool does; how many times as long as ours each takes."""
    size = sum(map(len, documents))
    print(f"\n{name}: {len(documents)} pages, {size / 1e6:.1f} MB, mean {size / len(documents) / 1e3:.0f} kB")
    totals = best_times(documents, rounds)
    ratios = {tool: total / totals[_OWN] for tool, total in totals.items()}
    for tool, total in totals.items():
        print(f"{tool:32} {len(documents) / total:8.1f} pages/s   ratio {ratios[tool]:7.3f}", flush=True)
    return ratios


if __name__ == "__main__":
    main()
