"""`schema` prints what records obey."""

import json

from jsonschema import Draft202012Validator

from extractor.sinks import to_json
from tests.cli.running import run
from tests.paths import ROOT
from tests.readings import fixture_pages, records_of


def test_the_schema_in_the_repository_is_current() -> None:
    assert run("schema").stdout == (ROOT / "schema" / "qapage.schema.json").read_text(encoding="utf-8")


def test_records_obey_the_schema_in_the_repository() -> None:
    schema = json.loads((ROOT / "schema" / "qapage.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    unlike = {outline([record.model_dump() for record in page.records]): page for page in fixture_pages()}
    assert len(unlike) > 60
    for page in unlike.values():
        for record in records_of(page.path):
            assert [error.message for error in validator.iter_errors(json.loads(to_json(record)))] == []
    assert not validator.is_valid({"schema_version": "1", "answers": [{"position": 0}]})


def outline(value: object) -> object:
    """What a value is made of; records of one outline obey a schema or do not together."""
    if isinstance(value, dict):
        return frozenset((key, outline(held)) for key, held in value.items())
    if isinstance(value, list | tuple):
        return frozenset(map(outline, value))
    return type(value).__name__
