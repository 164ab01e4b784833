"""How often threads of HTML are read rightly, by what is doubtful about them: `python -m extractor.fit.threads`.

Each page with a gold record is read as it is, and as a copy in a skin that nobody has described: the names by which its
engine is known are written in another way, so that the reader knows no engine. A page is right if all its fields are. A
share is (right + 1) / (raised + 2); one of fewer than `FEWEST` pages says nothing, and 0.5 stays in `doubts.toml`. How
good the shares are at pages they were not counted on is said by the Brier score of those without that page; beside
it stands that of the numbers in the file.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click

from extractor.document import Document
from extractor.evaluation.comparison import score_page
from extractor.evaluation.gold import GoldPage
from extractor.fit.folders import gold_option, pages_in
from extractor.readers.html.by_thread import read_thread
from extractor.readers.html.page import open_page
from extractor.readers.html.posts.doubts import KNOWN, UNKNOWN, rights, said
from extractor.readers.html.posts.engines import engines
from extractor.readers.html.rendering.utf8 import to_utf8
from extractor.reading import read
from extractor.records import QAPage
from extractor.sites import all_layouts

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
FEWEST = 10
"""Pages from which on a share is worth more than none."""


class Tried(NamedTuple):
    """One reading: of which page, what was doubtful about it (or which engine it has), and whether it was right."""

    page: str
    doubts: frozenset[str]
    is_right: bool


def other_skin(html: str) -> str:
    """The page with every sign of an engine written in another way.

    >>> other_skin('<div class="messageText" id="post_12">messageText</div>')
    '<div class="xmessageText" id="xpost_12">messageText</div>'
    """
    return _TAG.sub(lambda tag: _signs().sub(r"x\g<0>", tag[0]), html)


@cache
def _signs() -> re.Pattern[str]:
    """A sign of an engine in a tag: a whole name, or what stands before a number."""
    signs = {sign.strip("@") for engine in engines() for sign in engine.signs}
    ends = {True: "", False: r"(?=[\"'\s])"}
    forms = (re.escape(sign.strip("#").partition("#")[0]) + ends["#" in sign] for sign in signs)
    return re.compile(rf"(?<=[\"'\s=])(?:{'|'.join(sorted(forms))})")


def tried(pages: Iterable[GoldPage]) -> Iterator[Tried]:
    """Both readings of each page of HTML that gives one record, and is a thread."""
    for page in pages:
        if page.path.suffix == ".html" and len(page.records) == 1:
            html = to_utf8(Document(page.path.read_bytes()))[0].decode()
            for document in (Document(html), Document(other_skin(html))):
                thread = read_thread(open_page(document, all_layouts()))
                if thread and thread.records:
                    is_right = score_page(page.records, read(document)).is_exact
                    yield Tried(page.name, _doubts(thread.records[0]), is_right)


def _doubts(record: QAPage) -> frozenset[str]:
    """What was doubtful about a thread; if nothing was, whether its engine is known."""
    doubts = frozenset(filter(None, (said(one.message) for one in record.warnings)))
    return doubts or frozenset({UNKNOWN if record.confidence <= rights()[UNKNOWN] else KNOWN})


def shares(cases: Sequence[Tried]) -> dict[str, tuple[int, int]]:
    """For each doubt the pages that raise it, and those of them that are right."""
    names = sorted({name for case in cases for name in case.doubts})
    raised = {name: [case for case in cases if name in case.doubts] for name in names}
    return {name: (len(some), sum(case.is_right for case in some)) for name, some in raised.items()}


def fitted(cases: Sequence[Tried]) -> dict[str, float]:
    """The share of right pages of each doubt that enough pages raise."""
    counted = {name: {case.page for case in cases if name in case.doubts} for name in shares(cases)}
    return {
        name: round((right + 1) / (raised + 2), 2)
        for name, (raised, right) in shares(cases).items()
        if len(counted[name]) >= FEWEST
    }


def brier(cases: Sequence[Tried], *, left_out: bool) -> float:
    """The mean squared error of confidences: of the file's, or of those fitted to all pages but the one in question."""
    total = 0.0
    for case in cases:
        told = fitted([one for one in cases if one.page != case.page]) if left_out else {}
        total += (min(told.get(name, rights()[name]) for name in case.doubts) - case.is_right) ** 2
    return total / max(len(cases), 1)


@click.command()
@gold_option
def main(folders: Sequence[Path]) -> None:
    """Count how often threads are read rightly, by doubt; what `doubts.toml` says is to be set by hand to it."""
    cases = list(tried(pages_in(folders)))
    own = fitted(cases)
    for name, (raised, right) in shares(cases).items():
        click.echo(
            f"{name:20} raised {raised:4}  right {right:4}  file {rights()[name]:.2f}  fitted {own.get(name, '-')}"
        )
    click.echo(f"Brier score: file {brier(cases, left_out=False):.4f}, left out {brier(cases, left_out=True):.4f}")


if __name__ == "__main__":
    main()
