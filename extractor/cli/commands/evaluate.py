"""`extractor evaluate`: records against gold, and the quality gate."""

import json
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from extractor.cli.console import standard_output
from extractor.cli.options import layout_option

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from extractor.evaluation.comparison import PageScore
    from extractor.evaluation.gold import GoldPage
    from extractor.evaluation.scores import Evaluation
    from extractor.layout import Layout


@click.command()
@click.argument("gold_dir", type=click.Path(exists=True, file_okay=False, path_type=Path))
@layout_option
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--errors", default=0, type=click.IntRange(0), metavar="N", help="Print the first N differences.")
@click.option("--gate", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Fail below its floors.")
@click.option("--raise-floors", is_flag=True, help="Write the figures into the gate file as the new floors.")
@click.option("--allow-lower", metavar="REASON", help="Let --raise-floors lower floors as well; the reason is kept.")
def evaluate(
    gold_dir: Path,
    *,
    layout: tuple[Path, ...],
    as_json: bool,
    errors: int,
    gate: Path | None,
    raise_floors: bool,
    allow_lower: str | None,
) -> None:
    """Compare the records of the pages in GOLD_DIR with the gold beside them.

    Gold is NAME.json beside the page NAME.txt, anywhere below GOLD_DIR: a record or an array of records. Of pages in a
    folder called `negative` no record is expected. Exit code 1: a figure is below its floor, or the set has changed.
    """
    if (raise_floors or allow_lower) and not (gate and raise_floors):
        raise click.UsageError("--raise-floors takes the file of floors, --gate FILE; --allow-lower takes both")
    from extractor.evaluation.gold import digest_pages, gold_pages
    from extractor.evaluation.scores import evaluate_families
    from extractor.sites import layout_file, layout_in

    pages = gold_pages(gold_dir)
    scores = _scores(pages, [layout_in(layout_file(path)) for path in layout])
    evaluations = evaluate_families(scores)
    with standard_output() as out:
        _print_evaluations(evaluations, out, as_json=as_json)
        out.writelines(f"{line}\n" for line in [line for score in scores for line in score.differences][:errors])
    if gate and not _pass_gate(gate, evaluations, digest_pages(pages), raise_floors=raise_floors, reason=allow_lower):
        sys.exit(1)


def _scores(pages: "Iterable[GoldPage]", layouts: "Sequence[Layout]") -> "list[PageScore]":
    """What reading the pages gives, against their gold."""
    from extractor.api import extract_all
    from extractor.evaluation.comparison import score_page
    from extractor.records import QAPage

    scores = []
    for page in pages:
        found = [result for result in extract_all([page.path], layouts=layouts) if isinstance(result, QAPage)]
        scores.append(score_page(page.records, found, page.name, page.family))
    return scores


def _print_evaluations(evaluations: "dict[str, Evaluation]", out: IO[str], *, as_json: bool) -> None:
    if as_json:
        json.dump({family: one.model_dump(mode="json") for family, one in evaluations.items()}, out, indent=2)
        out.write("\n")
        return
    from extractor.cli.console import console
    from extractor.cli.tables import show_evaluations

    show_evaluations(evaluations, console(out))


def _pass_gate(
    path: Path, evaluations: "dict[str, Evaluation]", digest: str, *, raise_floors: bool, reason: str | None
) -> bool:
    """Check the floors, or raise them; whether the gate opens."""
    from extractor.evaluation import gate as floors
    from extractor.files import whole_file

    gate, measured = floors.load(path), floors.figures(evaluations)
    if raise_floors:
        with whole_file(path, "--gate") as stream:
            stream.write(floors.gate_text(floors.raised(gate, measured, digest, reason)))
        return True
    faults = floors.faults(gate, measured, digest)
    click.echo(
        "\n".join(f"{path}: {fault}" for fault in faults or ["all figures are at their floors or above"]), err=True
    )
    return not faults
