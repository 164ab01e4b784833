"""Make pages of the documentation from the code: all commands, all fields and columns of a record, all known sites.

python scripts/reference_pages.py
"""

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner
from pydantic import BaseModel

from extractor.cli import main
from extractor.layout import Layout
from extractor.records import Answer, Doctor, Failure, Provenance, QAPage, Question, Warning  # noqa: A004 - its name
from extractor.records.fields import FIELDS, Holds
from extractor.sites import all_layouts

DOCS = Path(__file__).parent.parent / "docs"

_MODELS: tuple[type[BaseModel], ...] = (QAPage, Question, Answer, Doctor, Warning, Provenance, Failure)
_CELLS = {
    Holds.TEXT: "text",
    Holds.TEXTS: "texts, commas between",
    Holds.PASSAGES: "texts, blank lines between",
    Holds.COUNT: "whole number",
    Holds.MEASURE: "number",
    Holds.FLAG: "true or false",
}
"""What a cell holds."""


_COMMANDS = """# Commands

This page is made from the code by `python scripts/reference_pages.py`.

`extractor` without the name of a command is `extractor extract`; `python -m extractor` is the same. Messages go to
standard error, results to files or, with `-o -`, to standard output. Exit codes: 0 all inputs were read, 1 some could
not be read, 2 wrong use, 3 the output could not be written, 130 interrupted by Ctrl-C.

Completion of commands and options, for bash: `eval "$(_EXTRACTOR_COMPLETE=bash_source extractor)"` in `~/.bashrc`; for
zsh `zsh_source` in its place; for fish, once,
`_EXTRACTOR_COMPLETE=fish_source extractor > ~/.config/fish/completions/extractor.fish`. Manual pages are made by
`pip install click-man && click-man extractor --target ~/.local/share/man/man1`.

Options that one always gives can stand in `extractor.toml`, or below `[tool.extractor]` in `pyproject.toml`, of the
folder in which the command runs:

```toml
[extract]
format = "jsonl,parquet"
page-seconds = 20
exclude = ["*.bak"]
```

or in variables of the environment, as `EXTRACTOR_EXTRACT_PAGE_SECONDS=20`. The command line goes before a variable, a
variable before the file. A name or value in the file that no command knows is refused.
"""


def record_page() -> str:
    """Every field of the record, and every column of its flat form."""
    lines = [
        "# The record",
        "",
        "This page is made from the code by `python scripts/reference_pages.py`. `extractor schema` prints it as JSON",
        "Schema. Values are as printed; what a page does not print is null, or an empty list.",
    ]
    for model in _MODELS:
        summary = (model.__doc__ or "").splitlines()[0]
        lines += ["", f"## {model.__name__}", "", summary, "", "| field | type | meaning |", "| --- | --- | --- |"]
        lines += _field_rows(model)
    lines += [
        *("", "## Columns", ""),
        "CSV and flat Parquet have a row an answer, and one row for a question without answers. In SQLite the same",
        "fields stand in the tables pages, answers and doctors.",
        *("", "| column | field | holds |", "| --- | --- | --- |"),
        *(f"| `{one.column}` | {one.owner.value}: `{one.name}` | {_CELLS[one.holds]} |" for one in FIELDS),
    ]
    return "\n".join(lines) + "\n"


def _field_rows(model: type[BaseModel]) -> Iterator[str]:
    properties = model.model_json_schema(mode="serialization")["properties"]
    for name, field in model.model_fields.items():
        yield f"| `{name}` | {_type(properties[name])} | {field.description or ''} |"


def _type(schema: dict[str, object]) -> str:
    """A type in words, from its JSON Schema."""
    if isinstance(choices := schema.get("anyOf"), list):
        return " or ".join(_type(choice) for choice in choices)
    if isinstance(reference := schema.get("$ref"), str):
        return reference.rpartition("/")[2]
    kind = str(schema.get("const") or schema.get("type", "any"))
    items = schema.get("items")
    return f"array of {_type(items)}" if kind == "array" and isinstance(items, dict) else kind


def sites_page() -> str:
    """Every site that is known, and what is read of it."""
    lines = [
        "# Sites",
        "",
        "This page is made from the code by `python scripts/reference_pages.py`. Sites without a layout are read too:",
        "threads by what repeats in their HTML, text by the grammar. [A new site](new-site.md) says how to write one.",
        *("", "| site | hosts | text | HTML |", "| --- | --- | --- | --- |"),
        *(_site_row(layout) for layout in all_layouts() if layout.name),
    ]
    return "\n".join(lines) + "\n"


def _site_row(layout: Layout) -> str:
    parts = dict.fromkeys(selector.part.name.lower() for selector in layout.html.selectors) if layout.html else {}
    marks = dict.fromkeys(mark.kind.name.lower() for mark in layout.marks)
    return f"| {layout.name} | {', '.join(layout.hosts)} | {', '.join(marks)} | {', '.join(parts)} |"


def commands_page() -> str:
    """What every command says of itself."""
    lines = [_COMMANDS]
    for name in main.commands:
        shown = CliRunner().invoke(main, [name, "--help"], prog_name="extractor", terminal_width=100)
        lines += [f"## {name}", "", "```text", shown.stdout.rstrip(), "```", ""]
    return "\n".join(lines)


PAGES = {"commands.md": commands_page, "record.md": record_page, "sites.md": sites_page}
"""What makes each page."""

if __name__ == "__main__":
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8")
