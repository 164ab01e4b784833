import pytest

from extractor.batch import Change, Counts, Manifest, Site, changes_between


def manifest(  # noqa: PLR0913 - what a test varies
    documents: int, records: int, *, named: float = 0.9, doubts: int = 0, missing: int = 0, site: str = "a"
) -> Manifest:
    counts = dict.fromkeys(Counts.model_fields, 0) | {"documents": documents, "records": records}
    fill = {"question.title": 1.0, "doctor.name": named}
    return Manifest(
        libraries={},
        options={},
        counts=Counts(**counts),
        failures={"missing": missing} if missing else {},
        warnings={"conflict": doubts} if doubts else {},
        sites={site: Site(records=records, answers=3 * records, flagged=doubts, fill=fill)},
        outputs=(),
    )


def test_runs_that_differ_by_chance_are_alike() -> None:
    assert changes_between(manifest(1000, 900), manifest(1000, 900)) == []
    assert changes_between(manifest(1000, 900, named=0.9), manifest(1000, 900, named=0.87)) == []
    assert changes_between(manifest(12, 9, named=0.9), manifest(12, 10, named=0.7)) == [], "too few to say"


def test_a_field_that_is_no_longer_read_is_noticed() -> None:
    assert changes_between(manifest(1000, 900), manifest(1000, 900, named=0.1)) == [
        Change("a", "doctor.name", 0.9, 0.1)
    ]
    assert changes_between(manifest(1000, 900), manifest(1000, 900, named=0.87), threshold=0.02) == [
        Change("a", "doctor.name", 0.9, 0.87)
    ]


def test_pages_that_are_no_longer_read_are_noticed() -> None:
    changes = changes_between(manifest(1000, 900), manifest(1000, 300, doubts=150, missing=100))
    assert sorted((change.site or "", change.what) for change in changes) == [
        ("", "failure missing"),
        ("", "warning conflict"),
        ("a", "flagged"),
        ("a", "records"),
    ]


def test_a_site_that_appears_or_vanishes_is_noticed() -> None:
    assert changes_between(manifest(1000, 900, site="a"), manifest(1000, 900, site="b")) == [
        Change("a", "records", 0.9, 0.0),
        Change("b", "records", 0.0, 0.9),
    ]


@pytest.mark.parametrize("records", [0, 1])
def test_runs_without_records_can_be_compared(records: int) -> None:
    assert changes_between(manifest(records, 0), manifest(records, records)) == []
