"""`schema` prints what records obey."""

import json

from jsonschema import Draft202012Validator

from extractor.evaluation.gold import gold_pages
from extractor.sinks import to_json
from tests.cli.running import run
from tests.paths import FIXTURES, ROOT
from tests.readings import records_of


def test_the_schema_in_the_repository_is_current() -> None:
    assert run("schema").stdout == (ROOT / "schema" / "qapage.schema.json").read_text(encoding="utf-8")


def test_records_obey_the_schema_in_the_repository() -> None:
    schema = json.loads((ROOT / "schema" / "qapage.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    found = [record for page in gold_pages(FIXTURES) for record in records_of(page.path)]
    assert len(found) > 60
    for page in found:
        assert [error.message for error in validator.iter_errors(json.loads(to_json(page)))] == []
    assert not validator.is_valid({"schema_version": "1", "answers": [{"position": 0}]})
