"""Results to a store that speaks the protocol of S3: moto's server on this machine, through s3fs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.batch import run
from extractor.errors import OutputError
from tests.batch.test_faults import CHOSEN, files

fsspec = pytest.importorskip("fsspec")
pytest.importorskip("s3fs")
server = pytest.importorskip("moto.server")

pytestmark = pytest.mark.filterwarnings("default")  # what the client of the store warns of is its own


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A store with one bucket, at an address that the client takes from the environment, as its users give it."""
    serving = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    serving.start()
    host, port = serving.get_host_and_port()
    settings = {"ENDPOINT_URL": f"http://{host}:{port}", "ACCESS_KEY_ID": "a", "SECRET_ACCESS_KEY": "b"}
    for name, value in {**settings, "DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{name}", value)
    system = fsspec.filesystem("s3", skip_instance_cache=True)
    type(system).clear_instance_cache()
    system.makedirs("bucket", exist_ok=True)  # what servers in one process hold they hold together
    yield system
    type(system).clear_instance_cache()
    serving.stop()


def held(store: object) -> dict[str, bytes]:
    store.invalidate_cache()  # type: ignore[attr-defined]
    paths = store.find("bucket/out")  # type: ignore[attr-defined]
    return {path.rpartition("/")[2]: store.cat_file(path) for path in paths}  # type: ignore[attr-defined]


def test_the_files_are_those_of_a_run_into_a_folder(tmp_path: Path, folder_input: list[str], store: object) -> None:
    run(folder_input, tmp_path / "out", "pages", CHOSEN)
    for _ in range(2):  # the second run takes the place of the first
        assert run(folder_input, "s3://bucket/out", "pages", CHOSEN).counts.records == 20
        assert held(store) == files(tmp_path / "out")
    assert list(Path.cwd().iterdir()) == []


@pytest.mark.usefixtures("store")
def test_a_bucket_that_is_not_there_is_said_and_the_run_goes_on_when_it_is(folder_input: list[str]) -> None:
    with pytest.raises(OutputError, match=r"cannot write s3://Not_a_bucket/out: .* --resume"):
        run(folder_input, "s3://Not_a_bucket/out", "pages", CHOSEN)
    assert [path.name for path in Path.cwd().iterdir()] == [".s3-Not-a-bucket-out"]


def test_pages_are_read_from_a_store(tmp_path: Path, folder_input: list[str], store: object) -> None:
    store.put(folder_input[0], "bucket/in", recursive=True)  # type: ignore[attr-defined]
    assert run(["s3://bucket/in"], tmp_path / "out", "pages", CHOSEN).counts.records == 20
