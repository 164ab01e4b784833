"""Readers: from a document to what it means. The way in is `extractor.reading.read`."""
