"""Compressed text is the text once it is unpacked."""

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.sinks.data_sets import PAGES, written


@pytest.mark.parametrize(
    ("extension", "decompress"),
    [
        ("gz", gzip.decompress),
        ("bz2", bz2.decompress),
        ("xz", lzma.decompress),
        ("zst", lambda data: zstandard.ZstdDecompressor().stream_reader(data).read()),
    ],
)
@pytest.mark.parametrize("base", ["json", "jsonl", "csv"])
def test_compressed_text(tmp_path: Path, base: str, extension: str, decompress: Callable[[bytes], bytes]) -> None:
    plain, compressed = written(tmp_path, base, PAGES), written(tmp_path, f"{base}.{extension}", PAGES)
    assert compressed.name == f"records.{base}.{extension}"
    assert decompress(compressed.read_bytes()) == plain.read_bytes()
