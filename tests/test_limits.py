"""What a page may take is counted from what the process has; what a library reserves for itself does not count."""

import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractor.limits import CAN_LIMIT_MEMORY
from tests.paths import ROOT

pytestmark = pytest.mark.skipif(not CAN_LIMIT_MEMORY, reason="this system has no limits of memory")

_AROUND_A_GIGABYTE = """
import os, sys
import pyarrow, pyarrow.parquet
from extractor.limits import limited_memory
from extractor.sources import Input, SourceOptions, slices
for quarters in range(-4, 28, 2):  # of a megabyte beyond the gigabyte that Arrow reserves when it is first used
    if not (child := os.fork()):
        with limited_memory((1 << 30) + (quarters << 18)):
            found = list(slices(Input(sys.argv[1]), SourceOptions()))
        os._exit([type(piece).__name__ for piece in found] != ["Rows"])
    print(os.waitpid(child, 0)[1])
"""
_BESIDES = """
from extractor.limits import limited_memory, uncounted_memory
with limited_memory(64 << 20):
    with uncounted_memory():
        held = bytearray(256 << 20)
    print(len(bytearray(32 << 20)))
    try:
        bytearray(128 << 20)
    except MemoryError:
        print("no more")
print(len(bytearray(128 << 20)))
"""


def output(program: str, *arguments: str) -> list[str]:
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.split("\n")[:-1]


def test_a_small_table_can_be_read_with_any_memory(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["Why?"]}), tmp_path / "pages.parquet")
    assert output(_AROUND_A_GIGABYTE, str(tmp_path / "pages.parquet")) == ["0"] * 16


def test_the_limit_is_put_up_by_what_came_while_it_was_lifted() -> None:
    assert output(_BESIDES) == [str(32 << 20), "no more", str(128 << 20)]
