"""The command: `python -m extractor.fit`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from extractor.fit import certainty, report, weights_file
from extractor.fit.copies import copies_of
from extractor.fit.folders import gold_option, pages_in
from extractor.fit.folds import Learner, Taught, by_family, by_group, grouped
from extractor.fit.gold_paths import Page, chains_of, is_told
from extractor.fit.reading import Numbers, scored

_PATHS = dict.fromkeys(
    (
        *("title", "question", "headline", "first", "line", "byline", "after", "before", "several"),
        *("signing", "heading", "blank", "count", "vote", "label", "close"),
    ),
    1.0,
)
_WORDS = {"thread": 0.3, "lone": 0.3, "doctor": 0.02, "asker": 0.02}
"""How far the weights of a group go from what they were (sigma): voices least, which come from many more texts."""
_BOUNDS = frozenset(
    (
        *("count.came_true", "count.most_price", "count.clear_margin"),
        *("thread.most_telling", "thread.least_asking", "thread.plain_telling"),
    )
)
"""These are of what is decided once the paths are known, or no weights."""


@click.command()
@gold_option
@click.option("--write", is_flag=True, help="Write the weights unless the report speaks against them.")
def main(folders: Sequence[Path], *, write: bool) -> None:
    """Fit the weights of the text grammar to pages whose records are known, and report what that is worth.

    The report is of pages that were not fitted to: by five folds of pages that have nothing in common, and by families
    that were left out whole. Weights by which a page is not exact any more, or more of them are wrong without a
    warning, are refused.
    """
    pages = grouped(list(_pages(folders)))
    learner, copies = _learner(pages)
    click.echo(f"{len(pages)} pages, {len(copies)} copies")
    by_folds = learner.validated([*pages, *copies], by_group)
    sure = {**_acceptance(pages), **certainty.confidence([scored(*tried) for tried in by_folds])}
    as_shipped = [scored(page, {}) for page in pages]
    left_out = [scored(page, {**numbers, **sure}) for page, numbers in by_folds[: len(pages)]]
    before = report.figures_by_family(as_shipped)
    apart = [scored(page, {**numbers, **sure}) for page, numbers in learner.validated(pages, by_family)]
    for line in (
        *report.table("pages left out, by folds", before, report.figures_by_family(left_out)),
        *report.table("families left out", before, report.figures_by_family(apart)),
        *report.reliability(left_out),
        *(f"{name} is exact now" for name, is_exact in report.changes(as_shipped, left_out).items() if is_exact),
    ):
        click.echo(line)
    refusals = list(report.refusals(as_shipped, left_out))
    for refusal in refusals:
        click.echo(f"refused: {refusal}")
    if refusals:
        raise SystemExit(1)
    if write:
        weights_file.write({**learner.fitted(), **sure})


def _acceptance(pages: Sequence[Page]) -> Numbers:
    """The weights of what a page's words tell, if they make no more mistakes than there were."""
    cases = list(certainty.cases(pages))
    priors, sigmas = weights_file.priors(), _sigmas(_WORDS)
    before, after = certainty.mistakes(cases, priors, sigmas)
    is_better = after != before and after.false <= before.false and after.refused <= before.refused
    click.echo(
        f"{len(cases)} pages without marks: false records {before.false} -> {after.false}, refused {before.refused} -> "
        f"{after.refused}; {'taken' if is_better else 'the weights of acceptance and voices stay'}"
    )
    return certainty.acceptance(cases, priors, sigmas) if is_better else {}


def _pages(folders: Iterable[Path]) -> Iterator[Page]:
    """The text pages with gold records."""
    for page in pages_in(folders):
        if page.path.suffix == ".txt":
            text = page.path.read_text(encoding="utf-8", errors="replace")
            yield Page(page.name, page.family, page.name, text, page.records)


def _learner(pages: Sequence[Page]) -> tuple[Learner, list[Page]]:
    """What learns from the pages and their copies, and the copies."""
    taught: list[Taught] = []
    for page in pages:
        taught += _taught(page) if page.records else []
    learner = Learner(taught, weights_file.priors(), _sigmas(_PATHS))
    return learner, [page for page, _ in taught if page.share < 1]


def _taught(page: Page) -> Iterator[Taught]:
    """A page and its copies with their chains, those that have a gold path."""
    chains = chains_of(page)
    best = next((chain for chain in chains if chain.gold), None)
    if best is None or not is_told(best):
        return
    yield page, chains
    for copy in copies_of(page, best):
        chains = chains_of(copy)
        if any(chain.gold and is_told(chain) for chain in chains):
            yield copy, chains


def _sigmas(groups: Numbers) -> dict[str, float]:
    """How far each weight may go."""
    names = weights_file.priors().keys() - _BOUNDS
    return {name: groups[name.partition(".")[0]] for name in names if name.partition(".")[0] in groups}


if __name__ == "__main__":
    main()
