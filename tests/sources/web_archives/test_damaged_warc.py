"""Web archives that are damaged or cut short: what is lost is said, and no other record."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import Failure
from extractor.sources import documents
from extractor.sources.slices import SliceItem
from extractor.sources.web_archives import pages as warc_pages
from extractor.sources.web_archives import warc
from tests.sources.web_archives.archives import damaged, page, read, write


@pytest.mark.parametrize("compressed", [True, False], ids=["gz", "plain"])
@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1), length=st.integers(1, 4000))
def test_damage_costs_only_the_records_that_it_touches(
    tmp_path_factory: pytest.TempPathFactory, place: float, length: int, *, compressed: bool
) -> None:
    path = tmp_path_factory.mktemp("damaged") / ("a.warc.gz" if compressed else "a.warc")
    begins = write(path, [page(n) for n in range(12)], compressed=compressed)
    data = path.read_bytes()
    start = int(place * len(data))
    broken = damaged(data, start, min(length, len(data) - start))
    path.write_bytes(broken)
    ends = [*begins[1:], len(data)]
    sound = [page(n) for n in range(12) if data[begins[n] : ends[n]] == broken[begins[n] : ends[n]]]
    found = read(path)
    contents = [item.content for item in found if isinstance(item, Document)]
    assert [content for content in contents if content in sound] == sound
    if compressed:  # what was altered is never taken for sound
        assert [content for content in contents if content not in [page(n) for n in range(12)]] == []
        assert sum(item.lost_bytes or 0 for item in found if isinstance(item, Failure)) <= len(data)


def test_an_archive_cut_short_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    begins = write(path, [page(n) for n in range(6)])
    path.write_bytes(path.read_bytes()[: begins[4] + 100])
    *pages, cut = read(path)
    assert [item.content for item in pages if isinstance(item, Document)] == [page(n) for n in range(4)]
    assert isinstance(cut, Failure)
    assert (cut.reason, cut.lost_bytes, cut.source) == (Reason.TRUNCATED, 100, f"{path}#{begins[4]}")


def test_what_is_lost_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    begins = write(path, [page(n) for n in range(6)])
    path.write_bytes(damaged(path.read_bytes(), begins[2] + 300, 64))
    (loss,) = [item for item in read(path) if isinstance(item, Failure)]
    assert (loss.reason, loss.source) == (Reason.DAMAGED, f"{path}#{begins[2]}")
    assert loss.lost_bytes == begins[3] - begins[2]


def test_an_archive_with_a_damaged_beginning_is_still_one(tmp_path: Path) -> None:
    for compressed, name in ((True, "a.warc.gz"), (False, "a.warc")):
        path = tmp_path / name
        write(path, [page(n) for n in range(4)], compressed=compressed)
        path.write_bytes(damaged(path.read_bytes(), 0, 64))
        assert [item.content for item in read(path) if isinstance(item, Document)] == [page(1), page(2), page(3)]


def test_a_record_on_which_reading_fails_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "crawl.warc"
    begins = write(path, [page(1), page(2), page(3)], compressed=False)
    own = warc_pages.page_of

    def failing(headers: dict[str, str], content: bytes | None, source: str, max_size: int) -> SliceItem | None:
        if source.endswith(f"#{begins[1]}"):
            raise OverflowError("too much")
        return own(headers, content, source, max_size)

    monkeypatch.setattr(warc, "page_of", failing)
    found = [item.reason if isinstance(item, Failure) else item.content for item in documents([str(path)])]
    assert found == [page(1), Reason.INTERNAL_ERROR, page(3)]


def test_line_ends_without_end_between_records_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    write(path, [page(1)], compressed=False)
    path.write_bytes(path.read_bytes() + b"\r\n" * 2_000_000 + path.read_bytes())
    assert [item.content for item in documents([str(path)]) if isinstance(item, Document)] == [page(1)] * 2
