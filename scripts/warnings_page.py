"""Make docs/warnings.md: every warning, every bound of a confidence and every reason of a failure, from the code.

python scripts/warnings_page.py
"""

import ast
import inspect
import tomllib
from collections.abc import Callable, Iterator
from enum import StrEnum
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from extractor import errors
from extractor.errors import Reason
from extractor.readers.html import posts
from extractor.records import Warning, WarningCode, doubt, models  # noqa: A004 - the word of the record

PAGE = Path(__file__).parent.parent / "docs" / "warnings.md"
_EXAMPLES: dict[str, object] = {
    "answer": 2,
    "data": "4.2",
    "declared": 6,
    "error": "Expecting ',' delimiter",
    "found": 5,
    "line": 12,
    "name": "rating",
    "number": 1,
    "own": "4.8",
    "readings": ("headline", "may be body"),
    "span": (300_000, 421_337),
    "text": "4,9,1",
    "title": "How long does it take?",
    "shown": "Ã©",
    "why": "Excessive depth in document",
}
"""A value for each parameter of the functions that make warnings."""


def page() -> str:
    """The text of docs/warnings.md."""
    return "\n".join([*_lines(), ""])


def _lines() -> Iterator[str]:
    yield from ("# What can be wrong with a record", "")
    yield "This page is made from the code by `python scripts/warnings_page.py`."
    yield from ("", "## Warnings of a record", "")
    yield "A record with a warning is worth a look. Its confidence is bounded; `line` and `span` say where to look."
    meanings = _documented(models, "WarningCode")
    for code in WarningCode:
        yield from ("", f"### `{code.value}`", "", meanings[code.name], "", "| raised when | message |", "|---|---|")
        yield from (f"| {_first_line(make)} | {warning.message} |" for make, warning in warnings_of(code))
    yield from ("", "## Bounds of the confidence", "", "| value | what it bounds |", "|---|---|")
    yield from (f"| {getattr(doubt, name)} | {meaning} |" for name, meaning in _documented(doubt).items())
    yield from ("", "## Doubts about a thread of HTML", "")
    yield "Warnings of the codes `doubtful-page` and `doubtful-boundary`; the first column bounds the confidence."
    yield from ("", "| right in | message |", "|---|---|")
    yield from _of_threads()
    yield from ("", "## Why an input gave no record", "", "| reason | raised when |", "|---|---|")
    yield from _reasons()


def warnings_of(code: StrEnum) -> Iterator[tuple[Callable[..., Warning], Warning]]:
    """The functions that make warnings of this code, each with an example."""
    for make in vars(doubt).values():
        if inspect.isfunction(make) and inspect.get_annotations(make)["return"] is Warning:
            warning = make(**{name: _EXAMPLES[name] for name in inspect.signature(make).parameters})
            if warning.code is code:
                yield make, warning


def _of_threads() -> Iterator[str]:
    table = tomllib.loads(files(posts).joinpath("doubts.toml").read_text(encoding="utf-8"))
    return (f"| {one['right']} | {one['says']} |" for one in table.values() if "says" in one)


def _reasons() -> Iterator[str]:
    meanings = _documented(errors, "Reason")
    meaning = ""
    for reason in Reason:
        meaning = meanings.get(reason.name, meaning)  # statuses of HTTP share one
        yield f"| `{reason.value}` | {meaning} |"


def _documented(module: ModuleType, of_class: str | None = None) -> dict[str, str]:
    """The names with capitals of a module, or of a class in it, that have a text below them, with that text."""
    body = ast.parse(inspect.getsource(module)).body
    if of_class:
        body = next(node for node in body if isinstance(node, ast.ClassDef) and node.name == of_class).body
    found: dict[str, str] = {}
    for node, below in pairwise(body):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant) and name[0] != "_":
                found[name] = str(below.value.value)
    return found


def _first_line(make: Callable[..., Warning]) -> str:
    return (inspect.getdoc(make) or "").partition("\n")[0]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
