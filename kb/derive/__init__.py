"""What is derived from the declared schema: constraints, indexes, writing statements and the reference page."""
