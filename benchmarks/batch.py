"""The batch engine on corpora made of the fixtures: `python -m benchmarks.batch` from the root of the repository.

    --text N, --html N    pages of the corpora, 0 for none  [20000, 2000; large: 200000, 20000]
    --corpus DIRECTORY    where they are kept between runs
    --peers               also datatrove with trafilatura, and a loop over warcio with BeautifulSoup, on a slice
                          (needs: pip install datatrove faust-cchardet python-magic orjson trafilatura)

Every line is a run of the command line: pages per second, seconds of the processor in the process that writes and in
the workers, the largest resident memory of each, and by how much it grew from the second tenth of the run to the last.
Below them are ratios within this run, which are what can be compared between machines; but for those of the clock on
the wall they are of processor time, since other programs may be running.
"""

import argparse
import importlib
import io
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import lxml.html
from bs4 import BeautifulSoup
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from warcio.archiveiterator import ArchiveIterator

from benchmarks.corpus import write_directory, write_parquet, write_warc
from benchmarks.watching import Run, run_extractor
from extractor import Document, QAPage
from extractor.batch import BatchOptions, run
from extractor.reading import read

_SLICE = 500  # pages for the peers
_SAMPLE = 2000  # pages on which the reader's share is measured
_ROW = "{:16} {:>4} {:>9} {:>9} {:>8} {:>9} {:>9} {:>8} {:>8} {:>7}"


def show(name: str, jobs: int, run: Run) -> None:
    """Print a line."""
    parent, workers = run.cpu_seconds(parent=True), run.cpu_seconds(parent=False)
    sizes = f"{run.largest(parent=True):.0f}", f"{run.largest(parent=False):.0f}"
    print(
        _ROW.format(
            name, jobs, run.pages, f"{run.seconds:.1f}", f"{run.rate:.0f}", f"{parent:.1f}", f"{workers:.1f}", *sizes,
            f"{run.growth():.2f}",
        ),
        flush=True,
    )  # fmt: skip


def per_second(work: Callable[[], int]) -> float:
    """How many of what it counts `work` does in a second of the processor, in this process and those it starts."""
    begin = sum(os.times()[:4])
    return work() / (sum(os.times()[:4]) - begin)


def fastwarc_and_lxml(archive: Path) -> int:
    """The floor of reading HTML from an archive: records parsed to a tree and no more."""
    count = 0
    with archive.open("rb") as stream:
        for record in FastIterator(stream, record_types=WarcRecordType.response, parse_http=True):
            lxml.html.fromstring(record.reader.read())
            count += 1
    return count


def warcio_and_beautiful_soup(archive: Path) -> int:
    """What is written in an afternoon: title and text of every page to JSON Lines."""
    count = 0
    with archive.open("rb") as stream, tempfile.TemporaryFile("w") as out:
        for record in ArchiveIterator(stream):
            soup = BeautifulSoup(record.content_stream().read(), "lxml")
            title = soup.title.string if soup.title else None
            out.write(json.dumps({"title": title, "text": soup.get_text()}) + "\n")
            count += 1
    return count


def datatrove_and_trafilatura(archive: Path) -> int:
    """The pipeline of datatrove for Common Crawl, one task."""
    from datatrove.executor import LocalPipelineExecutor  # noqa: PLC0415 - only needed with --peers
    from datatrove.pipeline.extractors import Trafilatura  # noqa: PLC0415 - only needed with --peers
    from datatrove.pipeline.readers import WarcReader  # noqa: PLC0415 - only needed with --peers
    from datatrove.pipeline.writers import JsonlWriter  # noqa: PLC0415 - only needed with --peers

    with tempfile.TemporaryDirectory() as directory, redirect_stderr(io.StringIO()):  # it tells all about itself
        pipeline = [
            WarcReader(str(archive.parent), glob_pattern=archive.name),
            Trafilatura(timeout=10),
            JsonlWriter(f"{directory}/out"),
        ]
        LocalPipelineExecutor(pipeline=pipeline, tasks=1, logging_dir=f"{directory}/logs").run()
    return _SLICE


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages to make and to read."""

    name: str
    path: Path
    pages: int
    write: Callable[[Path, int, str], None]
    extension: str

    def make(self) -> None:
        """Write it if it is not there."""
        if self.path.exists():
            return
        part = self.path.with_name(f"part-{self.path.name}")
        shutil.rmtree(part, ignore_errors=True)
        self.write(part, self.pages, self.extension)
        part.rename(self.path)


TEXT_TABLE, HTML_ARCHIVE = "text, Parquet", "HTML, WARC.gz"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--text", type=int, default=20_000)
    parser.add_argument("--html", type=int, default=2_000)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--peers", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        corpora = list(_corpora(chosen.corpus or Path(directory), chosen.text, chosen.html))
        measure(corpora, Path(directory), with_peers=chosen.peers)


def _corpora(place: Path, text: int, html: int) -> Iterator[Corpus]:
    place.mkdir(parents=True, exist_ok=True)
    if text:
        yield Corpus("text, directory", place / f"text-{text}", text, write_directory, ".txt")
        yield Corpus(TEXT_TABLE, place / f"text-{text}.parquet", text, write_parquet, ".txt")
    if html:
        yield Corpus("HTML, directory", place / f"html-{html}", html, write_directory, ".html")
        yield Corpus(HTML_ARCHIVE, place / f"html-{html}.warc.gz", html, write_warc, ".html")


def measure(corpora: Sequence[Corpus], directory: Path, *, with_peers: bool) -> None:
    """Run everything on the corpora, which are made if they are not there."""
    print(_ROW.format(*"corpus,jobs,pages,seconds,pages/s,CPU main,CPU work,MB main,MB work,growth".split(",")))
    start = _start(directory)
    runs: dict[str, tuple[Run, Run]] = {}
    for corpus in corpora:
        corpus.make()
        runs[corpus.name] = one, two = (
            run_extractor(corpus.path, 1, directory),
            run_extractor(corpus.path, 2, directory),
        )
        show(corpus.name, 1, one)
        show(corpus.name, 2, two)
    print(f"\nto start and end: {sum(start.cpu.values()):.1f} seconds of the processor, left out below")
    for corpus in corpora:
        one, two = runs[corpus.name]
        print(f"{corpus.name}: two workers / one, by the clock on the wall: {two.rate / one.rate:.2f}")
        print(f"{corpus.name}: the process that writes / its one worker: {one.main_share(start):.3f}")
        if corpus.name in (TEXT_TABLE, HTML_ARCHIVE):
            print(f"{corpus.name}: one worker reads {one.cpu_rate(start):.0f} pages in a second of the processor")
            _show_share(corpus, directory)
        if corpus.name == HTML_ARCHIVE:
            _show_floor(corpus.path, one.cpu_rate(start))
    if with_peers:
        _show_peers(directory, start)


def _show_floor(archive: Path, ours: float) -> None:
    floor = per_second(lambda: fastwarc_and_lxml(archive))
    print(f"{HTML_ARCHIVE}: one worker {ours:.0f}/s, fastwarc and bare lxml {floor:.0f}/s: {ours / floor:.2f}")


def _start(directory: Path) -> Run:
    """A run of one page."""
    write_directory(directory / "one", 1, ".txt")
    return run_extractor(directory / "one", 1, directory)


def _show_share(corpus: Corpus, directory: Path) -> None:
    """All in one process, so that it does not matter what else the machine does."""
    sample = replace(corpus, path=directory / f"sample-{corpus.path.name}", pages=min(corpus.pages, _SAMPLE))
    sample.make()
    spent = 0.0

    def timed(document: Document) -> Sequence[QAPage]:
        nonlocal spent
        begin = time.process_time()
        try:
            return read(document)
        finally:
            spent += time.process_time() - begin

    for _ in range(2):  # the first warms up
        spent, begin = 0.0, time.process_time()
        run([str(sample.path)], directory / "share", "share", BatchOptions(("jsonl", "csv"), jobs=0, reader=timed))
    share = spent / (time.process_time() - begin)
    print(f"{corpus.name}: reading takes {share:.2f} of the whole, in one process, on {sample.pages} pages")


def _show_peers(directory: Path, start: Run) -> None:
    for module in ("datatrove.executor", "datatrove.pipeline.extractors", "trafilatura"):
        importlib.import_module(module)  # now, so that it is not counted
    path = directory / "slice.warc.gz"
    write_warc(path, _SLICE, ".html")
    ours = run_extractor(path, 1, directory, "jsonl").cpu_rate(start)
    print(f"\n{_SLICE} pages of HTML from WARC.gz to JSON Lines: extractor {ours:.0f}/s")
    for peer in (warcio_and_beautiful_soup, datatrove_and_trafilatura):
        theirs = per_second(partial(peer, path))
        print(f"{peer.__name__.replace('_', ' ')}: {theirs:.0f}/s; extractor is {ours / theirs:.1f} times as fast")


if __name__ == "__main__":
    main()
