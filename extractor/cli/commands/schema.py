"""`extractor schema`: the form of a record."""

import json

import click

from extractor.cli.console import standard_output


@click.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from extractor.records import QAPage

    with standard_output() as out:
        out.write(json.dumps(QAPage.model_json_schema(mode="serialization"), indent=2, ensure_ascii=False) + "\n")
