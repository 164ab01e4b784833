"""What is asked for on the command line is what the batch is told."""

import pytest

from extractor.batch import cores
from extractor.cli import main
from extractor.cli.options import Chosen, as_batch, format_names
from extractor.reading import read


def chosen(*arguments: str) -> Chosen:
    """The options as `extract` is called with them."""
    command = main.commands["extract"]
    return command.make_context("extract", ["page.txt", *arguments]).params  # type: ignore[return-value] # by name


@pytest.mark.parametrize(
    ("arguments", "names"),
    [([], ("json", "csv")), (["-o", "-"], ("json",)), (["--format", "csv, jsonl"], ("csv", "jsonl"))],
)
def test_formats(arguments: list[str], names: tuple[str, ...]) -> None:
    assert format_names(chosen(*arguments)) == names


def test_options_reach_the_batch() -> None:
    told = chosen("--page-memory", "3", "--page-seconds", "7", "--dedup", "first", "--include", "*.htm", "-j", "3")
    options = as_batch(told)
    assert (options.limits.memory, options.limits.seconds) == (3 << 20, 7)
    assert (options.dedup.value, options.sources.include, options.jobs) == ("first", ("*.htm",), 3)
    assert options.reader is read


def test_a_few_pages_are_read_by_as_many_as_is_said_and_many_by_every_core() -> None:
    few, many = as_batch(chosen("--spans"), 0), as_batch(chosen())
    assert (few.brief, few.jobs, many.brief, many.jobs) == (True, 0, False, cores())
    assert few.reader is not read
