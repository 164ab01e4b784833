"""Which patterns take more than linear time: `python -m benchmarks.patterns` from the root of the repository.

Every pattern of the program, also those that a layout's marks and the word lists are made into, is tried as the program
uses it (searched for, or matched at a beginning) on strings made from it: what stands before one of its repeats, then
what the repeat takes, many times, then a sign on which it fails. Printed are those that take far more than so many
times as long for so many times the string.
"""

import importlib
import inspect
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined] # how `re` itself sees a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import extractor
from extractor.readers.text.matcher import Matcher
from extractor.sites import all_layouts

Pattern = re.Pattern[str] | re.Pattern[bytes]
Use = Callable[[Any], object]
_Tree = Iterable[tuple[object, Any]]

_SIZES = (250, 2_000, 16_000)
"""Of the strings, each eight times the one before; the last tells what grows without end from what looks far ahead."""
_GROWTH, _CLEAR_GROWTH = 24, 128
"""Of the time from one to the next: linear is 8, quadratic 64, cubic 512."""
_QUICK = 0.0005
"""Seconds of the processor below which nothing is slow; ten times as many where the text has a bound."""
_ENOUGH = 0.05
"""Seconds above which once is enough to tell."""
_TRIES = 5
_END = "\x01"
_MODULES = [name for _, name, _ in pkgutil.walk_packages(extractor.__path__, "extractor.") if "__main__" not in name]
_CALL = re.compile(r"(?:\b(\w+)\.)?\b(\w+)(?:\[\w+\]|\(\)(?:\[[\w\"]+\])?)?\.(\w+)\b")
_CALLS = {
    (name, *call)
    for name in _MODULES
    for call in _CALL.findall(Path(importlib.import_module(name).__file__ or "").read_text(encoding="utf-8"))
}
"""Module, the owner of a name if it has one, the name, and the method of it that is called there."""
_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_MANY = 12
"""A repeat that may take more than this is drawn out."""
_CATEGORIES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " ",
    codes.CATEGORY_WORD: "a",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: ".",
}
_ANYTHING = " a1.\n\t-,:(<\"'&A/"
"""What stands for a set that says only what is not in it."""


_BOUNDED = {
    "extractor.readers.people.": 120,  # `MAX_BYLINE_LINE`, `MAX_ASIDE`, and the 80 characters of a number
    "extractor.readers.text.doubts.suspects.": 90,  # `_MAX_FRAGMENT`
    "extractor.report.charts.": 0,  # only what Matplotlib draws for us
}
"""Characters above which what stands in a module is not looked at, or is not made by others."""


def patterns() -> Iterator[tuple[str, Pattern, str]]:
    """The patterns of the package, the name under which each stands, and the method that is called."""
    places: dict[Pattern, list[tuple[str, str]]] = defaultdict(list)
    for module in _MODULES:
        for name, value in list(vars(importlib.import_module(module)).items()):
            for pattern in _held(value):
                places[pattern].append((module, name))
    for pattern, where in places.items():
        yield ".".join(where[0]), pattern, _method(where)
    for layout in all_layouts():
        for name, pattern in vars(Matcher(layout.marks)).items():
            if isinstance(pattern, re.Pattern):
                yield f"{layout.name}.{name}", pattern, "search" if name == "_line_pattern" else "match"


def _held(value: Any) -> Iterator[Pattern]:  # noqa: ANN401 - whatever stands in a module
    """The patterns that a value is, holds, or is made to by a function without parameters that remembers."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping):
        yield from _held(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _held(one)
    elif hasattr(value, "cache_info") and inspect.unwrap(value).__annotations__.keys() == {"return"}:
        yield from _held(value())


def _method(where: Iterable[tuple[str, str]]) -> str:
    """How a pattern is used: only from a beginning, or at any place too, which takes the longer."""
    used = {
        method
        for module, name in where
        for caller, owner, called, method in _CALLS
        if called == name and (owner == module.rpartition(".")[2] or (caller, owner) == (module, ""))
    } - {"pattern"}
    return next(iter(used)) if used in ({"match"}, {"fullmatch"}) else "search"


def strings(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """What to begin with, and what to repeat, to make strings on which a pattern may take its time."""
    text = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = parser.parse(text, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags)
    for before, repeated, behind in dict.fromkeys(_repeats(tree, "", "")):
        yield before, repeated
        yield "", before + repeated
        if behind:
            yield before, repeated + behind
            yield before, behind


def _repeats(tree: _Tree, before: str, behind: str) -> Iterator[tuple[str, str, str]]:
    """Every repeat that may take many: an example of what stands before it, of what it takes, of what follows."""
    nodes = list(tree)
    for index, (operation, value) in enumerate(nodes):
        rest = _example(nodes[index + 1 :]) + behind
        if operation in _REPEATS:
            _, most, inner = value
            if most > _MANY:
                yield before, _example(inner), rest
                yield from ((before, one, rest) for one in _examples(inner))
            yield from _repeats(inner, before, rest)
        elif operation is codes.BRANCH:
            for branch in value[1]:
                yield from _repeats(branch, before, rest)
        elif operation in (codes.SUBPATTERN, codes.ASSERT, codes.ATOMIC_GROUP):
            inner = value if operation is codes.ATOMIC_GROUP else value[-1]
            yield from _repeats(inner, before, rest)
        before += _example([(operation, value)])


def _examples(tree: _Tree) -> Iterator[str]:
    """Several examples of what may be repeated, where it is one sign or one of several wordings."""
    nodes = list(tree)
    if len(nodes) == 1 and nodes[0][0] is codes.IN:
        yield from _members(nodes[0][1])[:6]
    elif len(nodes) == 1 and nodes[0][0] is codes.BRANCH:
        yield from map(_example, nodes[0][1][1])


def _example(tree: _Tree) -> str:
    """A string that fits, as short as the repeats allow, or nearly so."""
    return "".join(_of(operation, value) for operation, value in tree)


def _of(operation: object, value: Any) -> str:  # noqa: ANN401 - a node of `re`'s own tree
    match operation:
        case codes.LITERAL:
            made = chr(value)
        case codes.NOT_LITERAL | codes.ANY:
            made = next(sign for sign in _ANYTHING if ord(sign) != value)
        case codes.IN:
            made = _members(value)[0]
        case codes.BRANCH:
            made = _example(value[1][0])
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            made = _example(value[2]) * value[0]
        case codes.SUBPATTERN:
            made = _example(value[-1])
        case codes.ATOMIC_GROUP:
            made = _example(value)
        case _:  # what looks around takes nothing
            made = ""
    return made


def _members(items: list[tuple[object, Any]]) -> list[str]:
    """Signs of a set."""
    signs = [
        chr(value) if operation is codes.LITERAL else chr(value[0]) if operation is codes.RANGE else _CATEGORIES[value]
        for operation, value in items
        if operation in (codes.LITERAL, codes.RANGE, codes.CATEGORY)
    ]
    if items[0][0] is codes.NEGATE:
        return [sign for sign in _ANYTHING if sign not in signs]
    return signs


def seconds(use: Use, text: str | bytes) -> float:
    """The least processor time of three tries."""
    tries = []
    for _ in range(3):
        begin = time.process_time()
        use(text)
        tries.append(time.process_time() - begin)
        if not _QUICK < tries[-1] < _ENOUGH:
            break
    return min(tries)


def slow(name: str, pattern: Pattern, method: str) -> Iterator[tuple[str, float]]:
    """The strings, by what is repeated in them, for which the time grows far more than the string; and by how much."""
    use = getattr(pattern, method)
    longest = next((size for begin, size in _BOUNDED.items() if name.startswith(begin)), None)
    sizes, quick = (_SIZES, _QUICK) if longest is None else ((longest // 8, longest), 10 * _QUICK)
    for before, repeated in strings(pattern):
        growth = 0.0
        texts = [_text(pattern, before, repeated, size) for size in sizes] if repeated else []
        for short, long in pairwise(texts):
            growth = _growth(use, short, long, quick)
            if not _GROWTH < growth < _CLEAR_GROWTH:
                break
        if growth > _GROWTH:
            yield before + repeated, growth


def _growth(use: Use, short: str | bytes, long: str | bytes, quick: float) -> float:
    """How many times as long the longer string takes: the least of some tries, as what else runs can only add."""
    growth = float("inf")
    for _ in range(_TRIES):
        second = seconds(use, long)
        growth = min(growth, second / seconds(use, short)) if second > quick else 0.0
        if growth <= _GROWTH:
            break
    return growth


def _text(pattern: Pattern, before: str, repeated: str, size: int) -> str | bytes:
    text = before + repeated * (size // len(repeated)) + _END
    return text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")


def main() -> None:
    """Print a line for each pattern that is slow."""
    tried = list(patterns())
    for name, pattern, method in tried:
        if found := next(slow(name, pattern, method), None):
            print(f"{name:60} {method:9} {found[0][:40]!r:44} {found[1]:4.0f} times", flush=True)
    print(f"{len(tried)} patterns tried")


if __name__ == "__main__":
    main()
