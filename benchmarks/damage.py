"""What becomes of damaged files: `python -m benchmarks.damage [DAMAGES]` from the root of the repository.

Every kind of file that holds pages is damaged in one place, so many times (100 if not said), at places drawn with a
fixed seed: a bit flipped, a run of bytes zeroed, a run removed, the rest cut off. Printed is, per kind: how many pages
were lost and said to be, how many that the damage did not touch were lost all the same, how many trials lost a page
without a word (no failure at all), in how many nothing could be said since the file was cut between two records and
has no sign of its end, how many pages came out changed with a warning, and how many without one. Where nothing in the
file could show the change (plain JSON Lines, the content of a plain tar, what is not under the digest of a plain WARC)
the last stand apart.
"""

import gzip
import io
import json
import random
import re
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from extractor.document import Document
from extractor.encodings import decode_document
from extractor.errors import UnreadableDocument
from extractor.records import Failure
from extractor.sources import documents

SEED = 13
PAGES = 40
_TOGETHER = 5
"""Pages in a member of a compressed corpus, in a row group."""
_RUN = 200

Extent = tuple[int, int]


@dataclass(frozen=True)
class Sample:
    """A file with all pages, and the bytes on which each depends.

    `checked` if a changed byte of a page must show, `has_end` if the file has a sign of its end.
    """

    name: str
    data: bytes
    extents: list[list[Extent]]
    checked: bool = True
    has_end: bool = False


@dataclass
class Outcome:
    """What became of the pages of one damaged file."""

    lost: int = 0
    untouched_lost: int = 0
    in_silence: int = 0
    unsayable: int = 0
    """Cut between two records of a kind of file that has no sign of its end."""
    marked: int = 0
    unmarked: int = 0
    where: list[str] = field(default_factory=list)


def page(number: int) -> str:
    """A page whose every part says which one it is."""
    draw = random.Random(number)  # noqa: S311 - words, not secrets
    words = " ".join(
        draw.choice("swelling numb scar week knee physician ache rest stitches warm".split()) for _ in range(60)
    )
    return f"Page {number}. Is this normal after {number} days?\n\nDoctor Answers 1\n\n{words}\n\nEnd of page {number}."


_WHOLE = {page(number): number for number in range(PAGES)}


def _members(parts: list[bytes], prefix: int = 0) -> list[Extent]:
    extents, begin = [], prefix
    for part in parts:
        extents.append((begin, begin + len(part)))
        begin += len(part)
    return extents


class _Writer(WARCWriter):  # type: ignore[misc] # warcio has no types
    """warcio's, which leaves temporary files open."""

    def _create_temp_file(self) -> io.BytesIO:
        return io.BytesIO()


def _warc(*, compressed: bool, kind: str) -> tuple[bytes, list[list[Extent]]]:
    stream, parts = io.BytesIO(), []
    writer = _Writer(stream, gzip=compressed)
    for number in range(PAGES):
        begin = stream.tell()
        body, url = page(number).encode(), f"https://site.example/{number}"
        own = {"WARC-Record-ID": f"<urn:x:{number}>", "WARC-Date": "2026-01-01T00:00:00Z"}  # the same bytes each time
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/plain")], protocol="HTTP/1.1")
        further = {"http_headers": http} if kind == "response" else {"warc_content_type": "text/plain"}
        writer.write_record(writer.create_warc_record(url, kind, io.BytesIO(body), warc_headers_dict=own, **further))
        parts.append((begin, stream.tell()))
    return stream.getvalue(), [[part] for part in parts]


def _rows() -> list[bytes]:
    return [json.dumps({"text": page(n), "url": f"https://site.example/{n}"}).encode() + b"\n" for n in range(PAGES)]


def _compressed_rows(compress: Callable[[bytes], bytes]) -> tuple[bytes, list[list[Extent]]]:
    rows = _rows()
    parts = [compress(b"".join(rows[n : n + _TOGETHER])) for n in range(0, PAGES, _TOGETHER)]
    extents = _members(parts)
    return b"".join(parts), [[extents[n // _TOGETHER]] for n in range(PAGES)]


def _tar() -> tuple[bytes, list[list[Extent]]]:
    stream = io.BytesIO()
    extents = []
    with tarfile.open(fileobj=stream, mode="w") as archive:
        for number in range(PAGES):
            begin, content = archive.offset, page(number).encode()
            info = tarfile.TarInfo(f"{number}.txt")
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
            extents.append([(begin, archive.offset)])
    return stream.getvalue(), extents


def _zip() -> tuple[bytes, list[list[Extent]]]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(PAGES):
            archive.writestr(f"{number}.txt", page(number))
        begins = [info.header_offset for info in archive.infolist()]
        ends = [*begins[1:], archive.start_dir]
    return stream.getvalue(), [[extent] for extent in zip(begins, ends, strict=True)]


def _parquet() -> tuple[bytes, list[list[Extent]]]:
    stream = io.BytesIO()
    table = pa.table(
        {"text": [page(n) for n in range(PAGES)], "url": [f"https://site.example/{n}" for n in range(PAGES)]}
    )
    pq.write_table(table, stream, row_group_size=_TOGETHER, write_page_checksum=True, compression="zstd")
    size, footer = stream.tell(), pq.ParquetFile(stream).metadata
    groups = []
    for group in range(footer.num_row_groups):
        columns = [footer.row_group(group).column(index) for index in range(2)]
        begin = min(column.dictionary_page_offset or column.data_page_offset for column in columns)
        groups.append((begin, begin + sum(column.total_compressed_size for column in columns)))
    end = (groups[-1][1], size)
    return stream.getvalue(), [[groups[n // _TOGETHER], end, (0, 4)] for n in range(PAGES)]


def _zstd(data: bytes) -> bytes:
    return zstandard.ZstdCompressor(write_checksum=True).compress(data)


def samples() -> list[Sample]:
    """A file of each kind."""
    rows = _rows()
    tar, tar_extents = _tar()
    packed = gzip.compress(tar, mtime=0)
    return [
        Sample("crawl.warc.gz", *_warc(compressed=True, kind="response")),
        Sample("crawl.warc", *_warc(compressed=False, kind="response")),
        Sample("crawl.warc.wet.gz", *_warc(compressed=True, kind="conversion")),
        Sample("corpus.jsonl.gz", *_compressed_rows(lambda data: gzip.compress(data, mtime=0))),
        Sample("corpus.jsonl", b"".join(rows), [[extent] for extent in _members(rows)], checked=False),
        Sample("corpus.jsonl.zst", *_compressed_rows(_zstd)),
        Sample("pages.tar", tar, tar_extents, checked=False, has_end=True),
        Sample("pages.tar.gz", packed, [[(0, len(packed))]] * PAGES, has_end=True),
        Sample("pages.zip", *_zip(), has_end=True),
        Sample("corpus.parquet", *_parquet(), has_end=True),
    ]


def damaged(data: bytes, draw: random.Random) -> tuple[bytes, Extent, str]:
    """The data with damage in one place, which bytes that touched, and what it was."""
    begin = draw.randrange(len(data))
    end = min(len(data), begin + draw.randint(1, _RUN))
    match draw.choice(["flipped", "zeroed", "removed", "cut"]):
        case "flipped":
            flipped = data[begin] ^ (1 << draw.randrange(8))
            return data[:begin] + bytes([flipped]) + data[begin + 1 :], (begin, begin + 1), f"bit of {begin}"
        case "zeroed":
            return data[:begin] + bytes(end - begin) + data[end:], (begin, end), f"zeros in {begin}-{end}"
        case "removed":
            return data[:begin] + data[end:], (begin, end), f"without {begin}-{end}"
        case _:
            return data[:begin], (begin, len(data)), f"cut at {begin}"


def judge(sample: Sample, folder: Path, draw: random.Random) -> Outcome:
    """Damage a file, read it, and compare the pages."""
    data, touched, what = damaged(sample.data, draw)
    path = folder / sample.name
    path.write_bytes(data)
    found = list(documents([str(path)]))
    pages = [item for item in found if isinstance(item, Document)]
    changed = [item for item in pages if _text(item) not in _WHOLE]
    lost = set(_WHOLE.values()) - {_WHOLE[text] for text in map(_text, pages) if text in _WHOLE}
    marked = sum(map(_is_marked, changed))
    outcome = Outcome(len(lost), marked=marked, unmarked=len(changed) - marked)
    outcome.untouched_lost = sum(not _do_meet(touched, sample.extents[number]) for number in lost)
    if _is_page_gone(lost, changed) and not any(isinstance(item, Failure) for item in found):
        outcome.unsayable = int(_is_cut_between(sample, data))
        outcome.in_silence = 1 - outcome.unsayable
    if outcome.in_silence or outcome.untouched_lost or (outcome.unmarked and sample.checked):
        outcome.where.append(f"{sample.name}: {what}")
    return outcome


def _do_meet(touched: Extent, extents: Sequence[Extent]) -> bool:
    begin, end = touched
    return any(first < end and begin < last for first, last in extents)


def _is_cut_between(sample: Sample, data: bytes) -> bool:
    """Whether what is left ends where a record does, in a kind of file that says nowhere that it ends."""
    ends = {last for extents in sample.extents for _, last in extents}
    return not sample.has_end and len(data) in ends and sample.data.startswith(data)


def _is_page_gone(lost: set[int], changed: Sequence[Document]) -> bool:
    """Whether one of the lost stands not even in what came out changed: a row may be two that ran together."""
    shown = "".join(map(_text, changed))
    return any(not re.search(rf"(?i:page) {n}\.", shown) for n in lost)


def _text(item: Document) -> str:
    return item.content if isinstance(item.content, str) else item.content.decode("utf-8", "replace")


def _is_marked(item: Document) -> bool:
    try:
        decoded = decode_document(item)
        return bool(item.warnings) or decoded.repaired or decoded.has_lost_characters
    except UnreadableDocument:
        return True


def main(damages: int) -> None:
    """Print a line for each kind of file."""
    columns = f"{'pages lost':>11} {'untouched lost':>15} {'silent':>7} {'cut between':>12} {'changed, marked':>16}"
    print(f"{'file':18} {columns} unmarked")
    bad: list[str] = []
    with TemporaryDirectory() as folder:
        for sample in samples():
            draw, sums = random.Random(SEED), Counter[str]()  # noqa: S311 - places, not secrets
            for _ in range(damages):
                outcome = judge(sample, Path(folder), draw)
                sums.update({name: value for name, value in vars(outcome).items() if isinstance(value, int)})
                bad += outcome.where
            unmarked = f"{sums['unmarked']}" + ("" if sample.checked else " (no checksum)")
            print(
                f"{sample.name:18} {sums['lost']:11} {sums['untouched_lost']:15} {sums['in_silence']:7}"
                f" {sums['unsayable']:12} {sums['marked']:16} {unmarked}"
            )
    print(*bad, sep="\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
