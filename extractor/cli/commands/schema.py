"""`extractor schema`: what a record is, for programs and databases."""

import json

import click

from extractor.cli.console import standard_output


@click.command()
@click.option(
    "--sql",
    "dialect",
    type=click.Choice(["postgres", "duckdb", "sqlite"]),
    help="Print the statements that make a table for the CSV, a row an answer.",
)
def schema(dialect: str | None) -> None:
    """Print the JSON Schema of a record, or the SQL of a table of answers."""
    from extractor.records import QAPage
    from extractor.records.sql import Dialect, table_sql

    with standard_output() as out:
        if dialect:
            out.write(table_sql(Dialect(dialect)))
        else:
            out.write(json.dumps(QAPage.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n")
