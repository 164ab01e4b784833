"""Settled pages as fixture pairs: what the evaluation and the fitting of the weights take as gold."""

from collections.abc import Mapping
from pathlib import Path

from extractor.display import Reread
from extractor.document import Document, MediaType, sniff
from extractor.encodings import decode_document
from extractor.evaluation.gold import NEGATIVE, as_gold, record_path
from extractor.files import whole_file, writing
from extractor.review.corrections import Deed, Step

_DIGITS = 12


def save_gold(folder: Path, page: Reread, settled: Mapping[str, Step]) -> None:
    """Write a page and its records into `folder`, as soon as all its records are settled; not before.

    The files are called by the digest of the page; a page that is no Q&A page goes into the folder for these.

    Raises:
        OutputError: if they cannot be written.

    """
    steps = [settled.get(record.id or "") for record in page.records]
    name = f"{(page.records[0].digest or '')[:_DIGITS]}{_ending(page.document)}"
    places = {True: folder / NEGATIVE / name, False: folder / name}
    target = places[all(step.deed is Deed.NO_PAGE for step in steps if step)]
    records = [step.record for step in steps if step and step.record]
    content = page.document.content
    with writing(target, "--save-gold"):
        for path in (*places.values(), record_path(places[False])):
            path.unlink(missing_ok=True)
        if any(step is None for step in steps):
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    if records:
        with whole_file(record_path(target), "--save-gold") as stream:
            stream.write(as_gold(records))


def _ending(document: Document) -> str:
    kind = document.media_type or sniff(decode_document(document).text)
    return ".html" if kind is MediaType.HTML else ".txt"
