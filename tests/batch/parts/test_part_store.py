"""Parts at an address: in a store in memory, and in one that speaks S3, on this machine."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import fsspec
import pytest

from extractor.batch import begin_job, extract_part, load_job, merge_parts, run, settle_parts
from extractor.batch.parts.part import part_name
from extractor.batch.parts.part_store import store_at
from extractor.errors import OutputError, UsageError
from tests.batch.corpus import write_all
from tests.batch.runner import options
from tests.batch.test_faults import files

pytestmark = pytest.mark.filterwarnings("default")  # what the client of the store warns of is its own


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """An address on a server on this machine that speaks the protocol of S3."""
    server = pytest.importorskip("moto.server", exc_type=ImportError)
    s3fs = pytest.importorskip("s3fs")
    with closing(_Server(server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False))) as running:
        for name, value in {
            "AWS_ENDPOINT_URL": running.address,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_DEFAULT_REGION": "us-east-1",
        }.items():
            monkeypatch.setenv(name, value)
        s3fs.S3FileSystem.clear_instance_cache()
        bucket = tmp_path.name.replace("_", "-")[-60:].strip("-")
        s3fs.S3FileSystem().mkdir(bucket)
        yield f"s3://{bucket}/parts"
        s3fs.S3FileSystem.clear_instance_cache()


class _Server:
    def __init__(self, server: Any) -> None:
        self._server = server
        server.start()
        host, port = server.get_host_and_port()
        self.address = f"http://{host}:{port}"

    def close(self) -> None:
        self._server.stop()


@pytest.fixture(params=["memory", "s3"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "s3":
        return str(request.getfixturevalue("s3"))
    return f"memory://{tmp_path.name}/parts"


def test_parts_at_an_address_are_the_run_of_one_machine(tmp_path: Path, address: str) -> None:
    inputs = write_all(tmp_path, 30)
    run(inputs, tmp_path / "one", "pages", options())
    job = begin_job(inputs, address, options(), 2000)
    assert begin_job(inputs, address, options(), 5) == job  # who comes later finds it
    counts = extract_part(job, 0, options())
    with pytest.raises(UsageError, match=f"{len(job.parts) - 1} of {len(job.parts)} parts in {address} are missing"):
        merge_parts(job, tmp_path / "merged", "pages", options())
    for number in range(len(job.parts)):
        extract_part(job, number, options())
    assert extract_part(job, 0, options()) == counts
    merge_parts(load_job(address), tmp_path / "merged", "pages", options())
    assert files(tmp_path / "merged") == files(tmp_path / "one")
    with pytest.raises(UsageError, match="are in no folder"):
        settle_parts(job, "pages", options())


def test_of_two_attempts_at_once_the_first_to_end_stands(tmp_path: Path, address: str) -> None:
    job = begin_job(write_all(tmp_path, 5), address, options())
    store, name = store_at(address), part_name(job, 0)
    with store.growing(name) as slow:
        (slow / "who").write_text("slow")
        with store.growing(name) as quick:
            (quick / "who").write_text("quick")
    with store.part(name) as folder:
        assert (folder / "who").read_text() == "quick"
    assert store.names() == {name}
    assert store.has(name)


def test_a_job_with_other_options_is_refused(tmp_path: Path, address: str) -> None:
    inputs = write_all(tmp_path, 5)
    begin_job(inputs, address, options())
    with pytest.raises(UsageError, match="other --excel"):
        begin_job(inputs, address, replace(options(), excel=True))


def test_an_address_that_nobody_knows_is_said() -> None:
    with pytest.raises(OutputError, match="cannot reach nowhere://parts"):
        load_job("nowhere://parts")
    assert "nowhere" not in fsspec.available_protocols()


def test_a_place_that_is_not_there_is_said(tmp_path: Path) -> None:
    address = (tmp_path / "nowhere" / "parts").as_uri()
    with pytest.raises(UsageError, match="holds no job"):
        load_job(address)
    with pytest.raises(
        OutputError, match=f"cannot reach {address}: .*No such file or directory.*; see that it is there"
    ):
        begin_job(write_all(tmp_path, 5), address, options())
