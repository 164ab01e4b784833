"""Runs that are over: their files read back, and their records proved against what they were made of."""

from extractor.runs.outputs import RECORD_ENDINGS, Claim, claims_in, records_in
from extractor.runs.proving import Proof, Verdict, prove
from extractor.runs.run import Run, open_run

__all__ = ["RECORD_ENDINGS", "Claim", "Proof", "Run", "Verdict", "claims_in", "open_run", "prove", "records_in"]
