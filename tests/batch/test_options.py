"""What is written, and by how many."""

from extractor.batch.options import BatchOptions, cores
from extractor.records.choice import LEFT_OUT, Choice


def test_there_is_a_worker_for_each_core_that_may_be_used() -> None:
    assert BatchOptions().jobs == cores() >= 1


def test_records_that_are_not_chosen_have_a_file_of_their_own() -> None:
    options = BatchOptions(formats=("csv", "jsonl"), shard_size=5, choice=Choice(only_flagged=True))
    extensions = [(one.extension, one.shards) for one in options.written()]
    assert extensions == [(".csv", True), (".jsonl", True), (LEFT_OUT, False)]
    assert [one.extension for one in BatchOptions(formats=("csv",)).written()] == [".csv"]
