"""From the regions that selectors name on a page to posts, and from these to records."""
