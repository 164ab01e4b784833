"""A person settles what a run doubts: a queue of pages, corrections kept at every key, and what they say of the run."""

from extractor.review.corrections import CORRECTIONS, corrected
from extractor.review.desk import Desk, open_desk

__all__ = ["CORRECTIONS", "Desk", "corrected", "open_desk"]
