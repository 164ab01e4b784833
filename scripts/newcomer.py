"""Play a newcomer: a fresh clone, an empty home, and each command of the README and the tutorial, as printed, in order.

python scripts/newcomer.py        needs Python 3.11 or newer, git, and PyPI

Each command is printed with its time; the first that fails ends the play. The command that runs the tests is left to
`.ci/run`, which runs it as printed too.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
_TESTS = "-m pytest"
_BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def steps(page: Path) -> Iterator[list[str]]:
    """What a reader types: a line of a shell, or a program in Python."""
    for language, content in _BLOCK.findall(page.read_text(encoding="utf-8")):
        if language == "python":
            yield [".venv/bin/python", "-c", content]
        else:
            yield from (["bash", "-c", line] for line in content.splitlines() if _TESTS not in line)


def play(clone: Path, home: Path) -> None:
    """Do what the pages say."""
    environment = {"HOME": str(home), "PATH": f"{clone / '.venv' / 'bin'}:{os.environ['PATH']}", "LANG": "C.UTF-8"}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    for page in ("README.md", "docs/tutorial.md"):
        print(f"\n{page}")
        if page != "README.md":  # the tutorial asks its tables by DuckDB, and writes Parquet
            subprocess.run([".venv/bin/pip", "install", "--quiet", "duckdb", ".[parquet]"], cwd=clone, check=True)
        for command in steps(clone / page):
            begin = time.monotonic()
            done = subprocess.run(command, cwd=clone, env=environment, capture_output=True, text=True, check=False)
            print(f"{time.monotonic() - begin:6.1f} s  {command[-1].strip().splitlines()[-1]}")
            if done.returncode:
                sys.exit(f"ended with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "--quiet", str(ROOT), f"{folder}/clone"], check=True)
        Path(folder, "home").mkdir()
        play(Path(folder, "clone"), Path(folder, "home"))
