"""A made-up set in the shapes of the research set, for measuring and for practice. Nobody in it ever lived."""
