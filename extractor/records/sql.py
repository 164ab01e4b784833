"""The flat table of answers in SQL: what the CSV and the flat Parquet are loaded into."""

from collections.abc import Mapping
from enum import StrEnum

from extractor.records.fields import FIELDS, Holds


class Dialect(StrEnum):
    """Whose SQL."""

    POSTGRES = "postgres"
    DUCKDB = "duckdb"
    SQLITE = "sqlite"


_MEASURES = {Dialect.POSTGRES: "DOUBLE PRECISION", Dialect.DUCKDB: "DOUBLE", Dialect.SQLITE: "REAL"}


def table_sql(dialect: Dialect, name: str = "answers") -> str:
    """The statements that make a table with the columns of the CSV, a row an answer.

    Its key is the record's identity with the position of the answer (0 for a question without answers), so that
    `INSERT ... ON CONFLICT DO NOTHING` of what is there already adds nothing.
    """
    types = _types(dialect)
    columns = ",\n".join(f"    {field.column} {types[field.holds]}" for field in FIELDS)
    key = f"CREATE UNIQUE INDEX {name}_key ON {name} (record_id, coalesce(answer_position, 0));"
    return f"CREATE TABLE {name} (\n{columns}\n);\n{key}\n"


def _types(dialect: Dialect) -> Mapping[Holds, str]:
    return {
        Holds.TEXT: "TEXT",
        Holds.TEXTS: "TEXT",
        Holds.PASSAGES: "TEXT",
        Holds.COUNT: "INTEGER",
        Holds.MEASURE: _MEASURES[dialect],
        Holds.FLAG: "BOOLEAN",
    }
