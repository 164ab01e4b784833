"""Do the tests see a change? `python -m benchmarks.mutants NUMBER MODULE.py TEST...` from the root of the repository.

So many changes are made to a module, one at a time and drawn with a fixed seed: a comparison turned around, `and` for
`or`, plus for minus, a number one larger, a condition negated, a returned value left out. Each is tried in a copy of
the package against the tests; printed are the share that the tests see, and every change that they do not.
"""

import ast
import copy
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

SEED = 13
ROOT = Path(__file__).parent.parent
_SECONDS = 300
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


def mutants(tree: ast.Module) -> Iterator[tuple[int, ast.Module]]:
    """Every change to the module, with the line that it is on."""
    for index, node in enumerate(ast.walk(tree)):
        changed = copy.deepcopy(tree)
        twin = next(one for number, one in enumerate(ast.walk(changed)) if number == index)
        if _change(twin):
            yield getattr(node, "lineno", 0), changed


def _change(node: ast.AST) -> bool:
    match node:
        case ast.Compare(ops=[op, *_]) if type(op) in _TURNED:
            node.ops[0] = _TURNED[type(op)]()
        case ast.BoolOp():
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            node.op = ast.Sub() if isinstance(node.op, ast.Add) else ast.Add()
        case ast.Constant(value=int() as value) if not isinstance(value, bool):
            node.value = value + 1
        case ast.If():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.Return(value=ast.expr()):
            node.value = ast.Constant(None)
        case _:
            return False
    return True


def is_seen(copied: Path, module: str, source: str, tests: list[str]) -> bool:
    """Whether the tests fail, or do not end, with this source of the module."""
    (copied / module).write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    environment = os.environ | {"PYTHONPATH": str(copied)}
    try:
        done = subprocess.run(command, cwd=copied, env=environment, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - our own command
    except subprocess.TimeoutExpired:
        return True
    return done.returncode != 0


def main(number: int, module: str, tests: list[str]) -> None:
    """Try the changes, and print what became of them."""
    found = list(mutants(ast.parse((ROOT / module).read_text(encoding="utf-8"))))
    drawn = random.Random(SEED).sample(found, min(number, len(found)))  # noqa: S311 - no secret
    with TemporaryDirectory() as folder:
        copied = Path(folder, "copy")
        shutil.copytree(ROOT, copied, ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", "output"))
        unseen = [
            line
            for line, tree in drawn
            if not is_seen(copied, module, ast.unparse(ast.fix_missing_locations(tree)), tests)
        ]
    print(f"{module}: {len(drawn) - len(unseen)} of {len(drawn)} seen")
    for line in sorted(unseen):
        print(f"not seen: a change in line {line}")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
