"""Documents in: from what the user names to documents and failures, in a stable order, whatever holds them."""

from extractor.sources.blame import blame
from extractor.sources.finding import are_pages, find, read_names
from extractor.sources.inputs import PageFile, documents, is_page_file, slices
from extractor.sources.names import CONTAINERS, PAGE_TYPES, is_page_address, printable, without_compression
from extractor.sources.once import once
from extractor.sources.opening import is_remote, store_of
from extractor.sources.reopening import Reopener, divided
from extractor.sources.sections import left_before, sections
from extractor.sources.slices import (
    TEXT_COLUMNS,
    URL_COLUMNS,
    Feed,
    Fetched,
    FoundInput,
    Input,
    LeftOut,
    Loaded,
    Seam,
    Slice,
    SliceItem,
    SourceOptions,
)
from extractor.sources.web_archives.warc import WarcSlice

__all__ = [
    "CONTAINERS",
    "PAGE_TYPES",
    "TEXT_COLUMNS",
    "URL_COLUMNS",
    "Feed",
    "Fetched",
    "FoundInput",
    "Input",
    "LeftOut",
    "Loaded",
    "PageFile",
    "Reopener",
    "Seam",
    "Slice",
    "SliceItem",
    "SourceOptions",
    "WarcSlice",
    "are_pages",
    "blame",
    "divided",
    "documents",
    "find",
    "is_page_address",
    "is_page_file",
    "is_remote",
    "left_before",
    "once",
    "printable",
    "read_names",
    "sections",
    "slices",
    "store_of",
    "without_compression",
]
