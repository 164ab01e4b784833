"""How a damaged page is read: `python -m benchmarks.mutations` from the root of the repository.

Every page of `fixtures/` that is read rightly is damaged in one place, in each of the ways of `tests.mutations`, at
places drawn with a fixed seed. The answers that the damage does not touch (none of their lines is changed) should come
out as before, or the record should carry a warning. Printed is how many answers are still right, how many are not but
flagged, and how many are wrong in silence.
"""

import random
from collections import Counter
from collections.abc import Iterator

from extractor import Answer, QAPage, UnreadableDocument, extract_records
from extractor.evaluation.gold import GoldPage, gold_pages
from tests.mutations import MUTATIONS, text_lines
from tests.paths import FIXTURES

SEED = 20240229
PLACES = 6


def main() -> None:
    """Print a line for each way of damage, and one for all of them."""
    outcomes: dict[str, Counter[str]] = {name: Counter() for name in MUTATIONS}
    draw = random.Random(SEED)  # noqa: S311 - places, not secrets
    for page in gold_pages(FIXTURES):
        text = page.path.read_text(encoding="utf-8", errors="replace")  # pages in other encodings are left out
        if page.records and _is_right(page, text):
            for name, outcome in _damaged(text, draw):
                outcomes[name][outcome] += 1
    print(f"{'damage':8} {'answers':>8} {'right':>8} {'flagged':>8} {'silent':>8}")
    for name, counts in (*outcomes.items(), ("all", sum(outcomes.values(), Counter[str]()))):
        total = counts.total()
        print(
            f"{name:8} {total:8}" + "".join(f"{counts[kind] / total:9.2%}" for kind in ("right", "flagged", "silent"))
        )


def _is_right(page: GoldPage, text: str) -> bool:
    records = extract_records(text)
    return [_answers(record) for record in records] == [_answers(record) for record in page.records]


def _damaged(text: str, draw: random.Random) -> Iterator[tuple[str, str]]:
    """For every mutation and untouched answer of the page: the mutation, and what became of the answer."""
    lines = text.split("\n")
    places = text_lines(lines)
    extents = _extents(text)
    for name, mutate in MUTATIONS.items():
        for at, other in ((draw.choice(places), draw.choice(places)) for _ in range(PLACES)):
            touched = {at, other} if name == "swap" else {at - 1, at, at + 1, at + 2}
            found, is_flagged = _read("\n".join(mutate(lines, at, other)))
            for answer, (first, last) in extents:
                if not any(first <= line <= last for line in touched):
                    yield name, "right" if answer in found else "flagged" if is_flagged else "silent"


def _read(text: str) -> tuple[list[Answer], bool]:
    try:
        records = extract_records(text)
    except UnreadableDocument:
        return [], True
    answers = [answer for record in records for answer in _answers(record)]
    return answers, not records or any(record.warnings for record in records)


def _answers(record: QAPage) -> list[Answer]:
    """The answers, without what changes when another answer is lost or gained."""
    return [answer.model_copy(update={"position": 1, "confidence": 1.0}) for answer in record.answers]


def _extents(text: str) -> list[tuple[Answer, tuple[int, int]]]:
    """Every answer with the numbers of its first and its last line."""
    extents = []
    for record in extract_records(text, spans=True):
        for index, answer in enumerate(_answers(record)):
            places = [
                span
                for at, spans in (record.spans or {}).items()
                if at.startswith(f"/answers/{index}/")
                for span in spans
            ]
            first, last = min(start for start, _ in places), max(end for _, end in places)
            extents.append((answer, (text.count("\n", 0, first), text.count("\n", 0, last))))
    return extents


if __name__ == "__main__":
    main()
