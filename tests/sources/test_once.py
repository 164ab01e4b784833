from pathlib import Path

import pytest

from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import Input, once


def read(*paths: str) -> list[str]:
    """The paths that are read, of inputs with these."""
    return [item.path for item in once(Input(path) for path in paths) if isinstance(item, Input)]


def test_a_file_is_read_under_its_first_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.txt").write_text("Why?")
    (tmp_path / "link.txt").symlink_to("pages/a.txt")
    (tmp_path / "linked").symlink_to("pages")
    monkeypatch.chdir(tmp_path)
    names = ["linked/a.txt", "pages/a.txt", "./pages/a.txt", str(tmp_path / "pages" / "a.txt"), "link.txt"]
    assert read(*names) == names[:1]
    assert read(*reversed(names)) == ["link.txt"]


def test_what_is_left_out_is_said_in_its_place() -> None:
    missing = Failure(source="gone.txt", reason=Reason.MISSING, detail="gone")
    first, said, *others = once([Input("a.txt"), Input("./a.txt"), missing, missing, Input("b.txt")])
    assert isinstance(said, Failure)
    assert (first, said.source, said.reason) == (Input("a.txt"), "./a.txt", Reason.READ_BEFORE)
    assert others == [missing, missing, Input("b.txt")]


def test_addresses_and_standard_input_are_no_files() -> None:
    assert read("s3://bucket/a//b", "s3://bucket/a/b", "-", "./-") == [
        "s3://bucket/a//b",
        "s3://bucket/a/b",
        "-",
        "./-",
    ]
    assert read("s3://bucket/a", "-", "s3://bucket/a", "-") == ["s3://bucket/a", "-"]


def test_other_files_are_not_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Why?")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    assert len(read(str(tmp_path / "a.txt"), str(tmp_path / "hard.txt"), str(tmp_path / "A.txt"))) == 3
