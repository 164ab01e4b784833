"""Whether a page that may be read is a Q&A page: somebody asks, and others answer."""
