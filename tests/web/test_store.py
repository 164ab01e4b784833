from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from extractor.errors import FetchFailed, OutputError, Reason, UsageError
from extractor.sources.web_archives.crawl_fields import CrawlFields, Role
from extractor.web.exchange import Exchange
from extractor.web.store import Store, Use
from extractor.web.warc import Kept, exchange_in, members

ABOUT = {"software": "extractor/1"}
DATE = "2026-01-02T03:04:05Z"


def source(name: str) -> str:
    return f"https://a.example/{name}"


def bundle(name: str, body: str = "", date: str = DATE, **headers: str) -> list[Kept]:
    named = tuple((key.replace("_", "-"), value) for key, value in headers.items())
    answer = Exchange(source(name), 200, "OK", named, (body or name).encode(), date)
    redirect = Exchange(source(name) + "/", 301, "Moved", (("Location", source(name)),), b"", date)
    return [Kept(redirect), Kept(answer, CrawlFields(Role.PAGE, source(name)))]


def unchanged(store: Store, name: str) -> list[Kept]:
    answer = Exchange(source(name), 304, "Not Modified", (), b"", "2026-02-01T00:00:00Z")
    return [Kept(replace(answer, original=store.original(source(name))), CrawlFields(Role.PAGE, source(name)))]


def bodies(store: Store, *names: str) -> list[bytes]:
    return [kept.exchange.page.body for name in names for kept in store.take(source(name))]


def archives(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


def filled(folder: Path, *names: str) -> Store:
    store = Store(folder, ABOUT, Use.NONE)
    for name in names:
        store.keep(source(name), bundle(name, ETag=f'"{name}"', Last_Modified="Fri, 02 Jan 2026 03:04:05 GMT"))
        store.take(source(name))
    return store


def test_what_came_out_of_turn_is_archived_in_turn(tmp_path: Path) -> None:
    store = Store(tmp_path, ABOUT, Use.NONE)
    for name in ("three", "one", "two"):
        store.keep(source(name), bundle(name))
    assert bodies(store, "one", "two", "three") == [b"one", b"two", b"three"]
    assert list((tmp_path / "incoming").iterdir()) == []
    read_later = Store(tmp_path, ABOUT, Use.ALL)
    assert bodies(read_later, "three", "one") == [b"three", b"one"]
    data = (tmp_path / "extractor-00000.warc.gz").read_bytes()
    turns = [kept.fields.source for kept in _kept(data)]
    assert turns == [source("one"), source("two"), source("three")]


def _kept(data: bytes) -> list[Kept]:
    return [kept for _, _, member in members(BytesIO(data)) if (kept := exchange_in(member)) and kept.fields.source]


def test_a_new_run_has_an_archive_of_its_own(tmp_path: Path) -> None:
    filled(tmp_path, "one")
    store = Store(tmp_path, ABOUT, Use.NONE)
    assert not store.has(source("one"))
    assert archives(tmp_path) == ["extractor-00000.warc.gz", "extractor-00001.warc.gz", "incoming"]


def test_the_last_run_goes_on_where_it_was(tmp_path: Path) -> None:
    filled(tmp_path, "one").keep(source("two"), bundle("two"))
    store = Store(tmp_path, ABOUT, Use.LAST_RUN)
    assert store.has(source("one"))
    assert store.has(source("two"))
    assert not store.has(source("three"))
    assert bodies(store, "one", "two") == [b"one", b"two"]
    assert [kept.fields.source for kept in _kept((tmp_path / "extractor-00000.warc.gz").read_bytes())] == [
        source("one"),
        source("two"),
    ]


def test_what_an_earlier_run_had_does_not_stand_for_the_last(tmp_path: Path) -> None:
    filled(tmp_path, "one")
    filled(tmp_path, "two")
    store = Store(tmp_path, ABOUT, Use.LAST_RUN)
    assert not store.has(source("one"))
    assert store.has(source("two"))
    everything = Store(tmp_path, ABOUT, Use.ALL)
    assert bodies(everything, "one", "two") == [b"one", b"two"]


def test_what_a_broken_run_left_waiting_is_not_lost_to_the_next(tmp_path: Path) -> None:
    filled(tmp_path, "one").keep(source("two"), bundle("two"))
    store = Store(tmp_path, ABOUT, Use.NONE)
    assert not store.has(source("two"))
    assert [kept.fields.source for kept in _kept((tmp_path / "extractor-00000.warc.gz").read_bytes())][-1] == source(
        "two"
    )


@pytest.mark.parametrize("cut", [1, 30, 300])
def test_a_record_that_was_being_written_is_written_anew(tmp_path: Path, cut: int) -> None:
    filled(tmp_path, "one", "two")
    archive = tmp_path / "extractor-00000.warc.gz"
    archive.write_bytes(archive.read_bytes()[:-cut])
    store = Store(tmp_path, ABOUT, Use.LAST_RUN)
    assert store.has(source("one"))
    assert not store.has(source("two"))
    store.keep(source("two"), bundle("two"))
    assert bodies(store, "one", "two") == [b"one", b"two"]
    assert bodies(Store(tmp_path, ABOUT, Use.ALL), "one", "two") == [b"one", b"two"]


def test_a_damaged_archive_is_not_touched(tmp_path: Path) -> None:
    filled(tmp_path, "one", "two")
    archive = tmp_path / "extractor-00000.warc.gz"
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 0xFF
    archive.write_bytes(data)
    with pytest.raises(UsageError, match=r"extractor-00000\.warc\.gz is damaged"):
        Store(tmp_path, ABOUT, Use.LAST_RUN)
    assert archive.read_bytes() == data


def test_an_unchanged_page_is_read_from_the_answer_that_holds(tmp_path: Path) -> None:
    filled(tmp_path, "one")
    store = Store(tmp_path, ABOUT, Use.NONE)
    assert store.validators(source("one")) == {
        "If-None-Match": '"one"',
        "If-Modified-Since": "Fri, 02 Jan 2026 03:04:05 GMT",
    }
    store.keep(source("one"), unchanged(store, "one"))
    (kept,) = store.take(source("one"))
    assert (kept.exchange.status, kept.exchange.page.body, kept.exchange.page.date) == (304, b"one", DATE)
    assert bodies(Store(tmp_path, ABOUT, Use.ALL), "one") == [b"one"]
    third = Store(tmp_path, ABOUT, Use.NONE)
    assert third.original(source("one")) is not None
    third.keep(source("one"), unchanged(third, "one"))
    assert bodies(third, "one") == [b"one"]


def test_an_answer_that_refers_to_a_lost_archive_is_a_failure(tmp_path: Path) -> None:
    filled(tmp_path, "one")
    store = Store(tmp_path, ABOUT, Use.NONE)
    store.keep(source("one"), unchanged(store, "one"))
    store.take(source("one"))
    (tmp_path / "extractor-00000.warc.gz").unlink()
    with pytest.raises(FetchFailed) as caught:
        Store(tmp_path, ABOUT, Use.ALL).take(source("one"))
    assert caught.value.reason is Reason.NOT_STORED


def test_reading_offline_changes_nothing(tmp_path: Path) -> None:
    filled(tmp_path, "one").keep(source("two"), bundle("two"))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    store = Store(tmp_path, ABOUT, Use.ALL)
    assert bodies(store, "one", "two") == [b"one", b"two"]
    with pytest.raises(FetchFailed, match="--offline"):
        store.take(source("three"))
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert Store(tmp_path / "nowhere", ABOUT, Use.ALL).has(source("one")) is False
    assert not (tmp_path / "nowhere").exists()


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="--warc"):
        Store(tmp_path / "file", ABOUT, Use.NONE)


def test_an_archive_that_is_changed_under_our_hands_is_noticed(tmp_path: Path) -> None:
    store = filled(tmp_path, "one")
    later = Store(tmp_path, ABOUT, Use.ALL)
    archive = tmp_path / "extractor-00000.warc.gz"
    info, *_ = members(BytesIO(archive.read_bytes()))
    archive.write_bytes(archive.read_bytes()[: info[1]] * 20)
    with pytest.raises(UsageError, match="was changed"):
        later.take(source("one"))
    assert store.has(source("one")) is False


def test_addresses_never_become_paths(tmp_path: Path) -> None:
    store = Store(tmp_path, ABOUT, Use.NONE)
    name = "../../../../tmp/evil\0%2e%2e/" + "x" * 500
    store.keep(name, [Kept(Exchange("https://a.example/", 200, "OK", (), b"x", DATE), CrawlFields(Role.PAGE, name))])
    (path,) = (tmp_path / "incoming").iterdir()
    assert path.name.removesuffix(".warc.gz").isalnum()
