"""ARC archives, the form of web archives before WARC (Internet Archive, 1996), through warcio."""

from collections.abc import Iterator
from itertools import count
from typing import IO

from extractor.errors import Reason
from extractor.extras import require
from extractor.sources.slices import SliceItem, SourceOptions, failure
from extractor.sources.streams import BrokenStreamError
from extractor.sources.web_archives.pages import page_of


def read_arc(file: IO[bytes], source: str, options: SourceOptions) -> Iterator[SliceItem]:
    """The pages of the archive; `file` gives it without the compression around it.

    Raises:
        BrokenStreamError: where it is damaged.
        MissingExtra: if warcio is not installed.

    """
    archive = require("warcio.archiveiterator", "archives").ArchiveIterator(file, no_record_parse=True, arc2warc=True)
    for number in count():
        place = f"{source}#{number}"
        try:
            record = next(archive, None)
            if record is None:
                return
            headers = {name.lower(): value for name, value in record.rec_headers.headers}
            length = int(headers["content-length"])
            content = record.content_stream().read(options.max_size + 1)
        except BrokenStreamError:
            raise
        except Exception as error:  # noqa: BLE001 - warcio raises whatever a damaged line leads to
            detail = f"{source} is damaged behind record {number}: {error}; the rest of it is lost"
            yield failure(place, Reason.DAMAGED, detail)
            return
        if headers["warc-type"] == "response" and len(content) < min(length, options.max_size):
            yield failure(place, Reason.TRUNCATED, f"{place} breaks off; fetch the archive again")
        elif item := page_of(headers, content if len(content) <= options.max_size else None, place, options.max_size):
            yield item
