"""Batches: everything that some inputs hold, read by all cores, into data sets; interrupted or not.

    manifest = run(["pages/"], Path("output"), "pages", BatchOptions(formats=("json", "parquet"), jobs=8))

Worker processes import the module that the program was started from, so a script that calls `run` with workers does so
below `if __name__ == "__main__":`.
"""

from extractor.batch.account.drift import Change, changes_between
from extractor.batch.account.log import LOG, Log, load_log
from extractor.batch.account.manifest import Counts, Manifest, Output, Site, load_manifest
from extractor.batch.engine import measure, run, stream
from extractor.batch.gathering import Observer, Progress
from extractor.batch.known import MANIFEST
from extractor.batch.options import BatchOptions, Dedup, Limits, cores
from extractor.batch.parts.job import Job, begin_job, load_job
from extractor.batch.parts.merging import merge_parts, settle_parts
from extractor.batch.parts.part import extract_part
from extractor.batch.table import extract_table, output_schema

__all__ = [
    "LOG",
    "MANIFEST",
    "BatchOptions",
    "Change",
    "Counts",
    "Dedup",
    "Job",
    "Limits",
    "Log",
    "Manifest",
    "Observer",
    "Output",
    "Progress",
    "Site",
    "begin_job",
    "changes_between",
    "cores",
    "extract_part",
    "extract_table",
    "load_job",
    "load_log",
    "load_manifest",
    "measure",
    "merge_parts",
    "output_schema",
    "run",
    "settle_parts",
    "stream",
]
