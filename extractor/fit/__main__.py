"""The command: `python -m extractor.fit`."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from extractor.evaluation.gold import gold_pages
from extractor.evaluation.scores import ALL
from extractor.fit import certainty, report, weights_file
from extractor.fit.copies import copies_of
from extractor.fit.folds import Learner, Taught, by_family, by_group, grouped
from extractor.fit.gold_paths import Page, chains_of, is_lone_answer
from extractor.fit.reading import Outcome, outcome, weights_with

_GRAMMAR_SIGMA, _WORDS_SIGMA, _VOICE_SIGMA = 1.0, 1.0, 0.1
"""How far weights may go from what they were: of paths, of pages by their words, and of voices, which come from many more
texts than are here."""
_GRAMMAR = frozenset(
    "title question headline first line byline after before several signing heading blank vote label close".split()
)
_NO_WEIGHTS = frozenset(
    "count.came_true count.most_price count.clear_margin thread.most_telling thread.least_asking thread.plain_telling".split()
)
"""Bounds, and what is decided after the paths are known."""
_SIGMAS = (
    {"count": _GRAMMAR_SIGMA, "thread": _WORDS_SIGMA, "lone": _WORDS_SIGMA}
    | dict.fromkeys(("doctor", "asker"), _VOICE_SIGMA)
    | dict.fromkeys(_GRAMMAR, _GRAMMAR_SIGMA)
)


@click.command()
@click.option(
    "--gold",
    "folders",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=["fixtures"],
    show_default=True,
    help="A folder of pages with their records; may be given again.",
)
@click.option("--write", is_flag=True, help="Write the weights unless the report speaks against them.")
def main(folders: Sequence[Path], *, write: bool) -> None:
    """Fit the weights of the text grammar to pages whose records are known, and report what that is worth.

    The report is of pages that were not fitted to: by five folds of pages that have nothing in common, and by families
    that were left out whole. Weights that lose a page of a family, or are wrong without a warning more often, are
    refused.
    """
    pages = grouped(list(_pages(folders)))
    learner, copies = _learner(pages)
    click.echo(f"{len(pages)} pages, {len(copies)} copies")
    before = [outcome(page, weights_with({})) for page in pages]
    unsure = learner.validated([*pages, *copies], by_group, {})
    sure = certainty.confidence(unsure)
    after = learner.validated(pages, by_group, sure)
    apart = learner.validated(pages, by_family, sure)
    refusals = list(_report(before, after, apart))
    for refusal in refusals:
        click.echo(f"refused: {refusal}")
    if write and not refusals:
        weights_file.write({**learner.fitted(), **sure})
    if refusals:
        raise SystemExit(1)


def _pages(folders: Iterable[Path]) -> Iterator[Page]:
    """The text pages with gold records."""
    for folder in folders:
        for page in gold_pages(folder):
            if page.path.suffix == ".txt":
                text = page.path.read_text(encoding="utf-8", errors="replace")
                yield Page(page.name, page.family, page.name, text, page.records)


def _learner(pages: Sequence[Page]) -> tuple[Learner, list[Page]]:
    """What learns from the pages and their copies, and the copies."""
    taught: list[Taught] = []
    for page in pages:
        taught += _taught(page) if page.records else []
    learner = Learner(taught, pages, weights_file.priors(), _sigmas())
    return learner, [page for page, _ in taught if page.share < 1]


def _taught(page: Page) -> Iterator[Taught]:
    """A page and its copies with their chains, those that have a gold path."""
    chains = chains_of(page)
    best = next((chain for chain in chains if chain.gold), None)
    if best is None or (is_lone_answer(page) and not best.read.page.hits):
        return
    yield page, chains
    for copy in copies_of(page, best):
        chains = chains_of(copy)
        if any(chain.gold for chain in chains):
            yield copy, chains


def _sigmas() -> dict[str, float]:
    """How far each weight may go; one that is no weight stays."""
    sigmas = {name: _SIGMAS.get(name.partition(".")[0], 0.0) for name in weights_file.priors()}
    return sigmas | dict.fromkeys(_NO_WEIGHTS, 0.0)


def _report(before: Sequence[Outcome], after: Sequence[Outcome], apart: Sequence[Outcome]) -> Iterator[str]:
    """Print what pages gave before and give after; yield what speaks against it."""
    old, new = report.figures(before), report.figures(after)
    for line in report.table("pages left out, by folds", old, new):
        click.echo(line)
    for line in report.table("families left out", old, report.figures(apart)):
        click.echo(line)
    for line in report.reliability(new[ALL]):
        click.echo(line)
    yield from report.refusals(old, new)


if __name__ == "__main__":
    main()
