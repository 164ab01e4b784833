"""How pages of forums are read when the facts of their engine are not known: `python -m benchmarks.engines_left_out`.

The facts of each engine are left out in turn, and its pages (fixtures, and saved pages where the folder of them is at
hand) are read by the general reader alone. A page counts as the same if its title, question, asker, and the texts and
authors of all answers are what they are with the facts; else it is flagged, or wrong without a warning, or gives no
record. Printed per engine, and for all engines left out at once.
"""

import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest.mock import patch

from extractor.document import Document
from extractor.readers.html.posts import engines as facts
from extractor.readers.html.posts.engines import Engine, engine_of
from extractor.readers.html.posts.groups import Index
from extractor.readers.html.posts.places import Places
from extractor.readers.html.posts.tree import Tree
from extractor.readers.html.reader import read_html
from extractor.readers.html.rendering.parse import parse
from extractor.records import QAPage
from extractor.sites import all_layouts

ROOT = Path(__file__).resolve().parent.parent
SAVED = ROOT.parent / "shared" / "pages-html" / "threads"
OUTCOMES = ("same", "flagged", "wrong", "none")


def pages() -> Iterator[bytes]:
    """The pages of fixtures, and the saved ones."""
    yield from (path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*.html")))
    yield from (gzip.decompress(path.read_bytes()) for path in sorted(SAVED.glob("*.html.gz")))


def engine_at_work(page: bytes) -> Engine | None:
    """The engine whose markup the page has."""
    tree = Tree(parse(Document(page)).root)
    return engine_of(Index(tree, Places(tree)).by_token)


def read_without(page: bytes, left_out: Sequence[Engine]) -> Sequence[QAPage]:
    """The records of a page by readers that know no sites, and not the engines that are `left_out`."""
    left = tuple(engine for engine in facts.engines() if engine not in left_out)
    with patch.object(facts, "engines", lambda: left):
        return read_html(Document(page), all_layouts()[-1:]).records


def told(records: Sequence[QAPage]) -> object:
    """What is compared of records."""
    return [
        (
            (one.question.title, one.question.body, one.question.asker),
            [(answer.body, answer.doctor and answer.doctor.name) for answer in one.answers],
        )
        for one in records
    ]


def outcome(page: bytes, left_out: Sequence[Engine]) -> str:
    """What becomes of the page without facts."""
    records = read_without(page, left_out)
    if not records:
        return "none"
    if told(records) == told(read_without(page, ())):
        return "same"
    return "flagged" if any(record.warnings for record in records) else "wrong"


def main() -> None:
    """Print the table."""
    by_engine: dict[Engine, list[bytes]] = defaultdict(list)
    for page in pages():
        if (engine := engine_at_work(page)) and read_without(page, ()):
            by_engine[engine].append(page)
    print(f"{'left out':22} {'pages':>5} " + " ".join(f"{name:>8}" for name in OUTCOMES))
    for engine, own in sorted(by_engine.items(), key=lambda item: item[0].name):
        _print(engine.name, Counter(outcome(page, [engine]) for page in own))
    everything = [page for own in by_engine.values() for page in own]
    _print("all of them", Counter(outcome(page, facts.engines()) for page in everything))


def _print(name: str, counts: Counter[str]) -> None:
    print(f"{name:22} {counts.total():5} " + " ".join(f"{counts[one]:8}" for one in OUTCOMES), flush=True)


if __name__ == "__main__":
    main()
