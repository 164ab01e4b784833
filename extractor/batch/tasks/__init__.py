"""Tasks: inputs cut into them, performed by worker processes, their results in order."""
