"""How pages of forums are read when the facts of their engine are not known: `python -m benchmarks.engines_left_out`.

The facts of each engine are left out in turn, and its pages (fixtures, and saved pages where the folder of them is at
hand) are read by the general reader alone. A page counts as the same if its title, question, asker, and the texts and
authors of all answers are what they are with the facts; else it is flagged, or wrong without a warning, or gives no
record. Printed per engine, and for all engines left out at once, with the number of pages on which each field differs.
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
AT_EASE = frozenset(["dates", "votes"])
"""Fields in which records may differ and count as the same."""


def pages() -> Iterator[bytes]:
    """The pages of fixtures, and the saved ones."""
    yield from (path.read_bytes() for path in sorted((ROOT / "fixtures").rglob("*.html")))
    yield from (gzip.decompress(path.read_bytes()) for path in sorted(SAVED.glob("*.html.gz")))


def engine_at_work(page: bytes) -> Engine | None:
    """The engine whose markup the page has."""
    tree = Tree(parse(Document(page)).root)
    return engine_of(tree.has, Index(tree, Places(tree)).having)


def read_without(page: bytes, left_out: Sequence[Engine]) -> Sequence[QAPage]:
    """The records of a page by readers that know no sites, and not the engines that are `left_out`."""
    left = tuple(engine for engine in facts.engines() if engine not in left_out)
    with patch.object(facts, "engines", lambda: left):
        return read_html(Document(page), all_layouts()[-1:]).records


def told(records: Sequence[QAPage]) -> dict[str, Sequence[object]]:
    """What is compared of records, by field; `AT_EASE` have no part in whether a page counts as the same."""
    questions, answers = [one.question for one in records], [answer for one in records for answer in one.answers]
    return {
        "title": [one.title for one in questions],
        "question": [one.body for one in questions],
        "asker": [one.asker for one in questions],
        "number of answers": [len(answers)],
        "texts": [one.body for one in answers],
        "authors": [one.doctor and one.doctor.name for one in answers],
        "dates": [*(one.asked_at for one in questions), *(one.answered_at for one in answers)],
        "votes": [*(one.votes for one in questions), *(one.votes for one in answers)],
    }


def compared(page: bytes, left_out: Sequence[Engine]) -> tuple[str, Sequence[str]]:
    """What becomes of the page without facts, and the fields that differ."""
    records = read_without(page, left_out)
    with_facts = told(read_without(page, ()))
    differing = [name for name, value in told(records).items() if value != with_facts[name]]
    if not records:
        return "none", ()
    if AT_EASE.issuperset(differing):
        return "same", differing
    return "flagged" if any(record.warnings for record in records) else "wrong", differing


def main() -> None:
    """Print the tables."""
    by_engine: dict[Engine, list[bytes]] = defaultdict(list)
    for page in pages():
        if (engine := engine_at_work(page)) and read_without(page, ()):
            by_engine[engine].append(page)
    everything = [page for own in by_engine.values() for page in own]
    _print("left out", [*OUTCOMES, "pages"])
    for engine, own in sorted(by_engine.items(), key=lambda item: item[0].name):
        _print_outcomes(engine.name, Counter(compared(page, [engine])[0] for page in own))
    results = [compared(page, facts.engines()) for page in everything]
    _print_outcomes("all of them", Counter(outcome for outcome, _ in results))
    _print("pages that differ in", OUTCOMES[:-1])
    for name in told(()):
        counts = Counter(outcome for outcome, differing in results if name in differing)
        _print(name, [counts[one] for one in OUTCOMES[:-1]])


def _print_outcomes(name: str, counts: Counter[str]) -> None:
    _print(name, [*(counts[one] for one in OUTCOMES), counts.total()])


def _print(name: str, columns: Sequence[object]) -> None:
    print(f"{name:22} " + " ".join(f"{column:>8}" for column in columns), flush=True)


if __name__ == "__main__":
    main()
