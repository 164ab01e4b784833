"""Documents in: from what the user names to an iterator of documents and failures, in a stable order."""

from extractor.sources.files import PAGE_TYPES, PageFile, documents, find

__all__ = ["PAGE_TYPES", "PageFile", "documents", "find"]
