"""What a run says of itself: counts, the manifest, how fast it went, and what differs from another run."""
