"""Parts and Ray against a run on one machine: `python -m benchmarks.engines` from the root of the repository.

    --pages N             pages of the archive (HTML, WARC.gz)  [20000]
    --ray                 also Ray, with one processor and with two (needs: pip install ray)
    --growth N,N,...      also runs of one and two workers over so many pages of text  [none; large: 2000,20000,200000]
    --corpus DIRECTORY    where the corpora are kept between runs

Every line is a run: as `benchmarks.batch` prints them, all processes together. Below: what making parts and merging
them costs beyond a run, in processor time; how much faster two workers are than one, by the clock on the wall, which
says something on a quiet machine only.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.batch import Corpus
from benchmarks.corpus import write_parquet, write_warc
from benchmarks.watching import Run, run_extractor, watched

_ROW = "{:28} {:>8} {:>9} {:>9} {:>9} {:>8} {:>7}"
_PART_MEGABYTES = 4
_RAY = """
import sys
from pathlib import Path
import ray
from extractor.batch import BatchOptions, begin_job, extract_part, merge_parts

source, processors, temporary = sys.argv[1:]
ray.init(
    num_cpus=int(processors), object_store_memory=100 << 20, include_dashboard=False, _temp_dir=temporary,
    log_to_driver=False,
)
options = BatchOptions(formats=("jsonl", "csv"), jobs=1)
job = begin_job([source], Path("parts").resolve(), options, {part_bytes})
make = ray.remote(max_retries=5)(extract_part)
ray.get([make.remote(job, number, options) for number in range(len(job.parts))])
merge_parts(job, Path("output"), "records", options)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--growth", default="")
    parser.add_argument("--corpus", type=Path)
    chosen = parser.parse_args()
    print(f"load of the machine at the beginning: {os.getloadavg()[0]:.1f}")
    print(_ROW.format("run", "pages", "seconds", "pages/s", "CPU", "MB", "growth"))
    with tempfile.TemporaryDirectory(prefix="bench") as place:
        directory = Path(place)
        corpora = chosen.corpus or directory
        corpora.mkdir(parents=True, exist_ok=True)
        if chosen.pages:
            archive = Corpus("HTML", corpora / f"html-{chosen.pages}.warc.gz", chosen.pages, write_warc, ".html")
            measure(archive, directory, with_ray=chosen.ray)
        for pages in map(int, filter(None, chosen.growth.split(","))):
            grow(Corpus("text", corpora / f"text-{pages}.parquet", pages, write_parquet, ".txt"), directory)


def measure(corpus: Corpus, directory: Path, *, with_ray: bool) -> None:
    """An archive by a run, by parts that are merged, and by Ray."""
    corpus.make()
    one = shown("run -j 1", run_extractor(corpus.path, 1, directory))
    two = shown("run -j 2", run_extractor(corpus.path, 2, directory))
    made, merged = parts(corpus, directory)
    cost = processor(made) + processor(merged)
    print(f"part and merge / run -j 1, in processor time: {cost / processor(one):.3f}")
    print(f"run -j 2 / -j 1, by the clock on the wall: {one.seconds / two.seconds:.2f} times as fast")
    if with_ray:
        alone = shown("Ray, one processor", by_ray(corpus, directory, 1))
        both = shown("Ray, two processors", by_ray(corpus, directory, 2))
        print(f"Ray, two / one, with start and end: {alone.seconds / both.seconds:.2f} times as fast")
        print(f"Ray with two / run -j 2: {two.seconds / both.seconds:.2f} times as fast")


def parts(corpus: Corpus, directory: Path) -> tuple[Run, Run]:
    """The archive in parts, one worker, and their merging."""
    shutil.rmtree(directory / "parts", ignore_errors=True)
    shutil.rmtree(directory / "merged", ignore_errors=True)
    extractor = [sys.executable, "-m", "extractor"]
    store = str(directory / "parts")
    size = ["--part-size", str(_PART_MEGABYTES), "--format", "jsonl,csv"]
    made = watched([*extractor, "part", str(corpus.path), "--parts", store, "-j", "1", "-q", *size])
    merged = watched([*extractor, "merge", store, "-o", str(directory / "merged"), "-q"])
    manifest = next((directory / "merged").glob("*.run.json"))
    pages = json.loads(manifest.read_bytes())["counts"]["documents"]
    number = len(list((directory / "parts").glob("*.part")))
    return shown(f"part -j 1, {number} parts", replace(made, pages=pages)), shown("merge", replace(merged, pages=pages))


def by_ray(corpus: Corpus, directory: Path, processors: int) -> Run:
    """The archive in parts by Ray with so many processors, merged."""
    place = directory / f"ray{processors}"
    place.mkdir()
    program = _RAY.replace("{part_bytes}", str(_PART_MEGABYTES * 1_000_000))
    with tempfile.TemporaryDirectory(prefix="ray", dir="/tmp") as short:
        command = [sys.executable, "-c", program, str(corpus.path.resolve()), str(processors), short]
        found = watched(command, place)
    manifest = json.loads((place / "output" / "records.run.json").read_bytes())
    return replace(found, pages=manifest["counts"]["documents"])


def grow(corpus: Corpus, directory: Path) -> None:
    """A corpus by one worker and by two."""
    corpus.make()
    for jobs in (1, 2):
        shown(f"text, Parquet, -j {jobs}", run_extractor(corpus.path, jobs, directory))


def shown(name: str, run: Run) -> Run:
    """Print a line."""
    largest = max(size for of in run.memory.values() for _, size in of) / 1e6
    print(
        _ROW.format(
            name, run.pages, f"{run.seconds:.1f}", f"{run.rate:.0f}", f"{processor(run):.1f}", f"{largest:.0f}",
            f"{run.growth():.2f}",
        ),
        flush=True,
    )  # fmt: skip
    return run


def processor(run: Run) -> float:
    """Seconds of the processor, in whatever process."""
    return sum(run.cpu.values())


if __name__ == "__main__":
    main()
