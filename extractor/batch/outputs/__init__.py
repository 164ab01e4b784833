"""Files of a run: they grow, are cut back, lose copies, and go to an address."""
