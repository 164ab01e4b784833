"""A run in parts: a job, its parts, where they are kept, and what they merge to."""
