"""Do the tests see a change? `python -m benchmarks.mutants [NUMBER] [MODULE...]` from the root of the repository.

So many changes are made to each module that carries the promise, one at a time and drawn with a fixed seed: a
comparison turned around, `and` for `or`, plus for minus, a number one larger, a condition negated, a returned value
left out. The tests of the module are imported once; for each change the process forks, puts the changed code into the
function that it is in, and runs the tests. Printed are the share that they see, and every change that they do not.

Some changes change nothing that a page could show, and stay unseen. In the decoder: a margin, a price or a number of
bisections that is met exactly, or not at all, since the other branch has returned; and when a number is told by those
next to it, as solving for it gives the same. In `viterbi.py`: which of two ways solves a stretch of just `SHORT` items,
as both give the same. In `known.py`: digests of nine bytes for eight. In `warc.py`: the size at which a record is
passed over, which lies above that of any page by the room for its headers, how soon a slice of nothing but broken
records is given up, and a look at two bytes for one where only the end counts. In `streams.py`: by how much at a time
is looked ahead, and by how much of a piece the next is searched again. In `one_line.py`: how often a text is split of
which the first word is taken. In `bylines.py`: which lines are tried as the place line of a byline, as what is no such
line gives none if it is tried, and `None` for `False`. In `posts/thread.py`: a share that is met exactly, a set without
a score or with few authors, which is no thread all the same, and what is taken for a comment and holds the text of a
post, as posts are then left as they were. In `boards/`: `None` for `False`; which of two blocks, or lines with days, is
looked at where all have one form; lines below the last block that could only be feet if its post had no words, and a
foot inside of a block; a line before the first of the page; a place compared by its beginning or its end; and whether
the first line of a post's words counts among the lines of its block when its title is looked for.
"""

import ast
import copy
import gc
import inspect
import os
import random
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from hypothesis import Phase, settings

SEED = 13
NUMBER = 20
ROOT = Path(__file__).parent.parent
MODULES = {
    "extractor/readers/text/grammar/decoder.py": ["tests/readers/text/grammar/test_decoder.py"],
    "extractor/readers/text/grammar/viterbi.py": ["tests/readers/text/grammar/test_decoder.py"],
    "extractor/readers/text/cutting.py": ["tests/readers/text/test_cutting.py", "tests/test_fixtures.py"],
    "extractor/readers/text/spacing.py": ["tests/readers/text/test_spacing.py", "tests/test_fixtures.py"],
    "extractor/readers/text/boards/blocks.py": ["tests/readers/text/boards/test_blocks.py"],
    "extractor/readers/text/boards/forms.py": ["tests/readers/text/boards/test_forms.py"],
    "extractor/readers/text/boards/marks.py": ["tests/readers/text/boards/test_marks.py"],
    "extractor/readers/text/boards/names.py": ["tests/readers/text/boards/test_names.py"],
    "extractor/readers/text/boards/quotes.py": ["tests/readers/text/boards/test_quotes.py"],
    "extractor/readers/text/boards/thread.py": [
        "tests/readers/text/boards/test_thread.py", "tests/readers/text/boards/test_marks.py"
    ],
    "extractor/readers/text/boards/titles.py": ["tests/readers/text/boards/test_titles.py"],
    "extractor/readers/html/posts/thread.py": ["tests/readers/html/posts/test_thread.py"],
    "extractor/readers/html/posts/rivals.py": [
        "tests/readers/html/posts/test_thread.py", "tests/readers/html/posts/test_rivals.py"
    ],
    "extractor/readers/people/bylines.py": ["tests/readers/people/test_bylines.py", "tests/test_fixtures.py"],
    "extractor/readers/people/byline_block.py": [
        "tests/readers/people/test_byline_block.py", "tests/readers/people/test_bylines.py", "tests/test_fixtures.py"
    ],
    "extractor/readers/people/one_line.py": ["tests/readers/people/test_one_line.py", "tests/test_fixtures.py"],
    "extractor/readers/people/numbers.py": ["tests/readers/people/test_numbers.py"],
    "extractor/sources/web_archives/warc.py": [
        "tests/sources/web_archives/test_warc.py", "tests/sources/web_archives/test_damaged_warc.py"
    ],
    "extractor/sources/streams.py": [
        "tests/sources/test_streams.py", "tests/sources/archives/test_members.py",
        "tests/sources/web_archives/test_warc.py", "tests/sources/web_archives/test_damaged_warc.py",
    ],
    "extractor/batch/parts/part.py": ["tests/batch/parts/test_part.py"],
    "extractor/batch/parts/merging.py": ["tests/batch/parts/test_merging.py"],
    "extractor/batch/publication.py": [
        "tests/batch/test_publication.py", "tests/batch/test_engine.py", "tests/batch/test_copies.py",
        "tests/batch/outputs/test_upload.py",
    ],
    "extractor/batch/known.py": ["tests/batch/test_known.py"],
}  # fmt: skip
"""The modules, and the tests that hold them, beside the examples in their own docstrings."""
_SECONDS = 120
_QUIETLY = ["-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change: the line and what stands there now."""

    line: int
    shown: str
    tree: ast.Module


def mutants(source: str) -> Iterator[Mutant]:
    """Every change to the functions of a module; what stands outside of them has been run before a test begins."""
    tree = ast.parse(source)
    inside = {id(node) for function in ast.walk(tree) for part in _body(function) for node in ast.walk(part)}
    for index, node in enumerate(ast.walk(tree)):
        if id(node) in inside and _change(copy.deepcopy(node)):
            changed = copy.deepcopy(tree)
            twin = next(one for number, one in enumerate(ast.walk(changed)) if number == index)
            _change(twin)
            ast.fix_missing_locations(changed)
            yield Mutant(getattr(node, "lineno", 0), ast.unparse(twin).partition("\n")[0], changed)


def _body(node: ast.AST) -> list[ast.stmt]:
    return node.body if isinstance(node, ast.FunctionDef) else []


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
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            node.value = ast.Constant(None)
        case _:
            return False
    return True


def is_seen(module: str, mutant: Mutant, tests: list[str], seconds: int = _SECONDS) -> tuple[bool, float]:
    """Whether the tests fail with this change, or do not end in so many seconds of the processor; and what they took.

    The change is tried in a child of this process.
    """
    child = os.fork()
    if not child:
        code = 1
        with suppress(BaseException):
            _be_quiet(seconds)
            _put_in(module, mutant)
            code = int(pytest.main([*_QUIETLY, "-x", *tests]))
        os._exit(code)
    _, status, usage = os.wait4(child, 0)
    return status != 0, usage.ru_utime + usage.ru_stime


def _be_quiet(seconds: int) -> None:
    """Print nothing, and end after so many seconds of work, or ten times as many in all."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    signal.alarm(_SECONDS + 10 * seconds)


def _put_in(module: str, mutant: Mutant) -> None:
    """Give every function of the module the code that it has in the mutant; whoever holds it holds the change."""
    changed = {code.co_qualname: code for code in _codes(compile(mutant.tree, str(ROOT / module), "exec"))}
    name = module.removesuffix(".py").replace("/", ".")
    for function in gc.get_objects():
        if isinstance(function, FunctionType) and function.__module__ == name:
            code = changed.get(function.__code__.co_qualname)
            if code and code.co_freevars == function.__code__.co_freevars:
                function.__code__ = code


def _codes(code: CodeType) -> Iterator[CodeType]:
    for inner in filter(inspect.iscode, code.co_consts):
        yield inner
        yield from _codes(inner)


def tried(module: str, number: int) -> tuple[int, int]:
    """Try so many changes and print those that are not seen; how many are seen, and how many were tried."""
    tests = [*MODULES[module], module]
    import_module(module.removesuffix(".py").replace("/", "."))
    with redirect_stdout(StringIO()):
        pytest.main([*_QUIETLY, "--collect-only", *tests])  # imports them
    unchanged = Mutant(0, "", ast.parse((ROOT / module).read_text(encoding="utf-8")))
    fails, took = is_seen(module, unchanged, tests)
    if fails:
        raise SystemExit(f"{' '.join(tests)} fail without a change")
    seconds = 3 + 3 * round(took)
    found = list(mutants((ROOT / module).read_text(encoding="utf-8")))
    drawn = random.Random(SEED).sample(found, min(number, len(found)))  # noqa: S311 - no secret
    unseen = [mutant for mutant in drawn if not is_seen(module, mutant, tests, seconds)[0]]
    print(f"{module}: {len(drawn) - len(unseen)} of {len(drawn)} seen", flush=True)
    for mutant in sorted(unseen, key=lambda one: one.line):
        print(f"    not seen: line {mutant.line}: {mutant.shown}", flush=True)
    return len(drawn) - len(unseen), len(drawn)


_QUICK = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, phases=[Phase.explicit, Phase.generate]
)
"""How properties are tried: a smallest example of what fails is not looked for."""


def main(number: int, *modules: str) -> None:
    """Try the changes, and print what became of them."""
    settings.register_profile("quick", _QUICK)
    os.environ["HYPOTHESIS_PROFILE"] = "quick"  # for tests/conftest.py
    sums = [tried(module, number) for module in modules or MODULES]
    print(f"{sum(seen for seen, _ in sums)} of {sum(all_ for _, all_ in sums)} seen")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBER, *sys.argv[2:])
