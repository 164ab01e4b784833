"""How many actions a corrected page takes.

    python -m benchmarks.review GOLD_DIR

Plays a person who knows the gold of the flagged pages in a folder: one action after the other, each the one that brings
the record nearest to the gold, until nothing differs; and then says that all is right.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from extractor.display import Reread, reread
from extractor.document import Document
from extractor.errors import UsageError
from extractor.evaluation.gold import gold_pages
from extractor.records import QAPage
from extractor.records.fields import FIELDS, Owner, Weight
from extractor.review.corrections import Deed, Step
from extractor.review.mending import mended

_MOST = 12
_FEW = 3
_ONWARD = ("question", "first body line", "body", "unassigned")
"""Roles that have a key for the line and all below it."""


def actions_of(page: Reread, record: QAPage, gold: QAPage) -> int | None:
    """The actions until the record is the gold one and is said to be right; None if they are too many."""
    steps: list[Step] = []
    left = distance(record, gold)
    while left and len(steps) < _MOST:
        best = min(_choices(page, record, gold, steps), default=None, key=lambda choice: choice[0])
        if best is None:
            return None
        left, step = best
        steps.append(step)
    return None if left else len(steps) + 1


def distance(record: QAPage, gold: QAPage) -> int:
    """How many main fields differ; answers too many or missing count with all that is in them."""
    size = max(len(record.answers), len(gold.answers))
    mine, theirs = dict(_values(record)), dict(_values(gold))
    differing = sum(mine.get(key) != theirs.get(key) for key in mine.keys() | theirs.keys())
    return differing + 10 * (size - min(len(record.answers), len(gold.answers)))


def _values(record: QAPage) -> Iterator[tuple[str, object]]:
    parts: list[tuple[str, Owner, object]] = [("/question", Owner.QUESTION, record.question)]
    for index, answer in enumerate(record.answers):
        parts.append((f"/answers/{index}", Owner.ANSWER, answer))
        parts.append((f"/answers/{index}/doctor", Owner.DOCTOR, answer.doctor))
    for pointer, owner, part in parts:
        for field in FIELDS:
            value = getattr(part, field.name, None)
            if field.owner is owner and field.weight is Weight.MAIN and value not in (None, ()):
                yield f"{pointer}/{field.name}", value


def _choices(page: Reread, record: QAPage, gold: QAPage, steps: list[Step]) -> Iterator[tuple[int, Step]]:
    """Every action, with how far the record would be from the gold after it."""
    known = {step.item for step in steps}
    items = page.reading.cut.items if page.reading else []
    tried = [
        Step(deed=Deed.ROLE, item=number, state=state, onward=onward)
        for number, item in enumerate(items)
        if number not in known
        for state in _right_roles(item.text, gold)
        for onward in (False, True)
        if state in _ONWARD or not onward
    ]
    now = mended(page, record.id or "", steps)[1]
    mine, theirs = dict(_values(now)), dict(_values(gold))
    for pointer in mine.keys() | theirs.keys():
        if mine.get(pointer) != theirs.get(pointer):
            value = theirs.get(pointer)
            typed = ", ".join(value) if isinstance(value, tuple) else None if value is None else str(value)
            tried.append(Step(deed=Deed.VALUE, pointer=pointer, value=typed))
    for step in tried:
        try:
            yield distance(mended(page, record.id or "", [*steps, step])[1], gold), step
        except UsageError:
            continue


def _right_roles(text: str, gold: QAPage) -> Iterator[str]:
    """What a line can be said to be, by the gold."""
    texts = [("title", gold.question.title), ("question", gold.question.body)]
    for answer in gold.answers:
        is_first = not answer.headline and (answer.body or "").startswith(text)
        texts += [("headline", answer.headline), ("first body line" if is_first else "body", answer.body)]
    found = dict.fromkeys(role for role, whole in texts if text in (whole or ""))
    yield from found or ("byline", "unassigned")


def main(folder: str) -> None:
    """Print the actions of each flagged page that has one record, as the gold has; and the medians."""
    counts: list[int] = []
    for page in gold_pages(Path(folder)):
        again = reread(Document(page.path.read_bytes(), source=page.name))
        if len(again.records) != 1 or len(page.records) != 1 or not again.records[0].warnings:
            continue
        found = actions_of(again, again.records[0], page.records[0])
        counts.append(_MOST + 1 if found is None else found)
        print(f"{found or 'more'}  {page.name}", flush=True)
    _say("flagged", counts)
    _say("flagged and wrong", [count for count in counts if count > 1])


def _say(what: str, counts: list[int]) -> None:
    if counts:
        few = sum(count <= _FEW for count in counts)
        print(f"{len(counts)} pages that are {what}: median {median(counts)} actions, at most {_FEW} on {few}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="How many actions a corrected page takes.")
    parser.add_argument("folder", metavar="GOLD_DIR")
    main(parser.parse_args().folder)
