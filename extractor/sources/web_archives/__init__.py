"""Web archives: WARC, WET and ARC records, the HTTP messages in them, and the pages in these."""
