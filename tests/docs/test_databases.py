"""The recipes for databases, against real ones: loading twice adds nothing."""

import os
import pwd
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import duckdb
import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.records.sql import Dialect, table_sql
from tests.paths import FIXTURES, ROOT

RECIPES = dict(re.findall(r"```\w+ (\S+)\n(.*?)```", (ROOT / "docs" / "databases.md").read_text("utf-8"), re.DOTALL))
SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
PORT = "54329"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the results of some pages, one of which has no answers."""
    folder = tmp_path_factory.mktemp("results")
    pages = folder / "pages"
    shutil.copytree(FIXTURES / "avvo", pages)
    (pages / "alone.html").write_text(
        '<script type="application/ld+json">{"@type": "QAPage", "mainEntity": {"@type": "Question", "name":'
        ' "Is it normal?", "text": "My knee clicks.", "answerCount": 0}}</script><h1>Is it normal?</h1><p>My knee clicks.'
    )
    command = [str(pages), "-o", str(folder / "results"), "--format", "csv,parquet-flat", "-q"]
    assert CliRunner().invoke(main, command).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def rows(folder: Path) -> int:
    return len(duckdb.read_parquet(str(folder / "results" / "pages.flat.parquet")).fetchall())


@pytest.fixture(scope="module")
def server() -> Iterator[dict[str, str]]:
    """A PostgreSQL of our own; the environment that clients reach it with."""
    if not SERVERS or (os.getuid() == 0 and "postgres" not in {user.pw_name for user in pwd.getpwall()}):
        pytest.skip("PostgreSQL is not installed")
    place = Path(mkdtemp(prefix="pg"))  # all folders above it are open to the server's user
    place.chmod(0o755)
    data = place / "data"
    data.mkdir()
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
    if user:
        shutil.chown(data, "postgres")
    tool = str(SERVERS[-1] / "pg_ctl")
    create = [*user, tool, "initdb", "-s", "-D", str(data), "-o", "-U owner -A trust"]
    subprocess.run(create, check=True, cwd="/", timeout=300)
    how = f"-k {data} -p {PORT} -c listen_addresses=''"
    start = [*user, tool, "start", "-s", "-w", "-D", str(data), "-l", str(data / "log"), "-o", how]
    subprocess.run(start, check=True, cwd="/", timeout=300)
    yield {"PGHOST": str(data), "PGPORT": PORT, "PGUSER": "owner", "PGDATABASE": "postgres"}
    stop = [*user, tool, "stop", "-s", "-m", "immediate", "-D", str(data)]
    subprocess.run(stop, check=True, cwd="/", timeout=300)
    shutil.rmtree(place)


def psql(server: dict[str, str], folder: Path, commands: str) -> str:
    command = [str(SERVERS[-1] / "psql"), "-qtA", "-v", "ON_ERROR_STOP=1"]
    done = subprocess.run(
        command,
        input=commands,
        cwd=folder,
        env=os.environ | server,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("recipe", ["copy", "adbc"])
def test_postgresql_takes_the_rows_once(server: dict[str, str], folder: Path, rows: int, recipe: str) -> None:
    psql(server, folder, "DROP TABLE IF EXISTS answers;" + table_sql(Dialect.POSTGRES))
    for _ in range(2):
        if recipe == "copy":
            psql(server, folder, RECIPES["copy"])
        else:
            pytest.importorskip("adbc_driver_postgresql")
            code = RECIPES["adbc"].replace("postgresql:///pages", "postgresql:///")
            command = [sys.executable, "-c", code]
            subprocess.run(command, cwd=folder, env=os.environ | server, check=True, timeout=300)
        assert psql(server, folder, "SELECT count(*) FROM answers") == str(rows)
    assert psql(server, folder, "SELECT count(DISTINCT record_id) FROM answers WHERE answer_position IS NULL") == "1"


def test_duckdb_takes_the_rows_once(folder: Path, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    database = duckdb.connect()
    database.sql(table_sql(Dialect.DUCKDB))
    for _ in range(2):
        database.sql(RECIPES["duckdb"])
        assert database.sql("SELECT count(*) FROM answers").fetchall() == [(rows,)]


def test_sqlite_takes_the_rows_once(folder: Path, rows: int) -> None:
    values = duckdb.read_parquet(str(folder / "results" / "pages.flat.parquet")).fetchall()
    places = ", ".join("?" * len(values[0]))
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(table_sql(Dialect.SQLITE))
        for _ in range(2):
            database.executemany(f"INSERT INTO answers VALUES ({places}) ON CONFLICT DO NOTHING", values)  # noqa: S608 - question marks
            assert database.execute("SELECT count(*) FROM answers").fetchall() == [(rows,)]


@pytest.mark.parametrize("dialect", Dialect)
def test_the_command_prints_the_table(dialect: Dialect) -> None:
    result = CliRunner().invoke(main, ["schema", "--sql", dialect.value])
    assert (result.exit_code, result.stdout) == (0, table_sql(dialect))
