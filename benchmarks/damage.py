"""What becomes of damaged files: `python -m benchmarks.damage [DAMAGES]` from the root of the repository.

Every kind of file that holds pages is damaged in one place, so many times (100 if not said), at places drawn with a
fixed seed: a bit flipped, a run of bytes zeroed, a run removed, the rest cut off. Printed is, per kind: how many pages
were lost and said to be, how many that the damage did not touch were lost all the same, how many trials lost a page
without a word (no failure at all), in how many nothing could be said since the file was cut between two records and
has no sign of its end, how many pages came out changed with a warning, and how many without one. Where nothing in the
file could show the change (plain JSON Lines, the content of a plain tar, what is not under the digest of a plain WARC)
the last stand apart.
"""

import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.damaged_files import PAGES, Extent, Sample, page, samples
from extractor.document import Document
from extractor.encodings import decode_document
from extractor.errors import UnreadableDocument
from extractor.records import Failure
from extractor.sources import documents

SEED = 13
_RUN = 200
_WHOLE = {page(number): number for number in range(PAGES)}


@dataclass
class Outcome:
    """What became of the pages of one damaged file."""

    lost: int = 0
    untouched_lost: int = 0
    in_silence: int = 0
    unsayable: int = 0
    """Cut between two records of a kind of file that has no sign of its end."""
    marked: int = 0
    unmarked: int = 0
    where: list[str] = field(default_factory=list)


def damaged(data: bytes, draw: random.Random) -> tuple[bytes, Extent, str]:
    """The data with damage in one place, which bytes that touched, and what it was."""
    begin = draw.randrange(len(data))
    end = min(len(data), begin + draw.randint(1, _RUN))
    match draw.choice(["flipped", "zeroed", "removed", "cut"]):
        case "flipped":
            flipped = data[begin] ^ (1 << draw.randrange(8))
            return data[:begin] + bytes([flipped]) + data[begin + 1 :], (begin, begin + 1), f"bit of {begin}"
        case "zeroed":
            return data[:begin] + bytes(end - begin) + data[end:], (begin, end), f"zeros in {begin}-{end}"
        case "removed":
            return data[:begin] + data[end:], (begin, end), f"without {begin}-{end}"
        case _:
            return data[:begin], (begin, len(data)), f"cut at {begin}"


def judge(sample: Sample, folder: Path, draw: random.Random) -> Outcome:
    """Damage a file, read it, and compare the pages."""
    data, touched, what = damaged(sample.data, draw)
    path = folder / sample.name
    path.write_bytes(data)
    found = list(documents([str(path)]))
    pages = [item for item in found if isinstance(item, Document)]
    changed = [item for item in pages if _text(item) not in _WHOLE]
    lost = set(_WHOLE.values()) - {_WHOLE[text] for text in map(_text, pages) if text in _WHOLE}
    marked = sum(map(_is_marked, changed))
    outcome = Outcome(len(lost), marked=marked, unmarked=len(changed) - marked)
    outcome.untouched_lost = sum(not _do_meet(touched, sample.extents[number]) for number in lost)
    if _is_page_gone(lost, changed) and not any(isinstance(item, Failure) for item in found):
        outcome.unsayable = int(_is_cut_between(sample, data))
        outcome.in_silence = 1 - outcome.unsayable
    if outcome.in_silence or outcome.untouched_lost or (outcome.unmarked and sample.checked):
        outcome.where.append(f"{sample.name}: {what}")
    return outcome


def _do_meet(touched: Extent, extents: Sequence[Extent]) -> bool:
    begin, end = touched
    return any(first < end and begin < last for first, last in extents)


def _is_cut_between(sample: Sample, data: bytes) -> bool:
    """Whether what is left ends where a record does, in a kind of file that says nowhere that it ends."""
    ends = {last for extents in sample.extents for _, last in extents}
    return not sample.has_end and len(data) in ends and sample.data.startswith(data)


def _is_page_gone(lost: set[int], changed: Sequence[Document]) -> bool:
    """Whether one of the lost stands not even in what came out changed: a row may be two that ran together."""
    shown = "".join(map(_text, changed))
    return any(not re.search(rf"(?i:page) {n}\.", shown) for n in lost)


def _text(item: Document) -> str:
    return item.content if isinstance(item.content, str) else item.content.decode("utf-8", "replace")


def _is_marked(item: Document) -> bool:
    try:
        decoded = decode_document(item)
        return bool(item.warnings) or decoded.repaired or decoded.has_lost_characters
    except UnreadableDocument:
        return True


def main(damages: int) -> None:
    """Print a line for each kind of file."""
    columns = f"{'pages lost':>11} {'untouched lost':>15} {'silent':>7} {'cut between':>12} {'changed, marked':>16}"
    print(f"{'file':18} {columns} unmarked")
    bad: list[str] = []
    with TemporaryDirectory() as folder:
        for sample in samples():
            draw, sums = random.Random(SEED), Counter[str]()  # noqa: S311 - places, not secrets
            for _ in range(damages):
                outcome = judge(sample, Path(folder), draw)
                sums.update({name: value for name, value in vars(outcome).items() if isinstance(value, int)})
                bad += outcome.where
            unmarked = f"{sums['unmarked']}" + ("" if sample.checked else " (no checksum)")
            print(
                f"{sample.name:18} {sums['lost']:11} {sums['untouched_lost']:15} {sums['in_silence']:7}"
                f" {sums['unsayable']:12} {sums['marked']:16} {unmarked}"
            )
    print(*bad, sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
