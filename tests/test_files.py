"""Files appear whole or not at all, in folders that one run writes to."""

import errno
import os
from pathlib import Path

import pytest

from extractor.errors import OutputError, UsageError
from extractor.files import beside, locked, publish, spare, whole_file, writing


def test_a_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.txt"
    with whole_file(target) as stream:
        stream.write("one\r\n")
        assert not target.exists()
    assert target.read_bytes() == b"one\r\n"
    assert list(target.parent.iterdir()) == [target]


def test_what_was_there_stays_if_the_new_one_fails(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    for error, seen in ((KeyError(), KeyError), (OSError(28, "No space left"), OutputError)):
        with pytest.raises(seen), whole_file(target):
            raise error
        assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.txt", "old")]


def in_capitals(made: Path, finished: Path) -> None:
    finished.write_text(made.read_text().upper())


def test_what_is_made_of_it_appears(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    with beside(target) as part:
        part.write_text("text")
        publish(part, target, in_capitals)
    assert target.read_text() == "TEXT"
    assert list(tmp_path.iterdir()) == [target]


def test_everybody_may_read_it_who_may_read_other_files(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with whole_file(tmp_path / "a.txt"):
        pass
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_an_input_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("page.json")
    with pytest.raises(UsageError, match="would be overwritten"):
        spare([str(tmp_path / "link")], [tmp_path / "page.json"])
    spare([str(tmp_path / "page.txt")], [tmp_path / "page.json"])


def test_a_folder_is_held_by_one(tmp_path: Path) -> None:
    for _ in range(2):
        with locked(tmp_path / "out", "-o"), pytest.raises(UsageError, match="another run writes in"):
            locked(tmp_path / "out", "-o").__enter__()
    (tmp_path / "file").touch()
    with pytest.raises(OutputError):
        locked(tmp_path / "file", "-o").__enter__()


def test_a_link_to_itself_is_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    spare([str(tmp_path / "loop")], [tmp_path / "page.json"])
    spare([str(tmp_path / "page.txt")], [tmp_path / "loop" / "page.json"])


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOSPC, "make room there"),
        (errno.EFBIG, "make room there"),
        (errno.EEXIST, "move away the file"),
        (errno.ENOTDIR, "move away the file"),
        (errno.EMFILE, "ulimit -n"),
        (errno.EACCES, "check that you may write there"),
    ],
)
def test_what_to_do_depends_on_why_it_cannot_be_written(number: int, remedy: str) -> None:
    with pytest.raises(OutputError) as caught, writing(Path("out"), "--parts"):
        raise OSError(number, os.strerror(number))
    message = str(caught.value)
    assert message.startswith(f"cannot write out: {os.strerror(number)}; ")
    assert remedy in message
    assert message.endswith(", or choose another place with --parts")
