"""What was loaded is cut into slices of a bounded size; what is doubtful says so."""

from extractor.document import Document
from extractor.errors import Reason
from extractor.records import doubt
from extractor.sources.slices import LeftOut, SourceOptions, failure, loaded, lost, with_warning

OPTIONS = SourceOptions()


def test_slices_hold_everything_in_order_and_not_too_much() -> None:
    items = [Document(f"Why {number}?" + "x" * 40_000, str(number)) for number in range(90)]
    pieces = list(loaded("box", items))
    assert [item for piece in pieces for item in piece.items(OPTIONS)] == items
    assert all(piece.size < 1_100_000 for piece in pieces)
    small = list(loaded("box", [LeftOut(str(number)) for number in range(130)]))
    assert [len(piece.loaded) for piece in small] == [64, 64, 2]


def test_a_doubt_is_added_to_pages_and_to_nothing_else() -> None:
    page = Document("Why?", warnings=(doubt.no_utf8(),))
    found = with_warning(page, doubt.unsound_source())
    assert isinstance(found, Document)
    assert found.warnings == (doubt.no_utf8(), doubt.unsound_source())
    other = failure("a", Reason.EMPTY, "")
    assert with_warning(other, doubt.unsound_source()) is other


def test_what_is_lost_says_where_and_how_much() -> None:
    hole, end = lost("a.warc", 10, 25, truncated=False), lost("a.warc", 10, 25, truncated=True)
    assert (hole.source, hole.reason, hole.lost_bytes) == ("a.warc#10", Reason.DAMAGED, 15)
    assert (end.reason, end.lost_bytes) == (Reason.TRUNCATED, 15)
    assert "its last 15 bytes, from offset 10 on" in end.detail


def test_a_named_column_takes_the_place_of_the_usual_ones() -> None:
    named = SourceOptions(text_column="page", url_column="id")
    assert (named.text_columns, named.url_columns) == (("page",), ("id",))
    assert "html" in OPTIONS.text_columns
