"""What a threshold of confidence is worth in a corpus in which few pages are question pages.

    python benchmarks/mixed_corpus.py [--rows 20000] [--prose /usr/share]

Of the rows three in a hundred are text fixtures that are question pages, as many are fixtures that look like some and
are none, and the rest is prose of this machine: manuals, notes and documents that programs bring along, cut into pieces
of a page's size. Rows are drawn with a seed; the prose differs from machine to machine, and so do the last digits.

A record counts as right if its page is a question page, and as exact if all its fields are those of the gold record.
"""

# ruff: noqa: E402 - the search path must be mended first

import argparse
import gzip
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[0] = str(ROOT)  # it runs without being installed; in this folder an html.py would hide the standard one

from extractor.document import Document
from extractor.errors import UnreadableDocument
from extractor.evaluation.comparison import score_page
from extractor.evaluation.gold import GoldPage, gold_pages
from extractor.reading import read

SEED = 20_261_128
QUESTION_SHARE = LOOKALIKE_SHARE = 0.03
SIZES = (600, 8000)
"""Characters of a piece of prose."""
ENDINGS = (".txt", ".md", ".rst", ".pod", ".gz", "")
MOST_BYTES = 2_000_000
THRESHOLDS = (0.0, 0.5, 0.78, 0.9, 0.95, 0.98, 0.99)


class Row(NamedTuple):
    """A page of the corpus, and its gold page if it is a fixture."""

    data: bytes
    gold: GoldPage | None


class Found(NamedTuple):
    """A record: how sure, whether a warning is on it, whether its page is a question page, and whether it is exact."""

    confidence: float
    is_flagged: bool
    is_right: bool
    is_exact: bool


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--prose", type=Path, nargs="+", default=[Path("/usr/share")])
    chosen = parser.parse_args()
    rows = list(_rows(chosen.rows, chosen.prose))
    start = time.process_time()
    found = [record for row in rows for record in _found(row)]
    seconds = time.process_time() - start
    asked = sum(row.gold is not None and bool(row.gold.records) for row in rows)
    size = sum(len(row.data) for row in rows)
    print(f"{len(rows):,} rows, {asked:,} of them question pages, {size / 1e6:.0f} MB")
    print(f"{len(rows) / seconds:,.0f} rows/s, {size / seconds / 1e6:.1f} MB/s on a core\n")
    print(f"{'confidence':>10}{'unflagged':>11}{'precision':>11}{'exact':>8}{'recall':>8}")
    for threshold in THRESHOLDS:
        print(_line(threshold, [one for one in found if one.confidence >= threshold and not one.is_flagged], asked))


def _line(threshold: float, taken: Sequence[Found], asked: int) -> str:
    """How many records are taken, and the shares of right and exact ones, and of question pages with a right one."""
    right, exact = sum(one.is_right for one in taken), sum(one.is_exact for one in taken)
    number = max(1, len(taken))
    return f"{threshold:10.2f}{len(taken):11,}{right / number:11.3f}{exact / number:8.3f}{right / max(1, asked):8.3f}"


def _found(row: Row) -> Iterator[Found]:
    try:
        records = read(Document(row.data))
    except UnreadableDocument:  # some documents are none
        return
    gold = row.gold.records if row.gold else ()
    is_exact = bool(records) and score_page(gold, records).is_exact
    for record in records:
        yield Found(record.confidence, bool(record.warnings), bool(gold), is_exact)


def _rows(number: int, folders: Sequence[Path]) -> Iterator[Row]:
    """The rows, in any order."""
    draw = Random(SEED)  # noqa: S311 - a draw of pages, no secret
    fixtures = [page for page in gold_pages(ROOT / "fixtures") if page.path.suffix == ".txt"]
    for share, wanted in ((QUESTION_SHARE, True), (LOOKALIKE_SHARE, False)):
        members = [page for page in fixtures if bool(page.records) == wanted]
        for page in _drawn(members, round(number * share), draw):
            yield Row(page.path.read_bytes(), page)
    pieces = list(_pieces(folders, draw))
    rest = number - 2 * round(number * QUESTION_SHARE)
    for piece in draw.sample(pieces, min(rest, len(pieces))):
        yield Row(piece, None)


def _drawn(pages: Sequence[GoldPage], number: int, draw: Random) -> list[GoldPage]:
    """So many of the pages; each once more before any is there twice more."""
    whole, rest = divmod(number, len(pages))
    return [*pages] * whole + draw.sample(pages, rest)


def _pieces(folders: Sequence[Path], draw: Random) -> Iterator[bytes]:
    """Pieces of the documents below folders, each from the beginning of a line."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            text = _text(path) if path.suffix in ENDINGS else ""
            at = 0
            while at < len(text):
                end = text.find("\n", at + draw.randint(*SIZES))
                piece = text[at : end if end > 0 else len(text)]
                if len(piece) >= SIZES[0]:
                    yield piece.encode()
                at += len(piece) + 1


def _text(path: Path) -> str:
    """The text of a document; none if it is none, or larger than documents are."""
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            return ""
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    except (OSError, EOFError, UnicodeDecodeError):
        return ""


if __name__ == "__main__":
    main()
