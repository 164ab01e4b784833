"""How long the report of a large run takes, how large it is, and how soon a browser shows it.

    python -m benchmarks.report DIRECTORY [--pages 100000]

Makes a corpus of pages varied from the fixtures in DIRECTORY and a run over it, unless they are there, and then the
report, by the command as a user calls it. Seconds are those of the clock; what the browser takes is from asking for the
file to the end of its load event, and to the first page beside its record being drawn.
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.corpus import write_parquet
from extractor.batch import load_manifest
from tests.browser import browser_page

_DRAWN = "() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"


def main() -> None:
    """Make the report and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--pages", type=int, default=100_000)
    chosen = parser.parse_args()
    manifest = _run(chosen.directory, chosen.pages)
    begin = time.perf_counter()
    _extractor("report", str(manifest))
    seconds = time.perf_counter() - begin
    report = manifest.with_name("corpus.report.html")
    counts = load_manifest(manifest).counts
    print(f"{counts.records:,} records, {counts.answers:,} answers, {counts.flagged:,} with warnings")
    print(f"written in {seconds:.1f} s, {report.stat().st_size / 1e6:.1f} MB")
    with browser_page(report.as_uri()) as page:
        loaded = page.evaluate("() => performance.getEntriesByType('navigation')[0].loadEventEnd")
        begin = time.perf_counter()
        page.reload()
        page.evaluate(_DRAWN)
        print(f"opened in {loaded / 1000:.1f} s, again and drawn in {time.perf_counter() - begin:.1f} s")


def _run(directory: Path, pages: int) -> Path:
    directory.mkdir(parents=True, exist_ok=True)
    corpus, manifest = directory / "corpus.parquet", directory / "out" / "corpus.run.json"
    if not manifest.exists():
        write_parquet(corpus, pages, ".txt")
        _extractor(str(corpus), "-o", str(manifest.parent), "--format", "jsonl", "--log", "-q")
    return manifest


def _extractor(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "extractor", *arguments], check=True)  # noqa: S603 - our own words


if __name__ == "__main__":
    main()
