"""The manifest names what was written by its digest, and is recognised as one."""

from hashlib import sha256
from pathlib import Path

import pytest

from extractor.batch.account.manifest import digest_files, load_manifest, make_manifest
from extractor.batch.account.tally import Tally
from extractor.errors import UsageError


def test_files_are_named_by_their_places_whether_they_are_there_yet_or_not(tmp_path: Path) -> None:
    (tmp_path / "made").write_bytes(b"one")
    (tmp_path / "placed").write_bytes(b"two")
    places = {tmp_path / "made": tmp_path / "a.csv", tmp_path / "gone": tmp_path / "placed"}
    assert [(one.path, one.bytes, one.sha256) for one in digest_files(places, tmp_path)] == [
        ("a.csv", 3, sha256(b"one").hexdigest()),
        ("placed", 3, sha256(b"two").hexdigest()),
    ]


def test_a_manifest_is_read_back(tmp_path: Path) -> None:
    manifest = make_manifest(Tally({("documents",): 3, ("failure", "empty"): 1}), {"formats": ["csv"]}, ())
    (tmp_path / "all.run.json").write_text(manifest.model_dump_json())
    assert load_manifest(tmp_path / "all.run.json") == manifest
    assert manifest.failures == {"empty": 1}
    assert {"python", "lxml"} <= manifest.libraries.keys()


@pytest.mark.parametrize(("content", "message"), [(None, "cannot be read"), ("{}", "is no manifest of this version")])
def test_what_is_no_manifest_is_refused(tmp_path: Path, content: str | None, message: str) -> None:
    if content:
        (tmp_path / "all.run.json").write_text(content)
    with pytest.raises(UsageError, match=message):
        load_manifest(tmp_path / "all.run.json")


def test_counts_and_shares_are_those_of_the_tally() -> None:
    names = ("records", "dropped", "not-chosen", "answers", "failed")
    tally = Tally({(name,): number for name, number in zip(names, (9, 2, 3, 7, 1), strict=True)})
    tally |= Tally({("site", "a", "records"): 3, ("site", "a", "answers"): 7, ("site", "a", "flagged"): 2})
    tally |= Tally({("field", "a", "question.title"): 2, ("field", "a", "doctor.name"): 5})
    manifest = make_manifest(tally, {}, ())
    assert (manifest.counts.written, manifest.counts.not_chosen, manifest.counts.failed) == (4, 3, 1)
    (name, site), *_ = manifest.sites.items()
    assert (name, site.records, site.answers, site.flagged) == ("a", 3, 7, 2)
    shares = {field: share for field, share in site.fill.items() if share}
    assert shares == {"question.title": 0.6667, "doctor.name": 0.7143}
