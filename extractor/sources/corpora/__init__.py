"""Corpora: pages as rows of JSON Lines and Parquet, in columns found by name."""
