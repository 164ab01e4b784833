"""What speaks against a reading although it is the best, line by line, and how sure it is with all that."""
