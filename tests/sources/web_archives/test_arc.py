"""ARC archives, the form before WARC."""

import gzip
from pathlib import Path

import pytest

from extractor.document import Document
from extractor.records import WarningCode
from extractor.sources import documents
from tests.sources.outcomes import codes, http, outcomes


def arc(pages: list[bytes], *, compressed: bool) -> bytes:
    info = b"1 0 Example\nURL IP-address Archive-date Content-type Archive-length\n"
    parts = [b"filedesc://a.arc 0.0.0.0 20030101000000 text/plain %d\n%s\n" % (len(info), info)]
    for number, content in enumerate(pages):
        block = http(content)
        line = b"http://a.example/%d 192.0.2.1 20030101000000 text/html %d\n" % (number, len(block))
        parts.append(line + block + b"\n")
    return b"".join(gzip.compress(part, mtime=0) if compressed else part for part in parts)


@pytest.mark.parametrize("name", ["a.arc", "a.arc.gz"])
def test_arc_archives_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    whole = arc([b"<p>Why?", b"<p>So."], compressed=name.endswith("gz"))
    path.write_bytes(whole)
    assert outcomes(path) == ["<p>Why?", "<p>So."]
    found = [item for item in documents([str(path)]) if isinstance(item, Document)]
    assert [(item.url, item.source) for item in found][1] == ("http://a.example/1", f"{path}#2")
    path.write_bytes(whole[:-10])
    assert outcomes(path)[0] == "<p>Why?"
    assert outcomes(path)[-1] == "truncated"
    assert codes(path)[1:] in ([], [[WarningCode.DAMAGED_SOURCE]])


@pytest.mark.parametrize("length", [b"many", b"9" * 5000])
def test_a_length_of_nonsense_costs_what_stands_behind_it_and_is_said(tmp_path: Path, length: bytes) -> None:
    path = tmp_path / "a.arc"
    block = http(b"<p>Well.")
    bad = b"http://a.example/2 192.0.2.1 20030101000000 text/html %s\n%s\n" % (length, block)
    path.write_bytes(arc([b"<p>Why?"], compressed=False) + bad)
    assert outcomes(path) == ["<p>Why?", "damaged"]


def test_an_answer_of_the_name_system_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.arc"
    answer = b"20030101000000\na.example 3600 IN A 192.0.2.1"
    record = b"dns:a.example 192.0.2.1 20030101000000 text/dns %d\n%s\n" % (len(answer), answer)
    path.write_bytes(arc([b"<p>Why?"], compressed=False) + record)
    assert outcomes(path) == ["<p>Why?", "other-media-type"]
