"""Sections of large archives: so many slices each, that can be read far from one another."""

from collections.abc import Iterator
from dataclasses import replace

from extractor.sources.inputs import slices
from extractor.sources.slices import Input, Seam, SourceOptions
from extractor.sources.web_archives.warc import WarcSlice


def sections(found: Input, options: SourceOptions, size: int) -> Iterator[Input]:
    """The file in sections of at least `size` bytes, if it is an archive that slices are made of without reading it.

    Others are one section: their slices come out of what has to be read from the beginning.
    """
    total = found.size or 0
    first = begin = 0
    for number, piece in enumerate(slices(found, options) if total >= 2 * size else (), 1):
        if not isinstance(piece, WarcSlice):
            break
        if piece.end - begin >= size and total - piece.end >= size:
            yield replace(found, first=first, stop=number)
            first, begin = number, piece.end
    yield replace(found, first=first)


def left_before(section: Input, options: SourceOptions) -> int | None:
    """Where the slice before a section ends, as far as that is seen without what is before it; None for the first."""
    left = None
    for number in range(section.first, 0, -1):
        for piece in slices(replace(section, first=number - 1, stop=number), options):
            seam = [item for item in piece.items(options) if isinstance(item, Seam)][-1]
            left = max(left or 0, seam.left)
            if seam.entered is not None:
                return left
    return left
